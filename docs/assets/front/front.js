/* Tells of the block that is pointed at, tapped or stepped to, in the place of the finding under the
   grid of statements. A tap tells first, the next one follows; buttons and arrow keys step. */
(() => {
  const weave = document.querySelector(".weave");
  if (!weave) return;
  const under = weave.querySelector(".under");
  const readout = weave.querySelector(".readout");
  const columns = [...weave.querySelectorAll(".column")].map((column) => [
    ...column.querySelectorAll(".block"),
  ]);
  const labels = Object.fromEntries(
    [...weave.querySelectorAll("[data-speaker]")].map((one) => [
      one.dataset.speaker,
      one.querySelector("span").textContent,
    ]),
  );
  const blocks = columns.flat();
  let reading = null;
  // What is told of the blocks is a file of its own, read when it is first wanted.
  const read = () =>
    (reading ??= new Promise((resolve) => {
      const script = document.createElement("script");
      script.onload = () => resolve(window.statementWords);
      script.src = weave.dataset.words;
      document.head.append(script);
    }));

  readout.innerHTML = '<p class="said-by"></p><p class="words"></p><p class="leads"></p>';
  const [saidBy, words, leads] = readout.children;
  const link = Object.assign(document.createElement("a"), { textContent: "Read it in its place" });
  const steps = document.createElement("div");
  steps.className = "block-steps";
  steps.role = "group";
  steps.ariaLabel = "Step through the statements";
  steps.innerHTML = [
    ["0 -1", "Statement before", "↑"],
    ["-1 0", "Paragraph before", "←"],
    ["0 1", "Next statement", "↓"],
    ["1 0", "Next paragraph", "→"],
  ]
    .map(([by, name, sign]) => `<button type="button" data-by="${by}" aria-label="${name}">${sign}</button>`)
    .join("");
  under.append(steps);
  let chosen = null;

  const rest = () => {
    chosen?.classList.remove("chosen");
    chosen = null;
    under.classList.remove("telling");
  };

  const tell = async (block, isSpoken) => {
    rest();
    chosen = block;
    block.classList.add("chosen");
    const kind = [...block.classList].find((name) => name in labels);
    const [text, support, remark] = (await read())[blocks.indexOf(block)];
    if (chosen !== block) return;
    const place = block.parentElement.querySelector(".number").textContent;
    saidBy.textContent = `${place} · ${labels[kind]} · ${support}`;
    words.textContent = text;
    link.href = block.href;
    leads.replaceChildren(link, remark ? ` · does not fit: ${remark}` : "");
    readout.className = `readout ${kind}`;
    readout.ariaLive = isSpoken ? "polite" : "off";
    under.classList.add("telling");
  };

  const step = (across, along) => {
    if (!chosen) return tell(columns[0][0], true);
    let column = columns.findIndex((one) => one.includes(chosen));
    let row = columns[column].indexOf(chosen) + along;
    column += across;
    if (row < 0) row = (columns[--column] ?? []).length - 1;
    else if (along && row >= columns[column].length) [column, row] = [column + 1, 0];
    const there = columns[column];
    if (there) tell(there[Math.min(row, there.length - 1)], true);
  };

  let isTouched = false;
  weave.addEventListener("pointerover", ({ target, pointerType }) => {
    if (target.matches("a.block") && pointerType === "mouse") tell(target);
  });
  weave.addEventListener("pointerleave", ({ pointerType }) => {
    if (pointerType === "mouse" && !under.contains(document.activeElement)) rest();
  });
  document.addEventListener("pointerdown", ({ target, pointerType }) => {
    isTouched = pointerType !== "mouse";
    if (isTouched && !target.closest(".weave")) rest();
  });
  weave.addEventListener("click", (event) => {
    const { target } = event;
    if (target.dataset.by) step(...target.dataset.by.split(" ").map(Number));
    if (!target.matches("a.block") || !isTouched || target === chosen) return;
    event.preventDefault();
    tell(target);
  });
  const KEYS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
  under.addEventListener("keydown", (event) => {
    if (event.key === "Escape") rest();
    if (!KEYS[event.key] || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    step(...KEYS[event.key]);
  });
})();
