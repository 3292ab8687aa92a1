"""The rules of axe, run on an open page, where things that are alike stand but a few times."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files

from playwright.sync_api import Page

SOURCE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
# A third of its time it reads colours, the same few again for each element: each is read once.
ONCE = """;{
  const { prototype } = axe.commons.color.Color;
  const { parseString } = prototype;
  const known = new Map();
  prototype.parseString = function (words) {
    const colour = known.get(words);
    if (colour) return Object.assign(this, colour);
    parseString.call(this, words);
    const { r, g, b, alpha } = this;
    known.set(words, { r, g, b, alpha });
    return this;
  };
}
0;"""
AXE = SOURCE + ONCE
# The rules take as long for each of many things that are alike; `make audit` takes them all. Of the
# children of a list stay the first, those about `at`, and the fewest that hold each kind of element
# that the list holds; of the cards, those that are open or describe a link. What is named by words
# that are gone finds them hidden at the end.
SHORTENED = """(at) => {
  const kind = (one) => [one.tagName, ...[...one.classList].sort()].join(".");
  const within = (child) => [child, ...child.querySelectorAll("*")];
  const kinds = (all) => new Set(all.map((one) => `${one.parentNode.tagName} > ${kind(one)}`));
  const isAt = (child) => at && (child?.matches(at) || child?.querySelector(at));
  window.taken = [];
  const take = (one) => {
    window.taken.push([one, one.parentNode, one.nextSibling]);
    one.remove();
  };
  const lists = document.querySelectorAll(
    "article, article :is(ol, ul, dl, tbody, svg:not(.gutter)), .md-nav__list");
  for (const list of [...lists].reverse()) {
    const seen = new Set();
    const left = new Map();
    const keep = (child, held) => {
      held.forEach((one) => seen.add(one));
      left.delete(child);
    };
    [...list.children].forEach((child, index, all) => {
      const parts = within(child);
      left.set(child, { held: kinds(parts), size: Math.sqrt(parts.length) });
      if (!index || child.matches(".lens-bar") || isAt(child) || isAt(all[index - 1]))
        keep(child, left.get(child).held);
    });
    for (let best = true; best; ) {
      let most = 0;
      best = null;
      for (const [child, { held, size }] of left) {
        const gain = [...held].filter((one) => !seen.has(one)).length / size;
        if (gain > most) [best, most] = [child, gain];
      }
      if (best) keep(best, left.get(best).held);
    }
    for (const child of [...list.children]) if (left.has(child)) take(child);
  }
  const told = document.querySelectorAll(":is(article, :popover-open) [aria-describedby]");
  const needed = new Set([...told].map((one) => one.getAttribute("aria-describedby")));
  for (const card of document.querySelectorAll(".card:not(:popover-open)"))
    if (![...card.querySelectorAll("[id]")].some(({ id }) => needed.has(id))) take(card);
  window.names = document.body.appendChild(document.createElement("div"));
  window.names.hidden = true;
  for (const one of document.querySelectorAll("article [aria-labelledby]"))
    for (const id of one.getAttribute("aria-labelledby").split(" ")) {
      const gone = window.taken.map(([part]) => part.querySelector(`[id="${id}"]`)).find(Boolean);
      if (gone && !document.getElementById(id)) window.names.append(gone.cloneNode(true));
    }
}"""
PUT_BACK = """() => {
  window.names.remove();
  for (const [child, list, next] of window.taken.reverse()) list.insertBefore(child, next);
}"""
# Text at 7 to 1, 4.5 to 1 where it is large: level AAA.
ENHANCED = ("color-contrast-enhanced",)
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
# What another scheme can break on a page that breaks no rule in one.
COLOURS = ("color-contrast", "link-in-text-block")
# What another width and scheme can break on it; which parts of the frame a width shows, the pages
# of each kind tell, in one width or the other.
OTHER_VIEW = (*COLOURS, "target-size", "scrollable-region-focusable")


def shorten(page: Page, at: str = "") -> None:
    """Leave each kind of element in the lists and the article, and what stands about `at`."""
    page.evaluate(SHORTENED, at)


@contextmanager
def shortened(page: Page) -> Iterator[None]:
    """Shorten a page for a while."""
    shorten(page)
    try:
        yield
    finally:
        page.evaluate(PUT_BACK)


def violations(page: Page, rules: tuple[str, ...] = RULES) -> list[str]:
    """Return each violation as its rule and the element: of WCAG 2.2 at level AA, or of `rules`."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found = page.evaluate(
        """async (rules) => {
          const how = { runOnly: rules, preload: false, selectors: false,
            resultTypes: ["violations"] }; // preload asks for the styles again
          const { violations } = await axe.run(document, how);
          return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
        }""",
        list(rules),
    )
    return list(found)
