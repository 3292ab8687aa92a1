"""The keyboard in the hands of a reader, and what it has opened."""

from playwright.sync_api import Locator, Page

OPEN = ".card:popover-open"


def focus(page: Page, link: Locator) -> None:
    """Go to a link as by keyboard: with the key Tab, from what stands before it."""
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
