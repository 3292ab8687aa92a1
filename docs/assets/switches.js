/* Remembers the switches; what most of them do is written in the style sheets. */
(() => {
  const boxes = [...document.querySelectorAll(".panel input[type=checkbox]")];
  const isOff = (id) => document.getElementById(id)?.checked === false;

  // What is off, for the style sheets. Nothing is set where all is on: each change costs a look at
  // every element of the page.
  const tell = () => {
    const off = boxes.filter((box) => !box.checked).map((box) => box.id);
    document.documentElement.dataset.off = off.join(" ");
  };

  for (const box of boxes) {
    const state = stored(box.id);
    if (state) box.checked = state === "on";
    box.addEventListener("change", () => {
      stored(box.id, box.checked ? "on" : "off");
      tell();
    });
  }
  if (boxes.some((box) => isOff(box.id) && box.defaultChecked)) tell();

  // Before the theme hears of a key: a reader who speaks to the machine can switch single keys off.
  addEventListener(
    "keydown",
    (event) => {
      const isTyping = event.target.closest?.(
        "input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable]",
      );
      if (isTyping || event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey)
        return;
      if (isOff("use-keys")) event.stopImmediatePropagation();
      else if (event.key === "?") document.getElementById("panel").togglePopover?.();
      else document.dispatchEvent(new CustomEvent("single-key", { detail: event.key }));
    },
    { capture: true },
  );
})();
