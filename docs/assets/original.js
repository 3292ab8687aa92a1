// Remembers which face of a woven chapter is read, and says of what is copied where it stands.
(() => {
  const faces = [...document.querySelectorAll(".faces input")];
  const KEY = "face";

  try {
    const kept = faces.find((face) => face.id === localStorage.getItem(KEY));
    if (kept) kept.checked = true;
    for (const face of faces) {
      face.addEventListener("change", () => localStorage.setItem(KEY, face.id));
    }
  } catch {
    // A browser may refuse storage: then the switch works and is forgotten.
  }

  const touched = (selection, query) =>
    [...document.querySelectorAll(query)].filter((one) => selection.containsNode(one, true));

  const numbers = (elements) => {
    const seen = elements
      .filter((one) => one.checkVisibility({ visibilityProperty: true }))
      .map((one) => one.closest(".face").querySelector("p[id]").id.slice(1));
    if (!seen.length) return "";
    const last = seen.at(-1);
    return `¶${seen[0]}${last === seen[0] ? "" : `–${last}`}`;
  };

  // The page knows how the guide is cited: the article, its paragraph, and what retells it.
  const reference = (original, guide) => {
    const cite = document.getElementById("cards")?.dataset.cite ?? "¶";
    const article = cite.split("; retold in ")[0].replace("¶", original);
    return [original && article, guide && cite.replace("¶", guide)].filter(Boolean).join("; ");
  };

  document.addEventListener("copy", (event) => {
    const selection = getSelection();
    if (!selection || selection.isCollapsed) return;
    const original = numbers(touched(selection, ".face .original-text"));
    const guide = numbers(touched(selection, '.face p[id^="p"]'));
    if (!original && !guide) return;
    event.clipboardData.setData("text/plain", `${selection}\n\n${reference(original, guide)}`);
    event.preventDefault();
  });
})();
