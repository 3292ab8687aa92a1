"""Six things that somebody new sets out to do: what it takes, in presses and in seconds.

A press is a click, a tap, or the Enter key; words are typed, and pages are scrolled.
"""

import re
from collections.abc import Iterator
from time import monotonic

import pytest
from playwright.sync_api import Locator, Page, expect

from by_hand import OPEN
from conftest import Open

SIZES = {"desk": (1280, 800), "phone": (360, 760)}
MOST_PRESSES, MOST_SECONDS = 3, 30
ANY = pytest.mark.parametrize("device", ["desk", "phone"])


class Newcomer:
    """Somebody on the front page, with a mouse or a finger, whose presses are counted."""

    def __init__(self, open_page: Open, device: str, start: str = "index.html") -> None:
        width, height = SIZES[device]
        self.is_phone = device == "phone"
        self.page: Page = open_page(
            start, width=width, has_touch=self.is_phone, is_mobile=self.is_phone
        )
        self.page.set_viewport_size({"width": width, "height": height})
        self.presses = 0

    def press(self, what: Locator) -> None:
        """Press something, and nothing that lies on it."""
        self.presses += 1
        if self.is_phone:
            what.tap()
        else:
            what.click()

    def type(self, words: str) -> None:
        """Type words into what has the focus."""
        self.page.keyboard.type(words)

    def enter(self) -> None:
        """Press the Enter key."""
        self.presses += 1
        self.page.keyboard.press("Enter")

    def search(self, words: str) -> Locator:
        """Open the search, type words, and return the first that it finds."""
        sign = self.page.locator("header label[for=__search]").first
        self.press(sign if self.is_phone else self.page.locator(".md-search__input"))
        self.type(words)
        expect(self.page.locator(".found-count")).not_to_contain_text("being read")
        return self.page.locator("#found [role=option]").first


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    began = monotonic()
    yield
    assert monotonic() - began < MOST_SECONDS


@ANY
def test_what_happened_in_mayedin_and_who_says_so(open_page: Open, device: str) -> None:
    newcomer = Newcomer(open_page, device)

    newcomer.press(newcomer.search("what happened in Mayedin"))

    page = newcomer.page
    page.wait_for_url("**/places/mayedin.html")
    expect(page.get_by_role("heading", name="Who says so")).to_be_visible()
    assert page.locator(".said-mark, .lane a").count() > 5
    assert newcomer.presses <= MOST_PRESSES


@ANY
def test_casualties_that_rest_only_on_the_group(open_page: Open, device: str) -> None:
    newcomer = Newcomer(open_page, device)

    newcomer.press(newcomer.search("casualties"))
    page = newcomer.page
    newcomer.press(page.get_by_role("link", name="Which casualties rest only on the word"))

    expect(page.locator("#hits")).to_have_text(re.compile(r"^6 of \d+ statements$"))
    assert newcomer.presses <= MOST_PRESSES


def test_three_unknown_words_on_a_phone(open_page: Open) -> None:
    newcomer = Newcomer(open_page, "phone", "chapters/03-pivot-to-insurgency.html#p23")
    page = newcomer.page
    page.locator("#cards:not([data-shelves])").wait_for(state="attached")

    for paragraph, word in (
        ("p23", "caliphate"),
        ("p25", "military deception"),
        ("p27", "war minister"),
    ):
        newcomer.press(page.locator(f"#{paragraph} a.mention", has_text=word))
        expect(page.locator(OPEN)).to_have_id(re.compile("card-"))
        expect(page.locator(f"{OPEN} .card-name")).to_contain_text(re.compile(word, re.IGNORECASE))

    assert newcomer.presses == MOST_PRESSES


@ANY
def test_what_could_be_known_on_the_first_of_september(open_page: Open, device: str) -> None:
    newcomer = Newcomer(open_page, device, "timeline/index.html")
    page = newcomer.page

    if newcomer.is_phone:
        newcomer.press(page.get_by_role("button", name="Known by"))
    newcomer.press(page.locator("#known"))
    page.locator("#known").fill("2017-09-01")

    expect(page.locator(".timeline li[data-known]:visible").first).to_be_visible()
    assert newcomer.presses + 1 <= MOST_PRESSES  # the timeline is a door


@ANY
def test_paragraph_44_is_cited(open_page: Open, device: str) -> None:
    newcomer = Newcomer(open_page, device)
    page = newcomer.page
    page.context.add_init_script(
        "navigator.clipboard.writeText = async (text) => { window.copied = text; }"
    )

    newcomer.press(newcomer.search("¶44"))
    page.wait_for_url("**#p44")
    newcomer.press(page.locator("#p44 .tool", has_text="copy citation"))

    expect(page.locator("#p44 .tool", has_text="copied")).to_be_visible()
    copied = page.evaluate("window.copied")
    assert "Hassan Hassan" in copied
    assert "¶44" in copied
    assert newcomer.presses <= MOST_PRESSES


def test_sawlat_is_found_on_a_phone(open_page: Open) -> None:
    newcomer = Newcomer(open_page, "phone")

    newcomer.press(newcomer.search("sawlat"))

    page = newcomer.page
    page.wait_for_url("**/glossary/index.html#sawlat")
    expect(page.locator("#sawlat > div")).to_be_in_viewport()
    assert newcomer.presses <= MOST_PRESSES
