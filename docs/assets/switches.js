/* Remembers the switches at the head of a chapter; what they do is written in the style sheet. */
(() => {
  for (const box of document.querySelectorAll(".switches input")) {
    try {
      box.checked = localStorage.getItem(box.id) === "on";
      box.addEventListener("change", () => localStorage.setItem(box.id, box.checked ? "on" : "off"));
    } catch {
      return; // A browser may refuse storage: then the switches work and are forgotten.
    }
  }
})();
