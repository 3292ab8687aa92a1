/* Draws in the gutter, beside each line, who says what stands on it, and the signs of a lens.
   A line on which two statements stand is divided between them. Styles give the strokes. */
(() => {
  const blocks = new Map();
  for (const statement of document.querySelectorAll("span[data-who]")) {
    const block = statement.closest("p, li");
    blocks.set(block, [...(blocks.get(block) ?? []), statement]);
  }
  if (!blocks.size) return;
  const root = document.documentElement;
  const drawings = new Map();

  // The statements on each line, by the height of its middle, which all of a line have in common.
  const linesOf = (block, statements) => {
    const { top } = block.getBoundingClientRect();
    const lines = new Map();
    for (const statement of statements) {
      for (const box of statement.getClientRects()) {
        if (box.width < 1) continue;
        const middle = Math.round((box.top + box.bottom) / 2 - top);
        lines.set(middle, (lines.get(middle) ?? new Set()).add(statement));
      }
    }
    return lines;
  };

  // Each statement with its stretches of the gutter, [from, to] in pixels.
  const stretchesOf = (lines, height) => {
    const stretches = new Map();
    for (const [middle, statements] of lines) {
      const part = height / statements.size;
      let from = middle - height / 2;
      for (const statement of statements) {
        const before = stretches.get(statement) ?? [];
        const last = before.at(-1);
        if (last && from - last[1] < 2) last[1] = from + part;
        else before.push([from, from + part]);
        stretches.set(statement, before);
        from += part;
      }
    }
    return stretches;
  };

  const days = (number) => (number > 999 ? `${Math.round(number / 365)}y` : number);
  const sign = ({ dataset, classList }) => {
    if (root.dataset.lens === "who") return dataset.who;
    if (root.dataset.lens === "on-what") return dataset.mark ?? "–";
    if (root.dataset.lens || !root.dataset.by) return "";
    return classList.contains("undated") ? "∅" : days(dataset.days ?? "");
  };

  const signOf = ({ classList }) =>
    document.querySelector(`.of-sure .${classList[1]} b`)?.textContent ?? "";

  const hedges = (block) => {
    const { top } = block.getBoundingClientRect();
    const signs = new Map();
    for (const hedge of block.querySelectorAll(".hedge")) {
      const box = hedge.getClientRects()[0];
      const middle = box && Math.round((box.top + box.bottom) / 2 - top);
      if (box) signs.set(middle, (signs.get(middle) ?? "") + signOf(hedge));
    }
    return [...signs];
  };

  const text = (words, y) => {
    const fit = String(words).length > 1 ? ' textLength="12" lengthAdjust="spacingAndGlyphs"' : "";
    return words === "" ? "" : `<text x="5.5" y="${y + 4}"${fit}>${words}</text>`;
  };

  const draw = (block, statements) => {
    const lines = linesOf(block, statements);
    const height = Math.max(...statements.map((one) => parseFloat(getComputedStyle(one).lineHeight)));
    const stretches = [...stretchesOf(lines, height)];
    const rules = stretches.map(([statement, parts]) => {
      const d = parts.map(([from, to]) => `M14.5 ${from + 1}V${to - 1}`).join("");
      return `<path class="${statement.className.split(" ")[0]}" d="${d}"/>`;
    });
    const signs =
      root.dataset.lens === "sure"
        ? hedges(block)
        : stretches.map(([statement, [[from, to]]]) => [
            sign(statement),
            from + Math.min(to - from, height) / 2,
          ]);
    const ordered = root.dataset.lens === "sure" ? signs.map(([y, words]) => [words, y]) : signs;
    return rules.join("") + ordered.map(([words, y]) => text(words, y)).join("");
  };

  const drawAll = (chosen = blocks.keys()) => {
    const drawn = [...chosen].map((block) => [block, draw(block, blocks.get(block))]);
    for (const [block, marks] of drawn) {
      if (!drawings.has(block)) {
        const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
        drawing.setAttribute("class", "gutter");
        drawing.setAttribute("aria-hidden", "true");
        block.classList.add("ruled");
        block.append(drawing);
        drawings.set(block, drawing);
      }
      drawings.get(block).innerHTML = marks;
    }
  };

  const observer = new ResizeObserver((entries) => drawAll(entries.map(({ target }) => target)));
  for (const block of blocks.keys()) observer.observe(block);
  document.fonts.addEventListener("loadingdone", () => drawAll());
  document.addEventListener("lens", () => drawAll());
})();
