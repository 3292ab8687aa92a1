/* Puts a card beside the line of its link that the pointer is on, inside the window. */
(() => {
  const GAP = 4;
  const EDGE = 8;

  const lineOf = (link, y) => {
    const lines = [...link.getClientRects()];
    return lines.find((line) => line.top <= y && y <= line.bottom) ?? lines[0];
  };

  document.addEventListener("card-opened", ({ target: card, detail: { link, y } }) => {
    const line = lineOf(link, y);
    card.style.maxHeight = "";
    const below = innerHeight - line.bottom - GAP - EDGE;
    const above = line.top - GAP - EDGE;
    const isBelow = card.offsetHeight <= below || below >= above;
    card.style.maxHeight = `${isBelow ? below : above}px`;
    const room = document.documentElement.clientWidth - card.offsetWidth - EDGE;
    const top = isBelow ? line.bottom + GAP : line.top - GAP - card.offsetHeight;
    card.style.left = `${Math.max(EDGE, Math.min(line.left, room)) + scrollX}px`;
    card.style.top = `${top + scrollY}px`;
  });
})();
