/* Puts a card beside the line of its link that the pointer is on, inside the window. */
(() => {
  const GAP = 4;
  const EDGE = 8;

  // A drawn line may be as long as the window: there the pointer alone says where it is.
  const TALL = 60;

  const lineOf = (link, y) => {
    const lines = [...link.getClientRects()];
    const line = lines.find(({ top, bottom }) => top <= y && y <= bottom) ?? lines[0];
    const isTall = line.height > TALL && link.ownerSVGElement;
    return isTall ? { top: y - GAP, bottom: y + GAP, left: line.left } : line;
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
