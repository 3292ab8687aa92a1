/* Puts a card beside the line of its link that the pointer is on, inside the window. Under a thumb it
   lies at the foot or the head of the window instead, clear of the lines that are read next. */
(() => {
  const GAP = 4;
  const EDGE = 8;
  // What stays in sight around a line that was tapped: about two lines after it, half one before.
  const AFTER = 80;
  const BEFORE = 16;
  const NARROW = matchMedia("(max-width: 48em)");

  // A drawn line may be as long as the window: there the pointer alone says where it is.
  const TALL = 60;

  const lineOf = (link, y) => {
    const lines = [...link.getClientRects()];
    const line = lines.find(({ top, bottom }) => top <= y && y <= bottom) ?? lines[0];
    const isTall = line.height > TALL && link.ownerSVGElement;
    return isTall ? { top: y - GAP, bottom: y + GAP, left: line.left } : line;
  };

  const beside = (card, line) => {
    const below = innerHeight - line.bottom - GAP - EDGE;
    const above = line.top - GAP - EDGE;
    const isBelow = card.offsetHeight <= below || below >= above;
    card.style.maxHeight = `${isBelow ? below : above}px`;
    const room = document.documentElement.clientWidth - card.offsetWidth - EDGE;
    const top = isBelow ? line.bottom + GAP : line.top - GAP - card.offsetHeight;
    card.style.left = `${Math.max(EDGE, Math.min(line.left, room)) + scrollX}px`;
    card.style.top = `${top + scrollY}px`;
  };

  // The text does not move, and the word is marked while its card is away from it. A card that opens
  // from such a card takes its place.
  const atTheEdge = (card, link, line) => {
    const lower = link.closest(".card[data-at]");
    const room = { foot: innerHeight - line.bottom - AFTER, head: line.top - BEFORE };
    const isAtFoot = card.offsetHeight <= room.foot || room.foot >= room.head;
    const at = lower?.dataset.at ?? (isAtFoot ? "foot" : "head");
    card.dataset.at = at;
    card.style.maxHeight = lower?.style.maxHeight ?? `${room[at]}px`;
    link.classList.add("opened");
    card.addEventListener("beforetoggle", () => link.classList.remove("opened"), { once: true });
  };

  document.addEventListener("card-opened", ({ target: card, detail: { link, y, isTouched } }) => {
    const line = lineOf(link, y);
    card.style = "";
    delete card.dataset.at;
    if (isTouched && NARROW.matches && visualViewport.scale < 1.1) atTheEdge(card, link, line);
    else beside(card, line);
  });
})();
