"""What a reader does: read, follow a note and come back, look up, search; on any device."""

import re

import pytest
from playwright.sync_api import Page, expect

from conftest import Open

KINDS_OF_PAGE = (
    "index.html",
    "chapters/index.html",
    "chapters/02-strategic-retreat.html",
    "places/index.html",
    "map/index.html",
    "places/mayedin.html",
    "timeline/index.html",
    "events/index.html",
    "events/tal-afar-lost.html",
    "glossary/index.html",
    "people/index.html",
    "groups/index.html",
    "sources/index.html",
    "claims/index.html",
    "claims/statements.html",
    "claims/profile.html",
    "sources/audit.html",
    "about/index.html",
    "about/accessibility.html",
    "sources/annotations.html",
    "data/index.html",
    "about/contributing.html",
    "about/problems.html",
)
CHAPTER = "chapters/02-strategic-retreat.html"


def search(page: Page, words: str) -> list[str]:
    """Type `words` into the search and return the addresses in the first group of hits."""
    page.get_by_placeholder("Search").click()
    page.keyboard.insert_text(words)
    page.keyboard.press("Shift")
    first = page.locator(".md-search-result__item").first
    expect(first).to_be_visible()
    hrefs: list[str] = first.locator("a").evaluate_all("links => links.map(link => link.href)")
    return [re.sub(r"\?h=[^#]*", "", href) for href in hrefs]


@pytest.mark.parametrize("path", KINDS_OF_PAGE)
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_opens_from_the_disk_and_fits_its_width(
    open_page: Open, path: str, width: int, scheme: str
) -> None:
    page = open_page(path, width=width, color_scheme=scheme)

    expect(page.locator("h1").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_scheme_follows_the_reader(open_page: Open) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"

    light = open_page(CHAPTER, color_scheme="light").evaluate(ground)
    dark = open_page(CHAPTER, color_scheme="dark").evaluate(ground)

    assert light != dark


def test_the_measure_is_about_66_characters(open_page: Open) -> None:
    page = open_page(CHAPTER)

    width, of_letter = page.evaluate(
        """() => {
          const paragraph = document.getElementById("p7");
          const probe = document.createElement("span");
          const sample = "the vast area that a group of men had held for a year or more was lost ";
          probe.textContent = sample.repeat(10);
          probe.style.whiteSpace = "pre";
          paragraph.append(probe);
          const width = probe.getBoundingClientRect().width / probe.textContent.length;
          probe.remove();
          return [paragraph.clientWidth, width];
        }"""
    )

    assert 58 <= width / of_letter <= 74


def test_the_fonts_are_those_of_the_site(open_page: Open) -> None:
    page = open_page(CHAPTER)
    page.evaluate("document.fonts.ready")

    used = page.evaluate(
        "[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)"
    )

    assert {family.strip('"') for family in used} == {"Literata"}


def test_arabic_is_set_in_an_arabic_font(open_page: Open) -> None:
    page = open_page("places/mayedin.html")

    script = page.locator("dd [lang=ar]").first

    assert "Noto Naskh Arabic" in script.evaluate("e => getComputedStyle(e).fontFamily")
    assert script.get_attribute("dir") == "rtl"


def test_a_note_is_reached_and_returned_from_by_keyboard(open_page: Open) -> None:
    page = open_page(CHAPTER)

    page.locator('a.footnote-ref[href="#fn:25"]').focus()
    page.keyboard.press("Enter")
    note = page.locator('li[id="fn:25"]')
    expect(note).to_be_in_viewport()
    assert "Iraqi security forces retake al-Qaim" in note.inner_text()
    assert note.evaluate("e => getComputedStyle(e, '::before').content") == '"25"'
    back = page.get_by_label("Back to note 25 in the text")
    back.focus()
    page.keyboard.press("Enter")
    expect(page.locator('[id="fnref:25"]')).to_be_in_viewport()


def test_the_number_in_the_margin_is_a_permanent_link(open_page: Open) -> None:
    page = open_page(CHAPTER)

    number = page.locator("#p14 .paragraph-number")
    number.click()

    assert number.inner_text() == "¶14"
    assert page.url.endswith("#p14")
    left = "e => e.getBoundingClientRect().left"
    assert number.evaluate(left) < page.locator("#p14").evaluate(left)


def test_without_a_script_every_link_still_leads_there(open_page: Open) -> None:
    page = open_page(CHAPTER, java_script_enabled=False)

    page.locator('a.mention.event[data-entity="rawa-captured"]').first.click()

    assert page.url.endswith("events/rawa-captured.html")
    assert "Rawa" in page.locator("h1").inner_text()


def test_a_place_shows_every_mention_in_its_sentence(open_page: Open) -> None:
    page = open_page("places/mayedin.html")

    places = page.locator(".mentions li")

    assert {"¶3", "¶10", "¶16", "note a"} <= set(places.locator(".where").all_inner_texts())
    assert set(places.locator("mark").all_inner_texts()) >= {"Mayedin", "Mayadeen"}
    places.locator(".where", has_text="¶16").first.click()
    expect(page.locator("#p16")).to_be_in_viewport()


def test_an_entry_shows_its_mentions(open_page: Open) -> None:
    page = open_page("glossary/index.html#nikayah")
    entry = page.locator("#nikayah ~ details.mentions-folded").first

    entry.locator("summary").click()

    expect(entry.locator("mark", has_text="nikayah").first).to_be_visible()


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("Mayadin", "places/mayedin.html"),
        ("Albu Kamal", "places/abu-kamal.html"),
        ("Hawijah", "places/hawija.html"),
        ("nikayah", "glossary/index.html#nikayah"),
    ],
)
def test_the_search_finds_an_entity_by_another_spelling(
    open_page: Open, words: str, first: str
) -> None:
    found = search(open_page("index.html"), words)

    assert [href for href in found if href.endswith(first)]


@pytest.mark.parametrize("scripts", [True, False])
def test_a_switch_shows_whose_claim_each_sentence_is(open_page: Open, *, scripts: bool) -> None:
    page = open_page(CHAPTER, java_script_enabled=scripts)
    who = page.locator("#p8 .who")

    expect(who.first).to_be_hidden()
    page.get_by_role("switch", name="Whose claim?").focus()
    page.keyboard.press("Space")

    expect(who.first).to_be_visible()
    assert who.locator("[aria-hidden]").all_inner_texts() == ["O", "A", "O", "O", "R"]
    assert "said by officials" in (who.first.text_content() or "")
    expect(page.locator(".key")).to_contain_text("said by the Islamic State (2)")


def test_a_switch_shows_hedges_and_what_a_sentence_rests_on(open_page: Open) -> None:
    page = open_page(CHAPTER)
    hedge = page.locator("#p8 .hedge", has_text="In all likelihood")
    style = "e => getComputedStyle(e).borderBottomStyle"

    assert hedge.evaluate(style) == "none"
    page.get_by_role("switch", name="How sure?").check()

    assert hedge.evaluate(style) == "solid"
    assert "2 sources" in page.locator("#p8 .rests").first.inner_text()


def test_the_switches_are_remembered(open_page: Open) -> None:
    page = open_page(CHAPTER)

    page.get_by_role("switch", name="Whose claim?").check()
    page.reload()

    expect(page.get_by_role("switch", name="Whose claim?")).to_be_checked()
    expect(page.locator("#p8 .who").first).to_be_visible()


@pytest.mark.parametrize("chapter", ["Introduction", "The pivot to insurgency"])
def test_a_number_of_the_profile_leads_to_as_many_sentences(open_page: Open, chapter: str) -> None:
    page = open_page("claims/profile.html")
    row = page.locator("table", has_text=f"Who speaks: {chapter}").locator(
        "tr", has_text="said by the Islamic State"
    )
    number = row.locator("td a").inner_text()

    row.locator("td a").click()

    heading = page.locator("h3:target")
    expect(heading).to_be_in_viewport()
    assert heading.inner_text().startswith(f"{chapter} ({number})")
    assert heading.evaluate("e => e.nextElementSibling.children.length") == int(number)
