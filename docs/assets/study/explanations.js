/* An open reason closes with Escape, which gives the focus back, and with a press elsewhere. */

(() => {
  const board = document.querySelector(".board");
  const open = () => board?.querySelectorAll("details[open]") ?? [];
  const wide = matchMedia("(min-width: 76.25em)");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const cell of open()) {
      cell.open = false;
      cell.querySelector("summary").focus();
    }
  });
  document.addEventListener("pointerdown", (event) => {
    if (!wide.matches) return;
    for (const cell of open()) if (!cell.contains(event.target)) cell.open = false;
  });
})();
