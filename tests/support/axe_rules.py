"""The rules of axe, run on an open page."""

from importlib.resources import files

from playwright.sync_api import Page

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")


def violations(page: Page) -> list[str]:
    """Return each violation of WCAG 2.2 at level AA as its rule and the element."""
    page.evaluate(AXE)
    found = page.evaluate(
        """async (rules) => {
          const how = { runOnly: rules, preload: false, selectors: false,
            resultTypes: ["violations"] }; // preload asks for the styles again
          const { violations } = await axe.run(document, how);
          return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
        }""",
        list(RULES),
    )
    return list(found)
