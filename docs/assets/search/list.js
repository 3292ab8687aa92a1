/* The list of what the search finds: with its field a combobox with a listbox.
   https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ */
window.foundList ??= (() => {
  const form = document.forms.namedItem("find");
  const field = form.elements.query;
  const list = document.getElementById("found");
  const count = document.querySelector(".found-count");
  const root = new URL("../../", document.currentScript.src);
  const MOST = { entries: 10, texts: 20 };
  let active = -1;
  let isWaiting = true; // for the text

  function element(name, className, text = "") {
    return Object.assign(document.createElement(name), { className, textContent: text });
  }

  function option(kind, name, url, parts) {
    const link = element("a", "hit");
    link.href = new URL(url, root);
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
  function show({ isWhole = false } = {}) {
    isWaiting &&= !isWhole;
    isLate = isPressed;
    if (isPressed) return;
    const query = field.value.trim();
    const chosen = query === shown ? options()[active]?.href : "";
    shown = query;
    const found = query && window.lookUp.find(query);
    list.replaceChildren(...(found ? groups(found) : []));
    count.textContent = found ? told(found) : count.dataset.hint;
    options().forEach((one, at) => (one.id = `hit-${at}`));
    field.setAttribute("aria-expanded", String(options().length > 0));
    field.removeAttribute("aria-activedescendant");
    active = -1;
    const again = chosen ? options().findIndex((one) => one.href === chosen) : -1;
    if (again < 0) list.parentElement.scrollTop = 0;
    else activate(again);
  }

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

  // The page of a wrong address looks for the words of that address itself.
  function offer(missing) {
    const words = wordsOf(location.pathname);
    if (!words) return;
    field.value = words;
    const [hits] = groups(window.lookUp.find(words)).filter(Boolean);
    const told = document.querySelector(".missing-told");
    const count = hits ? counted(hits.querySelectorAll(".hit").length, "thing", "things") : "nothing";
    told.textContent = `Its words, “${words}”, find ${count} in the guide.`;
    if (!hits) return;
    for (const hit of hits.querySelectorAll(".hit"))
      for (const name of ["role", "aria-selected", "tabindex"]) hit.removeAttribute(name);
    missing.append(hits);
    missing.hidden = false;
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

  return { show, offer };
})();
