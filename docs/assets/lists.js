/* A list filtered by a few letters of a name, in any spelling, or by the first; both stand in the
   address.
   They are folded as in the search, whose table and names are read when the field is first used. */
(() => {
  const form = document.querySelector(".list-filter");
  if (!form) return;
  const field = form.querySelector("input");
  const count = form.querySelector("output");
  const rows = [...document.querySelectorAll("[data-find]")];
  const groups = [...document.querySelectorAll(".md-content h2[id]")];
  const { src } = document.currentScript;
  const FOLDING = ["../search/names.js", "search/words.js"];
  const scripts = document.forms.namedItem("find") ? FOLDING.map((name) => new URL(name, src)) : [];
  const initials = [...document.querySelectorAll(".list-letters a")];
  const KEYS = { find: "find", letter: "letter" };
  let letter = "";
  let loading = null;

  const load = (src) =>
    new Promise((resolve, reject) => {
      const script = Object.assign(document.createElement("script"), { src, async: false });
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
  // Without the table only case is folded.
  const ready = () =>
    (loading ??= window.searchWords ? Promise.resolve() : Promise.all(scripts.map(load)).catch(() => {}));
  const folded = (text) => (window.searchWords ? window.searchWords.fold(text) : text.toLowerCase().trim());

  const begins = (text, words) => ` ${text}`.includes(` ${words}`);
  // A source is found by what its row shows, and by the notes that cite it.
  const shown = (row) => [
    ...[...row.querySelectorAll("h3, .entry-when")].map((part) => part.textContent),
    ...[...row.querySelectorAll(".cited-in a[href*='#fn:']")].map((note) => `note ${note.textContent}`),
  ];
  const names = new Map();
  const namesOf = (row) => {
    if (!names.has(row)) names.set(row, row.dataset.find ? row.dataset.find.split("|") : shown(row).map(folded));
    return names.get(row);
  };
  const isFound = (row, words) =>
    namesOf(row).some((name) => begins(name, words)) ||
    begins(folded(row.querySelector(".entry-line")?.textContent ?? ""), words);

  // A heading without rows below it says nothing.
  const showGroups = () => {
    for (const heading of groups) {
      let isEmpty = true;
      let next = heading.nextElementSibling;
      for (; next && next.tagName !== "H2"; next = next.nextElementSibling) {
        const inside = next.matches("[data-find]") ? [next] : [...next.querySelectorAll("[data-find]")];
        if (inside.some((row) => !row.hidden)) isEmpty = false;
      }
      heading.hidden = isEmpty;
    }
  };

  const show = () => {
    const words = folded(field.value);
    const isBelow = (row) => !letter || row.dataset.letters?.split(" ").includes(letter);
    const found = rows.filter((row) => (words ? isFound(row, words) : isBelow(row)));
    const kept = new Set(found);
    for (const row of rows) row.hidden = !kept.has(row);
    showGroups();
    for (const initial of initials)
      if (initial.textContent === letter) initial.setAttribute("aria-current", "true");
      else initial.removeAttribute("aria-current");
    const left = `${found.length ? "" : "No entry is left: "}${found.length} of ${rows.length}`;
    count.textContent = words || letter ? left : "";
    if (words && found.length === 1 && found[0].matches("details")) found[0].open = true;
    const address = new URL(location);
    for (const [key, value] of [[KEYS.find, field.value], [KEYS.letter, letter]])
      if (value) address.searchParams.set(key, value);
      else address.searchParams.delete(key);
    history.replaceState(null, "", address);
  };

  // Whoever follows a link to an entry finds it open, and no filter in its way.
  const openTarget = () => {
    let id = location.hash.slice(1);
    try {
      id = decodeURIComponent(id);
    } catch {} // An address may hold any sign.
    const row = id ? document.getElementById(id) : null;
    if (!row?.matches(".entry")) return;
    row.open = true;
    if (row.hidden) {
      field.value = letter = "";
      show();
    }
    row.scrollIntoView();
  };

  field.addEventListener("focus", ready);
  field.addEventListener("input", () => {
    letter = "";
    ready().then(show);
  });
  // A letter leads to its first row; with a script it leaves its rows alone, until pressed again.
  document.querySelector(".list-letters")?.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    letter = link.textContent === letter ? "" : link.textContent;
    field.value = "";
    show();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    rows.find((row) => !row.hidden)?.querySelector("summary, a[href]")?.focus();
  });
  addEventListener("hashchange", openTarget);
  const asked = new URLSearchParams(location.search);
  if (asked.get(KEYS.find) || asked.get(KEYS.letter)) {
    field.value = asked.get(KEYS.find) ?? "";
    letter = field.value ? "" : asked.get(KEYS.letter);
    ready().then(() => (show(), openTarget()));
  } else openTarget();
})();
