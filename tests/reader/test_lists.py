"""Lists: rows that open in place, a filter that folds spellings and has an address."""

import re

import pytest
from playwright.sync_api import Page, expect

from conftest import Open
from shared_pages import Look

GLOSSARY = "glossary/index.html"
LISTS = (
    (GLOSSARY, "nikāyah", "#nikayah"),
    (GLOSSARY, "نكايه", "#nikayah"),
    ("people/index.html", "adnani", "#abu-muhammad-al-adnani"),
    ("groups/index.html", "Nusra", "#jabhat-al-nusra"),
    ("places/index.html", "Mayadeen", "#row-mayedin"),
    ("events/index.html", "Tal Afar", "#row-tal-afar-lost"),
    ("sources/index.html", "note 43", ".of-source:has(a[href$='#fn:43'])"),
)
# On a long list a letter, or a year, and how many of its rows have it.
LETTERS = (
    (GLOSSARY, "N", "#nikayah"),
    ("places/index.html", "Q", "#row-al-qaim"),
    ("places/index.html", "A", "#row-al-qaim"),
    ("people/index.html", "B", "#al-bilawi"),
    ("events/index.html", "2008", "#row-isi-insurgency-2008"),
    ("sources/index.html", "S", ".of-source"),
)
SHOWN = "rows => rows.filter(row => row.checkVisibility()).length"


def rows(page: Page) -> int:
    """Return how many rows are shown."""
    return int(page.locator("[data-find]").evaluate_all(SHOWN))


@pytest.mark.parametrize(("path", "words", "row"), LISTS)
def test_a_name_in_any_spelling_leaves_its_row(
    open_page: Open, path: str, words: str, row: str
) -> None:
    page = open_page(path)
    everything = rows(page)

    page.get_by_role("searchbox", name="Find in this list").fill(words)

    expect(page.locator(row).first).to_be_visible()
    expect(page.locator(".list-filter output")).not_to_be_empty()
    assert 1 <= rows(page) < everything / 3


@pytest.mark.parametrize(("path", "letter", "row"), LETTERS)
def test_a_letter_leaves_its_rows_and_has_an_address(
    open_page: Open, path: str, letter: str, row: str
) -> None:
    page = open_page(path)
    everything = rows(page)
    link = page.locator(".list-letters").get_by_role("link", name=letter, exact=True)

    link.click()
    expect(page).to_have_url(re.compile(rf"\?letter={letter}$"))
    page.reload()

    expect(page.locator(".list-letters [aria-current]")).to_have_text(letter)
    expect(page.locator(f"{row}:visible").first).to_be_visible()
    assert 1 <= rows(page) < everything / 3
    link.click()
    assert rows(page) == everything


def test_without_scripts_a_letter_leads_to_its_first_row(open_page: Open) -> None:
    page = open_page(GLOSSARY, java_script_enabled=False)

    page.locator(".list-letters").get_by_role("link", name="K", exact=True).click()

    expect(page.locator("#kawatim")).to_be_in_viewport()


def test_a_source_opens_in_its_place(open_page: Open) -> None:
    page = open_page("sources/index.html", width=360)
    source = page.locator(".of-source").first
    expect(source.locator(".entry-when")).to_contain_text("20")
    expect(source.locator("> div")).to_be_hidden()

    source.locator("> summary").click()

    expect(source.locator(".cited-in")).to_be_visible()


def test_three_letters_on_a_phone_reach_a_word_and_open_it(open_page: Open) -> None:
    page = open_page(GLOSSARY, width=360, has_touch=True)
    field = page.get_by_role("searchbox", name="Find in this list")
    expect(field).to_be_in_viewport(ratio=1)

    field.tap()
    page.keyboard.type("nik")

    expect(page.locator("#nikayah")).to_have_attribute("open", "")
    expect(page.locator("#nikayah")).to_contain_text("war of attrition")
    assert rows(page) == 1


def test_what_is_filtered_has_an_address_and_empty_groups_go(open_page: Open) -> None:
    page = open_page(GLOSSARY)
    page.get_by_role("searchbox", name="Find in this list").fill("sawlat")
    expect(page).to_have_url(re.compile(r"\?find=sawlat$"))
    page.reload()

    expect(page.locator("#sawlat")).to_be_visible()
    expect(page.locator(".list-filter output")).not_to_be_empty()
    assert rows(page) == 1
    assert page.locator("h2[id]:visible").count() == 1


@pytest.mark.parametrize("scripts", [True, False])
def test_a_link_to_an_entry_opens_it(open_page: Open, *, scripts: bool) -> None:
    page = open_page(f"{GLOSSARY}#nikayah", java_script_enabled=scripts)

    expect(page.locator("#nikayah")).to_be_in_viewport()
    expect(page.locator("#nikayah > div > .lead")).to_be_visible()
    expect(page.locator("#sahwa > div > .lead")).to_be_hidden()


def test_without_scripts_every_row_is_there_and_opens(open_page: Open) -> None:
    page = open_page(GLOSSARY, java_script_enabled=False)

    expect(page.locator(".list-filter")).to_be_hidden()
    page.locator("#sahwa > summary").click()
    expect(page.locator("#sahwa > div > .lead")).to_be_visible()


def test_paper_shows_every_entry_whole(look: Look) -> None:
    page = look(GLOSSARY, media="print")

    expect(page.locator("#sahwa > div > .lead")).to_be_visible()
    expect(page.locator(".list-filter")).to_be_hidden()


@pytest.mark.parametrize(
    ("path", "most"),
    [
        (GLOSSARY, 14),
        ("people/index.html", 7),
        ("groups/index.html", 9),
        ("places/index.html", 16),
        ("sources/index.html", 22),
    ],
)
def test_a_list_is_short_on_a_phone(look: Look, path: str, most: int) -> None:
    page = look(path, 360)

    assert page.evaluate("document.documentElement.scrollHeight / innerHeight") < most
