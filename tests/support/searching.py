"""The search as a reader uses it."""

import re

from playwright.sync_api import Page, expect


def search(page: Page, words: str) -> list[str]:
    """Type `words` into the search and return the addresses in the first group of hits."""
    field, items = page.get_by_placeholder("Search"), page.locator(".md-search-result__item")
    field.click()
    field.fill("")
    page.keyboard.press("Shift")
    expect(items).to_have_count(0)
    page.keyboard.insert_text(words)
    page.keyboard.press("Shift")
    first = items.first
    expect(first).to_be_visible()
    hrefs: list[str] = first.locator("a").evaluate_all("links => links.map(link => link.href)")
    return [re.sub(r"\?h=[^#]*", "", href) for href in hrefs]
