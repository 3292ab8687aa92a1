/* Tells of the block that is pointed at, tapped or stepped to, below the grid of statements. A tap
   tells first, the next one follows; buttons and arrow keys step from block to block. */
(() => {
  const grid = document.querySelector(".grid");
  const readout = grid?.querySelector(".readout");
  if (!readout) return;
  const columns = [...grid.querySelectorAll(".column")].map((column) => [
    ...column.querySelectorAll(".block"),
  ]);
  const SPEAKERS = Object.fromEntries(
    [...grid.querySelectorAll("[data-speaker]")].map((one) => [
      one.dataset.speaker,
      one.querySelector("span").textContent,
    ]),
  );
  // The words are told in full below: the browser's own box would only lie over the blocks.
  for (const block of columns.flat()) {
    block.dataset.words = block.title;
    block.removeAttribute("title");
  }

  readout.innerHTML =
    '<p class="said-by">Point at a block, or step through them</p><p class="words"></p>' +
    '<p class="leads"></p><div class="steps" role="group" aria-label="Step through the statements">' +
    '<button type="button" data-by="0 -1" aria-label="Statement before">↑</button>' +
    '<button type="button" data-by="-1 0" aria-label="Paragraph before">←</button>' +
    '<button type="button" data-by="0 1" aria-label="Next statement">↓</button>' +
    '<button type="button" data-by="1 0" aria-label="Next paragraph">→</button></div>';
  readout.hidden = false;
  const [saidBy, words, leads] = readout.querySelectorAll("p");
  const link = document.createElement("a");
  link.textContent = "Read it in its place";
  let chosen = null;
  let told = null;

  const kindOf = (block) => [...block.classList].find((name) => name in SPEAKERS);

  const tell = (block) => {
    chosen?.classList.remove("chosen");
    block.classList.add("chosen");
    chosen = block;
    const kind = kindOf(block);
    const { support, remark, words: text } = block.dataset;
    const place = block.parentElement.querySelector(".number").textContent;
    saidBy.textContent = `${place} · ${SPEAKERS[kind]} · ${support}`;
    words.textContent = text;
    link.href = block.href;
    leads.replaceChildren(link, remark ? ` · remark: ${remark}` : "");
    readout.className = `readout told-of ${kind}`;
  };

  const step = (across, along) => {
    let column = Math.max(0, columns.findIndex((one) => one.includes(chosen)));
    let row = chosen ? columns[column].indexOf(chosen) + along : 0;
    if (chosen) column += across;
    if (row < 0) row = (columns[--column] ?? []).length - 1;
    else if (!across && row >= columns[column].length) [column, row] = [column + 1, 0];
    const there = columns[column];
    if (!there) return;
    tell(there[Math.min(row, there.length - 1)]);
    words.setAttribute("aria-live", "polite");
  };

  grid.addEventListener("pointerover", ({ target, pointerType }) => {
    if (target.matches("a.block") && pointerType === "mouse") tell(target);
  });
  let finger = false;
  grid.addEventListener("pointerdown", ({ pointerType }) => (finger = pointerType !== "mouse"));
  grid.addEventListener("click", (event) => {
    const { target } = event;
    if (target.dataset.by) step(...target.dataset.by.split(" ").map(Number));
    if (!target.matches("a.block") || !finger || told === target) return;
    event.preventDefault();
    told = target;
    tell(target);
  });
  const KEYS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
  readout.addEventListener("keydown", (event) => {
    if (!KEYS[event.key] || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    step(...KEYS[event.key]);
  });
})();
