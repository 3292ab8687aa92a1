/* The field of the search and the list of what it finds: a combobox with a listbox.
   https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
   Names, the look-up and the text are scripts, loaded in this order when a reader turns to it. */
(() => {
  const form = document.forms.namedItem("find");
  const toggle = document.getElementById("__search");
  if (!form || !toggle) return;
  const field = form.elements.query;
  const list = document.getElementById("found");
  const count = document.querySelector(".found-count");
  const hint = count.textContent;
  const urls = form.dataset.scripts.split(" ");
  const root = urls[0].replace(/search\/names\.js$/, "");
  const MOST = { entries: 10, texts: 20 };
  let active = -1;
  let loading = null;
  let isWaiting = true; // for the text

  // Without `async` they run in the order in which they are asked for.
  const load = (src) =>
    new Promise((resolve, reject) => {
      const script = Object.assign(document.createElement("script"), { src, async: false });
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });

  // The text comes last: names are shown without it.
  function ready() {
    loading ??= Promise.all(urls.slice(0, -1).map(load)).then(
      () => void readText(),
      () => {
        loading = null;
        count.textContent = "The names could not be read";
      },
    );
    return loading;
  }

  async function readText() {
    await load(urls.at(-1));
    await window.lookUp.readText();
    isWaiting = false;
    show();
  }

  function element(name, className, text = "") {
    return Object.assign(document.createElement(name), { className, textContent: text });
  }

  function option(kind, name, url, parts) {
    const link = element("a", "hit");
    link.href = root + url;
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    link.tabIndex = -1;
    const head = element("span", "hit-head");
    head.append(element("span", "hit-name", name), " ");
    if (parts.arabic) {
      const arabic = element("span", "hit-arabic", parts.arabic);
      Object.assign(arabic, { lang: "ar", dir: "rtl" });
      head.append(arabic, " ");
    }
    head.append(element("span", `hit-kind ${kind}`, kind));
    link.append(head, " ");
    if (parts.line) link.append(parts.line, " ");
    if (parts.where) link.append(element("span", "hit-where", parts.where));
    return link;
  }

  function ofEntry(entry) {
    const line = entry.line && element("span", "hit-line", entry.line);
    return option(entry.kind, entry.name, entry.url, { ...entry, line });
  }

  // A section is named by its paragraph, note or heading, and shown by the words around the hit.
  function ofText({ section }, words) {
    const named = window.lookUp.entryAt(section.url);
    const name = named?.name ?? (section.heading || section.title);
    const where = name === section.title || named?.where === section.title ? "" : section.title;
    const line = element("span", "hit-line");
    for (const [word, isMarked] of window.lookUp.excerpt(section, words))
      line.append(isMarked ? element("mark", "", word) : word, " ");
    const isIn = where || named?.kind === "paragraph" ? section.title : "";
    return option(named?.kind ?? section.kind, name, section.url, { line, where: isIn });
  }

  function group(name, hits) {
    const box = element("div", "hits");
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", name);
    const heading = element("p", "hits-name", name);
    heading.setAttribute("aria-hidden", "true");
    box.append(heading, ...hits);
    return hits.length ? box : "";
  }

  function groups(found) {
    const shown = [
      group("Entries", found.entries.slice(0, MOST.entries).map(ofEntry)),
      group(
        "In the text",
        found.texts.slice(0, MOST.texts).map((hit) => ofText(hit, found.words)),
      ),
    ];
    return found.textFirst ? shown.reverse() : shown;
  }

  const counted = (number, one, many) => `${number} ${number === 1 ? one : many}`;

  function told({ entries, texts }) {
    const hits = [
      entries.length && counted(entries.length, "entry", "entries"),
      texts.length && counted(texts.length, "place in the text", "places in the text"),
    ].filter(Boolean);
    if (isWaiting) return [...hits, "the text is being read"].join(", ");
    const most = [
      entries.length > MOST.entries && `${MOST.entries} entries`,
      texts.length > MOST.texts && `${MOST.texts} places`,
    ].filter(Boolean);
    const rest = most.length ? `; the first ${most.join(" and ")} are shown` : "";
    return hits.length ? hits.join(", ") + rest : "Nothing is found";
  }

  const options = () => [...list.querySelectorAll("[role=option]")];

  function activate(index) {
    const all = options();
    all[active]?.setAttribute("aria-selected", "false");
    active = all.length ? (index + all.length) % all.length : -1;
    const chosen = all[active];
    if (!chosen) return field.removeAttribute("aria-activedescendant");
    chosen.setAttribute("aria-selected", "true");
    field.setAttribute("aria-activedescendant", chosen.id);
    chosen.scrollIntoView({ block: "nearest" });
  }

  // What is pressed stays where it is until it is let go: the list is drawn anew as files arrive.
  let isPressed = false;
  let isLate = false;
  list.addEventListener("pointerdown", () => (isPressed = true));
  for (const end of ["pointerup", "pointercancel"])
    document.addEventListener(end, () => {
      isPressed = false;
      if (isLate) setTimeout(show); // after the click that follows
    });

  let shown = "";
  function show() {
    isLate = isPressed;
    if (isPressed) return;
    const query = field.value.trim();
    const chosen = query === shown ? options()[active]?.href : "";
    shown = query;
    if (!query || !window.lookUp) {
      list.replaceChildren();
      if (loading) count.textContent = query ? "The names are being read" : hint;
    } else {
      const found = window.lookUp.find(query);
      list.replaceChildren(...groups(found));
      count.textContent = told(found);
    }
    options().forEach((one, at) => (one.id = `hit-${at}`));
    field.setAttribute("aria-expanded", String(options().length > 0));
    field.removeAttribute("aria-activedescendant");
    active = -1;
    const again = chosen ? options().findIndex((one) => one.href === chosen) : -1;
    if (again < 0) list.parentElement.scrollTop = 0;
    else activate(again);
  }

  const open = (isOpen) => {
    if (toggle.checked !== isOpen) toggle.click();
  };
  const close = () => {
    open(false);
    document.activeElement.blur();
  };

  const search = () => {
    const names = ready();
    show();
    names.then(show);
  };
  field.addEventListener("focus", () => {
    open(true);
    search();
  });
  form.addEventListener("pointerenter", ready);
  // On a phone the list takes the whole window: what is behind it stays where it is.
  const narrow = matchMedia("(max-width: 59.9844em)");
  const hold = () => {
    document.documentElement.style.overflow = toggle.checked && narrow.matches ? "hidden" : "";
  };
  narrow.addEventListener("change", hold);
  addEventListener("hashchange", () => open(false));
  toggle.addEventListener("change", () => {
    hold();
    if (toggle.checked) return field.focus();
    list.replaceChildren();
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  });
  // Whatever puts text in, with a key or without: a paste by mouse, dictation, a drop.
  field.addEventListener("input", search);
  form.addEventListener("reset", () => {
    setTimeout(show);
    field.focus();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  const dialog = form.closest(".md-search");
  dialog.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !dialog.contains(relatedTarget)) open(false);
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.isComposing) close();
  });
  list.addEventListener("click", () => open(false));

  const KEYS = {
    ArrowDown: () => activate(active + 1),
    ArrowUp: () => activate(active < 0 ? -1 : active - 1),
    Enter: () => (options()[active] ?? options()[0])?.click(),
  };
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || !(event.key in KEYS)) return;
    event.preventDefault();
    event.stopPropagation();
    KEYS[event.key]();
  });
  document.addEventListener("keydown", (event) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const isTyping = event.target.closest?.(
      "input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable]",
    );
    if (!isPlain || isTyping || !["/", "f", "s"].includes(event.key)) return;
    event.preventDefault();
    field.focus();
    field.select();
  });

  // The page of a wrong address looks for the words of that address itself.
  const missing = document.querySelector(".missing-found");
  const words = missing ? wordsOf(location.pathname) : "";
  if (words) {
    field.value = words;
    ready().then(() => {
      const [hits] = groups(window.lookUp.find(words)).filter(Boolean);
      const told = document.querySelector(".missing-told");
      const count = hits ? counted(hits.querySelectorAll(".hit").length, "thing", "things") : "nothing";
      told.textContent = `Its words, “${words}”, find ${count} in the guide.`;
      if (!hits) return;
      for (const hit of hits.querySelectorAll(".hit"))
        for (const name of ["role", "aria-selected", "tabindex"]) hit.removeAttribute(name);
      missing.append(hits);
      missing.hidden = false;
    });
  }

  function wordsOf(path) {
    let name = path.replace(/^.*\/(?=.)/, "");
    try {
      name = decodeURIComponent(name);
    } catch {
      // It stays as it is: an address may hold any sign.
    }
    return name.replace(/^404\.html$|\.html?\b/g, "").replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim();
  }
})();
