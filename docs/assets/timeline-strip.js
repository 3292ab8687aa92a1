/* The strip by the keyboard: one stop, then the arrows along the time and from lane to lane. */
(() => {
  const strip = document.querySelector(".strip");
  if (!strip) return;
  const drawings = [...strip.querySelectorAll("svg[viewBox][role]")];
  const marks = new Map(
    drawings.map((drawing) => [drawing, [...drawing.querySelectorAll("a[aria-labelledby]")]]),
  );

  const centre = (link) => {
    const { left, top, width, height } = link.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  };

  // The nearest mark in the direction of the arrow; what lies aside counts as farther away.
  const next = (link, [dx, dy]) => {
    const from = centre(link);
    let best = null;
    let least = Infinity;
    for (const other of marks.get(link.ownerSVGElement)) {
      const { x, y } = centre(other);
      const ahead = (x - from.x) * dx + (y - from.y) * dy;
      const aside = Math.abs((x - from.x) * dy) + Math.abs((y - from.y) * dx);
      const distance = ahead + 3 * aside;
      if (ahead > 1 && !other.classList.contains("out") && distance < least) {
        best = other;
        least = distance;
      }
    }
    return best;
  };

  const stopAt = (link) => {
    for (const other of marks.get(link.ownerSVGElement)) other.setAttribute("tabindex", "-1");
    link.setAttribute("tabindex", "0");
  };

  const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  strip.addEventListener("keydown", (event) => {
    const link = event.target.closest("a[data-entity]");
    const way = ways[event.key];
    if (!link || !way || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    next(link, way)?.focus();
  });
  strip.addEventListener("focusin", ({ target }) => {
    if (target.matches("a[data-entity]")) stopAt(target);
  });
  for (const links of marks.values()) if (links.length) stopAt(links[0]);
})();
