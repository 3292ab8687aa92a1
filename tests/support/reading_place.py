"""The line that is read: found before the window changes, and how far it has moved after that.

It is the text a third of the window from above, where the window is looked into.
"""

PLACES = tuple(range(5, 100, 10))
GO = """(percent) => {
  const most = document.documentElement.scrollHeight - innerHeight;
  scrollTo({ top: Math.round((most * percent) / 100), behavior: "instant" });
}"""
# The first character at the height looked at, or below it, as its paragraph and its place there.
FIND = """() => {
  const { left, width } = document.querySelector("article").getBoundingClientRect();
  for (const down of [0, 12, 24, 48, 96, 150]) {
    const [x, y] = [left + width / 3, innerHeight / 3 + down];
    const caret = document.caretPositionFromPoint?.(x, y);
    const range = caret ? null : document.caretRangeFromPoint(x, y);
    const node = caret?.offsetNode ?? range?.startContainer;
    const offset = caret?.offset ?? range?.startOffset;
    if (node?.nodeType !== 3 || !node.data.trim()) continue;
    const nodes = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) nodes.push(walker.currentNode);
    const at = Math.min(offset, node.length - 1);
    const found = document.createRange();
    found.setStart(node, at);
    found.setEnd(node, at + 1);
    // Where no text stands, an engine may answer with text that is far away.
    const top = found.getClientRects()[0]?.top;
    if (top === undefined || Math.abs(top - y) > 60) continue;
    window.read = found;
    return { block: nodes.indexOf(node), at, top };
  }
  return null;
}"""
NOW = "() => window.read.getClientRects()[0].top"
AGAIN = """({ block, at }) => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let node;
  for (let index = 0; index <= block; index++) node = walker.nextNode();
  const found = document.createRange();
  found.setStart(node, at);
  found.setEnd(node, at + 1);
  return found.getClientRects()[0].top;
}"""
# Longer than the page needs to look again at what is read, and to settle.
REST = 450
MOST = 8
