/* The bar of lenses until somebody uses it. What the lenses do is loaded with the first hand on the
   bar or key for it, or where a lens is remembered or in the address; what was pressed meanwhile is
   pressed again. */
(() => {
  const bar = document.querySelector(".lenses");
  if (!bar) return;
  // A mark of who says what leads to a chapter that shows it.
  for (const mark of document.querySelectorAll(".lane a")) mark.search = "lens=who";
  bar.querySelector(".dating")?.setAttribute("aria-controls", "known-by");
  const { src } = document.currentScript;
  const asked = new URLSearchParams(location.search);
  const [lens, known] = ["lens", "known"].map((name) => asked.get(name) ?? stored(name));
  let pressed;
  let changed;
  let key;
  let isAsked = false;

  const press = ({ target }) => (pressed = target.closest("button"));
  const change = ({ target }) => (changed = [target, target.value]);
  const type = ({ detail }) => {
    if (!"whok".includes(detail)) return;
    key = detail;
    load();
  };

  function begin() {
    bar.removeEventListener("click", press);
    bar.removeEventListener("change", change);
    document.removeEventListener("single-key", type);
    if (changed) {
      const [field, value] = changed;
      Object.assign(field, field.type === "radio" ? { checked: true } : { value });
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
    pressed?.click();
    if (key) document.dispatchEvent(new CustomEvent("single-key", { detail: key }));
  }

  function load() {
    if (isAsked) return;
    isAsked = true;
    for (const name of ["statement-cards", "lenses"]) {
      const script = document.createElement("script");
      script.src = new URL(`${name}.js`, src);
      script.async = false;
      if (name === "lenses") script.onload = begin;
      document.head.append(script);
    }
  }

  bar.addEventListener("click", press);
  bar.addEventListener("change", change);
  document.addEventListener("single-key", type);
  for (const happening of ["pointerover", "pointerdown", "focusin", "change"])
    bar.addEventListener(happening, load, { once: true });
  if (lens && document.getElementById(`lens-${lens}`)) document.documentElement.dataset.lens = lens;
  if (lens || known) load();
})();
