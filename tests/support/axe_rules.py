"""The rules of axe, run on an open page."""

from importlib.resources import files

from playwright.sync_api import Page

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
# The rules take as long for each of many things that are alike; `make audit` takes them all.
MOST = 25
SHORTENED = """([most, at]) => document.querySelectorAll(
  "article, article :is(ol, ul, dl, tbody, svg), .md-nav__list",
).forEach((list) => {
  const all = [...list.children].filter((child) => !child.matches(".lens-bar"));
  const middle = at ? all.findIndex((child) => child.matches(at) || child.querySelector(at)) : -1;
  const first = Math.max(0, middle - Math.floor(most / 2));
  all.forEach((child, index) => index < first || index >= first + most ? child.remove() : 0);
})"""
# Text at 7 to 1, 4.5 to 1 where it is large: level AAA.
ENHANCED = ("color-contrast-enhanced",)
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")


def shorten(page: Page, at: str = "", most: int = MOST) -> None:
    """Leave `most` children of a list or an article: the first, or those about the element `at`."""
    page.evaluate(SHORTENED, [most, at])


def violations(page: Page, rules: tuple[str, ...] = RULES) -> list[str]:
    """Return each violation as its rule and the element: of WCAG 2.2 at level AA, or of `rules`."""
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
