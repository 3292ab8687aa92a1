"""What is copied from a woven chapter keeps its reference; both are printed side by side."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from conftest import Open
from guides import WINTER


@pytest.fixture
def site(woven: Path) -> Path:
    """Return the site with the copy, which the pages are opened from here."""
    return woven


TITLE = (
    "Ilse Marrand, “The Ferry War of Lake Ostrel,” Ostrel Quarterly Review, Winter 1900, {}, "
    "https://example.org/the-ferry-war"
)
RETOLD = "; retold in “The Ferry War of Lake Ostrel, annotated”, version"
COPY = """() => {
  const range = document.createRange();
  range.setStart(document.querySelector('.face:has(#p%s) .original-text'), 1);
  range.setEndAfter(document.querySelector('%s'));
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  const data = new DataTransfer();
  const event = new ClipboardEvent('copy', {clipboardData: data, bubbles: true, cancelable: true});
  document.querySelector('#p8').dispatchEvent(event);
  return data.getData('text/plain');
}"""


@pytest.mark.parametrize(
    ("face", "end", "reference"),
    [
        ("the original", ".face:has(#p8) .original-text", (TITLE.format("¶7–8"))),
        ("both", ".face:has(#p7) .original-text", TITLE.format("¶7")),
        ("both", "#p7", TITLE.format("¶7") + "; " + TITLE.format("¶7") + RETOLD),
    ],
)
def test_what_is_copied_keeps_its_reference(
    open_page: Open, face: str, end: str, reference: str
) -> None:
    page = open_page(WINTER)
    page.get_by_label(face).check()

    copied = page.evaluate(COPY % ("7", end))

    assert "the ferry Heron struck" in copied
    assert f"\n\n{reference}" in copied


def test_both_are_printed_as_facing_columns(open_page: Open) -> None:
    page = open_page(WINTER)

    page.emulate_media(media="print")

    left = "e => e.getBoundingClientRect().left"
    face = page.locator(".face:has(#p8)")
    assert face.locator(".original").evaluate(left) < page.locator("#p8").evaluate(left) - 100
    expect(page.get_by_label("both")).to_be_hidden()
