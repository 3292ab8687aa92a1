/* Opens the card of a link: under a resting pointer, on keyboard focus, at the first tap.
   Times are in milliseconds. Cards stand in a stack: each opens from the page or from the one below. */
(() => {
  const OPEN_IN_PROSE = 500;
  const OPEN_AT_NOTE = 300;
  const OPEN_NEXT = 100;
  const CLOSE = 300;
  const LINKS =
    "a.mention[data-entity], a.footnote-ref, a.remark-sign, :is([data-lens], [data-by]) span[data-who][id]";
  if (!HTMLElement.prototype.showPopover) return;

  const stack = [];
  let opening = 0;
  let closing = 0;
  let leaving = -1;
  let candidate = null;
  let closedAt = -Infinity;
  let pointer = { x: -1, y: -1, type: "" };
  let moveFocusQuietly = false;
  let isKeyDown = false;
  let waiting = null; // what was to open before its card had come

  const linkAt = (node) => {
    const link = node?.closest?.(LINKS);
    return link && (cardOf(link) || isComing(link)) ? link : null;
  };
  const isOn = () => document.getElementById("show-cards")?.checked !== false;
  // A card that holds the link, or lies under the one that does, cannot open from it again.
  const isOpen = (link) =>
    stack.some(
      (one, level) => one.link === link || (one.card === cardOf(link) && level <= levelOf(link)),
    );

  const cardOf = (link) =>
    cardById(link.dataset.entity ?? decodeURIComponent(link.hash?.slice(1) ?? link.id));
  // The cards of entities are on their way for a moment.
  const isComing = (link) =>
    link.matches("a[data-entity]") && !!document.getElementById("cards")?.dataset.shelves;

  // The level of what a node belongs to: the page is -1, the lowest card and its link 0.
  // A statement holds other links: what is in one of those belongs to that.
  const levelOf = (node) =>
    stack.findLastIndex(({ link, card }) => card.contains(node) || node?.closest?.(LINKS) === link);

  const closeAbove = (level) => {
    while (stack.length > level + 1) {
      stack.pop().card.hidePopover();
      closedAt = performance.now();
    }
  };

  const open = (link, y) => {
    const card = cardOf(link);
    waiting = card ? null : { link, y };
    if (!card) return;
    closeAbove(levelOf(link));
    card.setAttribute("role", "dialog");
    card.setAttribute("aria-label", card.querySelector(".card-name").textContent);
    card.dispatchEvent(new CustomEvent("card-opens", { bubbles: true, detail: link }));
    card.showPopover();
    stack.push({ link, card });
    leaving = stack.length - 1;
    const detail = { link, y, isTouched: pointer.type === "touch" };
    card.dispatchEvent(new CustomEvent("card-opened", { bubbles: true, detail }));
  };

  const openLater = (link, y) => {
    clearTimeout(opening);
    waiting = null;
    candidate = link;
    if (!link || isOpen(link) || !isOn()) return;
    const hasNeighbour = levelOf(link) < stack.length - 1 || performance.now() - closedAt < CLOSE;
    const usual = link.matches(".footnote-ref, .remark-sign") ? OPEN_AT_NOTE : OPEN_IN_PROSE;
    opening = setTimeout(open, hasNeighbour ? OPEN_NEXT : usual, link, y);
  };

  // What has the focus keeps its card, wherever the pointer is.
  const closeLater = (node) => {
    const level = Math.max(levelOf(node), levelOf(document.activeElement));
    if (level === leaving) return;
    clearTimeout(closing);
    leaving = level;
    if (level < stack.length - 1) closing = setTimeout(closeAbove, CLOSE, level);
  };

  const focusQuietly = (element) => {
    moveFocusQuietly = true;
    element.focus();
    moveFocusQuietly = false;
  };

  // A page that scrolls under a still pointer reports moves too: those change no coordinate.
  document.addEventListener("pointermove", (event) => {
    const { clientX: x, clientY: y, pointerType: type } = event;
    const isStill = x === pointer.x && y === pointer.y;
    pointer = { x, y, type };
    if (isStill || type === "touch") return;
    const link = linkAt(event.target);
    if (link !== candidate) openLater(link, y);
    closeLater(event.target);
  });

  // A focus that moves may scroll the page itself: its card opens all the same.
  document.addEventListener(
    "scroll",
    () => {
      if (candidate && candidate === document.activeElement) return;
      clearTimeout(opening);
      waiting = candidate = null;
    },
    { capture: true, passive: true },
  );

  // A screen reader that reads past a link may give it the focus too, with no key for the page.
  addEventListener("keydown", () => (isKeyDown = true), true);
  for (const type of ["keyup", "pointerdown", "blur"])
    addEventListener(type, () => (isKeyDown = false));

  document.addEventListener("focusin", (event) => {
    if (moveFocusQuietly) return;
    const link = linkAt(event.target);
    closeAbove(levelOf(event.target));
    openLater(isKeyDown ? link : null, link?.getBoundingClientRect().top);
  });

  document.addEventListener("pointerdown", (event) => {
    pointer.type = event.pointerType;
    waiting = null;
    closeAbove(levelOf(event.target));
  });

  document.addEventListener("click", (event) => {
    const link = linkAt(event.target);
    if (pointer.type !== "touch" || !link || isOpen(link) || !isOn()) return;
    event.preventDefault();
    open(link, event.clientY);
  });

  // A tap whose card does not come leads on, as it would without cards.
  document.addEventListener("cards-arrived", () => {
    if (!waiting) return;
    const { link, y } = waiting;
    waiting = null;
    if (cardOf(link)) open(link, y);
    else if (pointer.type === "touch") location.assign(link.href);
  });

  const stops = ({ card }) =>
    [...card.querySelectorAll("a[href], button, summary")].filter((one) => one.checkVisibility());

  const escape = () => {
    const { link, card } = stack.at(-1);
    if (card.contains(document.activeElement)) focusQuietly(link);
    closeAbove(stack.length - 2);
  };

  // From its link the browser goes on to what follows in the text, or in the card below.
  const leaveAtEnd = () => {
    while (stack.length && document.activeElement === stops(stack.at(-1)).at(-1)) {
      focusQuietly(stack.at(-1).link);
      closeAbove(stack.length - 2);
    }
  };

  document.addEventListener("keydown", (event) => {
    pointer.type = ""; // Enter after a tap follows the link, as it does without one.
    if (event.key === "Escape") {
      clearTimeout(opening);
      waiting = null;
    }
    if (!stack.length || !["Escape", "Tab"].includes(event.key)) return;
    const top = stack.at(-1);
    const [first] = stops(top);
    const focused = document.activeElement;
    if (event.key === "Escape") escape();
    else if (!event.shiftKey && focused === top.link) first.focus();
    else if (event.shiftKey && focused === first) focusQuietly(top.link);
    else return event.shiftKey || leaveAtEnd();
    event.preventDefault();
  });
})();
