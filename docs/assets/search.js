/* The field of the search, until a reader turns to it: then names, the table of letters, the list of
   what is found, the look-up and the text are loaded, in this order. */
(() => {
  const form = document.forms.namedItem("find");
  const toggle = document.getElementById("__search");
  if (!form || !toggle) return;
  const field = form.elements.query;
  const list = document.getElementById("found");
  const count = document.querySelector(".found-count");
  const urls = form.dataset.scripts.split(" ");
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
    window.foundList.show({ isWhole: true });
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
  const dialog = form.closest(".md-search");
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
