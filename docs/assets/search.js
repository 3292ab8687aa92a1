/* The field of the search, with what appears round it, until a reader turns to it: then names, the
   table of letters, the list of what is found, the look-up, the text of the chapters and that of the
   rest are loaded, in this order. */
(() => {
  const form = document.forms.namedItem("find");
  const toggle = document.getElementById("__search");
  if (!form || !toggle) return;
  const field = form.elements.query;
  const dialog = form.closest(".md-search");
  const FIELD = {
    type: "text",
    role: "combobox",
    "aria-expanded": false,
    "aria-autocomplete": "list",
    "aria-controls": "found",
    autocapitalize: "off",
    autocorrect: "off",
    autocomplete: "off",
    spellcheck: false,
    dir: "auto",
  };
  for (const [name, value] of Object.entries(FIELD)) field.setAttribute(name, value);
  const OUTPUT = [
    '<div class="md-search__output"><div class="md-search__scrollwrap" tabindex="0">',
    '<p class="found-count" role="status">A name, a word of the text, ¶14, note 43, a month</p>',
    '<div id="found" role="listbox" aria-label="What the search finds"></div>',
    "</div></div>",
  ];
  const CLEAR = [
    '<nav class="md-search__options" aria-label="Search">',
    '<button class="md-search__icon md-icon" type="reset" tabindex="-1" title="Clear" aria-label="Clear">',
    "</button></nav>",
  ];
  const OVERLAY = '<label class="md-search__overlay" for="__search"></label>';
  dialog.insertAdjacentHTML("afterbegin", OVERLAY);
  form.insertAdjacentHTML("beforeend", CLEAR.join(""));
  form.insertAdjacentHTML("afterend", OUTPUT.join(""));
  const list = document.getElementById("found");
  const count = document.querySelector(".found-count");
  count.dataset.hint = count.textContent;
  const { src } = document.currentScript;
  const SCRIPTS = [
    "../search/names.js",
    "search/words.js",
    "search/list.js",
    "search/asked.js",
    "search/passages.js",
    "search/lookup.js",
    "../search/text.js",
    "../search/rest.js",
  ];
  const urls = SCRIPTS.map((url) => new URL(url, src));
  let loading = null;

  // Without `async` they run in the order in which they are asked for.
  const load = (src) =>
    new Promise((resolve, reject) => {
      const script = Object.assign(document.createElement("script"), { src, async: false });
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });

  // The text comes last: names are shown without it.
  const texts = urls.splice(-2);
  function ready() {
    loading ??= Promise.all(urls.map(load)).then(
      () => void readText(),
      () => {
        loading = null;
        count.textContent = "The names could not be read";
      },
    );
    return loading;
  }

  async function readText() {
    for (const url of texts) {
      await load(url);
      await window.lookUp.readText();
      window.foundList.show({ isWhole: url === texts.at(-1) });
    }
  }

  const open = (isOpen) => {
    if (toggle.checked !== isOpen) toggle.click();
  };
  const close = () => {
    open(false);
    document.activeElement.blur();
  };

  const show = () => {
    if (window.foundList && window.lookUp) window.foundList.show();
    else if (loading && field.value.trim()) count.textContent = "The names are being read";
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
  dialog.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !dialog.contains(relatedTarget)) open(false);
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.isComposing) close();
  });
  list.addEventListener("click", () => open(false));

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

  const missing = document.querySelector(".missing-found");
  if (missing) ready().then(() => window.foundList.offer(missing));
})();
