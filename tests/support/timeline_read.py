"""What the timeline lists, read from its page."""

from playwright.sync_api import Locator, Page


def listed(page: Page) -> Locator:
    return page.locator(".timeline li[data-kind]:visible")


def ids(page: Page) -> list[str]:
    found: list[str] = listed(page).evaluate_all("items => items.map(item => item.id)")
    return found


def every(page: Page) -> int:
    return page.locator(".timeline li[data-kind]").count()
