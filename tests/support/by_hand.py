"""The keyboard in the hands of a reader, and what it has opened."""

from playwright.sync_api import Locator, Page

OPEN = ".card:popover-open"
MOVING = """() => document.getAnimations().some((one) =>
  one.playState === "running" && one.effect.getComputedTiming().endTime !== Infinity)"""


def focus(page: Page, link: Locator) -> None:
    """Go to a link as by keyboard, which is with a key down."""
    page.keyboard.down("Shift")
    link.focus()
    page.keyboard.up("Shift")


def at_rest(page: Page) -> None:
    """Wait until nothing on the page moves, fades or grows any more."""
    while page.evaluate(MOVING):
        page.wait_for_timeout(20)
