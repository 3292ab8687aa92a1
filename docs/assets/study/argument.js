/* A walk along the argument by arrow keys, from the name of a node: → to its
   grounds, or else its marks; ← to what it supports; ↑ ↓ to what stands beside it, marks first. */

(() => {
  const tree = document.querySelector(".argument");
  const name = (node) => node?.querySelector(".name");
  const above = (node) => node.parentElement.closest(".node");
  // What stands at a node, as the page has it: its marks, then its grounds.
  const below = (node) =>
    [...(node ?? tree).querySelectorAll(".node")].filter((other) => above(other) === node);
  const beside = (node, step) => below(above(node))[below(above(node)).indexOf(node) + step];
  const ways = {
    ArrowRight: (node) => below(node).find((other) => other.matches("ol > *")) ?? below(node)[0],
    ArrowLeft: above,
    ArrowDown: (node) => beside(node, 1),
    ArrowUp: (node) => beside(node, -1),
  };
  tree?.addEventListener("keydown", (event) => {
    const node = event.target.closest(".name")?.closest(".node");
    if (!node || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const next = name(ways[event.key]?.(node));
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  });
})();
