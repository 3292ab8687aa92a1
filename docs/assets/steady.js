/* Keeps the line that is read where it stands when the window gets another width, a phone is turned
   or a lens is switched: engines keep another line, or none. So also when a page is loaded anew. */
(() => {
  const SETTLED = 300; // milliseconds without a change
  const SHARE = 1 / 3; // of the window, from above: there the line that is read is looked for
  const FAR = 60; // pixels: more than a line is high
  let line = null;
  let width = innerWidth;
  let looking = 0;
  let keeping = 0;

  const characterAt = (x, y) => {
    const caret = document.caretPositionFromPoint?.(x, y);
    const range = caret ? null : document.caretRangeFromPoint?.(x, y);
    const node = caret?.offsetNode ?? range?.startContainer;
    const offset = caret?.offset ?? range?.startOffset;
    if (node?.nodeType !== Node.TEXT_NODE || !node.data.trim()) return null;
    const character = document.createRange();
    const start = Math.min(offset, node.length - 1);
    character.setStart(node, start);
    character.setEnd(node, start + 1);
    return character;
  };

  const topOf = (character) => character.getClientRects()[0]?.top;

  // At the middle of the text, or below, where that is between two blocks.
  const look = () => {
    looking = 0;
    if (keeping) return lookSoon();
    line = null;
    if (!scrollY) return;
    const { left, width: across } = document.querySelector("article").getBoundingClientRect();
    for (const down of [0, 12, 24, 48, 96, 150, 220, 300]) {
      const height = innerHeight * SHARE + down;
      const character = characterAt(left + across / 3, height);
      const top = character && topOf(character);
      // Where no text stands, an engine may answer with text that is far away.
      if (top === undefined || top === null || Math.abs(top - height) > FAR) continue;
      line = { character, top };
      return;
    }
  };

  const keep = () => {
    // Whoever has scrolled since is not at that line any more.
    if (!line || (looking && !keeping)) return;
    clearTimeout(keeping);
    keeping = setTimeout(() => (keeping = 0), SETTLED);
    // What the engine does by itself, it does before the second picture.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (!line) return;
        const top = topOf(line.character);
        const wanted = Math.min(line.top, innerHeight * 0.8);
        if (top !== undefined && Math.abs(top - wanted) > 1)
          scrollBy({ top: top - wanted, behavior: "instant" });
      }),
    );
  };

  function lookSoon() {
    clearTimeout(looking);
    looking = setTimeout(look, keeping ? SETTLED + 100 : 100);
  }

  // A page is put back by its pixels, before its letters have come: where these change a break of
  // lines, what an engine does to hold still would move what it has put back.
  if (performance.getEntriesByType("navigation")[0]?.type !== "navigate") {
    const { style } = document.documentElement;
    style.overflowAnchor = "none";
    addEventListener("load", () => document.fonts.ready.then(() => (style.overflowAnchor = "")));
  }

  if (!document.querySelector("article")) return;
  addEventListener("scroll", lookSoon, { passive: true });
  addEventListener("load", lookSoon);
  addEventListener("resize", () => {
    // The bars of a phone come and go by their height alone.
    if (innerWidth === width) return;
    width = innerWidth;
    keep();
  });
  // A reader who goes elsewhere on the page has left the line; going there tells the lenses too.
  addEventListener("popstate", () => {
    line = null;
    clearTimeout(keeping);
    keeping = 0;
  });
  document.addEventListener("lens", keep);
})();
