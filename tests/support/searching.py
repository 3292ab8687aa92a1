"""The search as a reader uses it."""

import csv

from playwright.sync_api import Page, expect

from cases import FOLDER

# What the look-up finds, in the order in which a reader sees it.
FIND = """queries => queries.map(query => {
  const { entries, texts, textFirst } = lookUp.find(query);
  const groups = [entries.map(entry => entry.url), texts.map(hit => hit.section.url)];
  return (textFirst ? groups.reverse() : groups).flat();
})"""


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a file of cases of the search."""
    text = (FOLDER / "search" / name).read_text(encoding="utf-8")
    return [*csv.DictReader(text.splitlines())]


def type_words(page: Page, words: str) -> None:
    """Put `words` into the search, and wait until names and text have been searched."""
    field = page.locator(".md-search__input")
    field.click()
    field.fill(words)
    expect(page.locator(".found-count")).not_to_contain_text("¶14")
    expect(page.locator(".found-count")).not_to_contain_text("being read")


def search(page: Page, words: str) -> list[str]:
    """Type `words` into the search and return the addresses of what it finds, in order."""
    type_words(page, words)
    hits = page.locator("#found [role=option]")
    hrefs: list[str] = hits.evaluate_all("links => links.map(link => link.href)")
    return hrefs
