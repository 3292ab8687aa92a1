"""The keyboard in the hands of a reader, and what it has opened."""

from playwright.sync_api import Locator, Page

OPEN = ".card:popover-open"
ENDED = """() => {
  const moving = () => document.getAnimations().filter((one) =>
    one.playState === "running" && one.effect.getComputedTiming().endTime !== Infinity);
  for (let left = moving(); left.length; left = moving()) for (const one of left) one.finish();
}"""


def focus(page: Page, link: Locator) -> None:
    """Go to a link as by keyboard, which is with a key down."""
    page.keyboard.down("Shift")
    link.focus()
    page.keyboard.up("Shift")


def at_rest(page: Page) -> None:
    """Bring to its end at once whatever moves, fades or grows on the page."""
    page.evaluate(ENDED)
