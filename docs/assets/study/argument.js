/* A walk along the argument by arrow keys, from the name of a node: → down, ← up, ↑ ↓ beside it. */

(() => {
  const tree = document.querySelector(".argument");
  const name = (node) => node?.querySelector(".name");
  const siblings = (node) =>
    [...node.parentElement.children].filter((other) => other.matches(".node"));
  const beside = (node, step) => siblings(node)[siblings(node).indexOf(node) + step];
  const ways = {
    ArrowRight: (node) => node.querySelector("ol > .node") ?? node.querySelector(".flags > .node"),
    ArrowLeft: (node) => node.parentElement.closest(".node"),
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
