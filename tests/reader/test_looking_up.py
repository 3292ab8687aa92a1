"""What a reader looks up: mentions, entries, another spelling, a number of the profile."""

import pytest
from playwright.sync_api import expect

from conftest import Open
from searching import search
from shared_pages import Look


def test_a_place_shows_every_mention_in_its_sentence(open_page: Open) -> None:
    page = open_page("places/mayedin.html")

    places = page.locator(".mentions li")

    assert {"¶3", "¶10", "¶16", "note a"} <= set(places.locator(":scope > a").all_inner_texts())
    assert set(places.locator("mark").all_inner_texts()) >= {"Mayedin", "Mayadeen"}
    places.locator(":scope > a", has_text="¶16").first.click()
    expect(page.locator("#p16")).to_be_in_viewport()


def test_an_entry_shows_its_mentions(open_page: Open) -> None:
    page = open_page("glossary/index.html#nikayah")
    entry = page.locator("#nikayah details.mentions-folded").first

    entry.locator("summary").click()

    expect(entry.locator("mark", has_text="nikayah").first).to_be_visible()


def test_the_search_finds_an_entity_by_another_spelling(open_page: Open) -> None:
    page = open_page("index.html")
    for words, first in (
        ("Mayadin", "places/mayedin.html"),
        ("Albu Kamal", "places/abu-kamal.html"),
        ("Hawijah", "places/hawija.html"),
        ("nikayah", "glossary/index.html#nikayah"),
    ):
        assert [href for href in search(page, words) if href.endswith(first)], words


@pytest.mark.parametrize(
    "chapter", ["Introduction", "The Islamic State’s Pivot to All-Out Insurgency"]
)
def test_a_number_of_the_profile_leads_to_as_many_sentences(open_page: Open, chapter: str) -> None:
    page = open_page("claims/profile.html")
    row = (
        page.locator("table.profile")
        .filter(has=page.locator("caption", has_text=chapter))
        .first.locator("tr", has_text="said by the Islamic State")
    )
    number = row.locator("td a").inner_text()

    row.locator("td a").click()

    expect(page.locator("table.statements td.text:visible")).to_have_count(int(number))


def test_a_place_shows_where_it_lies(look: Look) -> None:
    page = look("places/al-qaim.html")
    dot = "e => getComputedStyle(e, '::after').left"

    locator = page.locator(".lead > .locator")

    expect(locator).to_be_visible()
    assert locator.evaluate("e => getComputedStyle(e, '::before').maskImage").startswith(
        'url("data:'
    )
    assert locator.evaluate(dot) != "0px"
    expect(page.locator("dl").first).to_contain_text("Anbar Province, Iraq")
