"""What tests share: a page that is left as it was, and what is left of a long one for the rules."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from axe_rules import shortened, violations
from pages import CHAPTER, TIMELINE
from shared_pages import DESK, Look, SharedPage

LIGHT = "about/accessibility.html"
KINDS = """() => [...new Set([...document.querySelectorAll("article *")].map((one) =>
  [one.parentElement.tagName, one.tagName, ...[...one.classList].sort()].join(" ")))].sort()"""
NAMELESS = """() => {
  window.nameless = Object.assign(document.createElement("a"), { href: "#x" });
  document.querySelector("article p").append(window.nameless);
}"""
FAINT = """() => {
  window.faint = document.querySelector("article p").appendChild(document.createElement("b"));
  window.faint.textContent = "faint";
  window.faint.style.color = "#bbb";
}"""
# But for what a script draws beside a paragraph, again whenever that changes, a little later.
WHOLE = """() => {
  const whole = document.documentElement.cloneNode(true);
  for (const drawn of whole.querySelectorAll(".gutter")) drawn.replaceChildren();
  return whole.outerHTML;
}"""


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("document.querySelector('article p').remove()", "text changed"),
        ("scrollTo({ top: 300, behavior: 'instant' })", "place changed"),
        ("localStorage.links = 'all'", "kept changed"),
        ("location.hash = 'x'", "address changed"),
        ("document.querySelector('.md-search__input').value = 'x'", "fields changed"),
        (
            "document.querySelector('article details, #panel').toggleAttribute('open')",
            "open changed",
        ),
        ("document.querySelector('article a').focus()", "focus changed"),
        ("document.documentElement.dataset.lens = 'who'", "choices changed"),
        ("console.log('a word')", "a word"),
        ("setTimeout(() => nowhere)", "nowhere is not defined"),
        ("fetch('https://host.invalid/').catch(() => 0)", "host.invalid"),
    ],
)
def test_whatever_a_test_does_to_a_shared_page_is_told(
    site: Path, chromium: Browser, change: str, told: str
) -> None:
    kept = SharedPage(site, chromium, LIGHT, DESK, scripts=True)
    assert kept.faults() == []

    kept.page.evaluate(f"() => {{ {change}; }}")
    kept.page.wait_for_timeout(50)

    assert [fault for fault in kept.faults() if told in fault]
    kept.context.close()


@pytest.mark.parametrize("path", [CHAPTER, TIMELINE])
def test_a_page_that_is_shortened_keeps_each_kind_and_is_put_back(look: Look, path: str) -> None:
    page = look(path)
    page.locator("#cards:not([data-shelves])").wait_for(state="attached")  # they come late
    before, size = page.evaluate(WHOLE), page.locator("article *").count()
    kinds = page.evaluate(KINDS)

    with shortened(page):
        assert page.evaluate(KINDS) == kinds
        assert page.locator("article *").count() < size / 2

    assert page.evaluate(WHOLE) == before


def test_what_is_left_of_a_page_is_held_to_the_rules(look: Look) -> None:
    page = look(CHAPTER)

    with shortened(page):
        page.evaluate(NAMELESS)
        assert [fault.partition(":")[0] for fault in violations(page)] == ["link-name"]
        page.evaluate("window.nameless.remove()")
        page.evaluate(FAINT)
        assert [fault.partition(":")[0] for fault in violations(page)] == ["color-contrast"]
        page.evaluate("window.faint.remove()")
