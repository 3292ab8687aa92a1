"""The search: every form of a name leads to the page or entry of what it names, first."""

import pytest
from playwright.sync_api import Page, expect

from conftest import Open
from searching import search

FORMS = {
    "Mayadin": "places/mayedin.html",
    "Mayadeen": "places/mayedin.html",
    "mayedin": "places/mayedin.html",
    "alqaim": "places/al-qaim.html",
    "al-Qa'im": "places/al-qaim.html",
    "al-Qa’im": "places/al-qaim.html",
    "qaim": "places/al-qaim.html",
    "Deir al-Zour": "places/deir-ez-zor.html",
    "Deir Ezzor": "places/deir-ez-zor.html",
    "Samaraa": "places/samarra.html",
    "نكاية": "glossary/index.html#nikayah",
    "النكاية": "glossary/index.html#nikayah",
    "Sahwat": "glossary/index.html#sahwa",
    "Naba": "groups/index.html#al-naba",
}


@pytest.mark.parametrize("protocol", ["file", "http"])
def test_a_form_of_a_name_leads_to_it_first(open_page: Open, served: str, protocol: str) -> None:
    page = open_page("index.html")
    if protocol == "http":
        page.context.set_offline(False)
        page.goto(f"{served}/index.html")

    found = {words: search(page, words) for words in FORMS}

    # A page stands first, an entry behind the page that gathers it.
    places = {words: 1 if "#" in first else 0 for words, first in FORMS.items()}
    others = {
        words: found[words]
        for words, first in FORMS.items()
        if not found[words][places[words]].endswith(first)
    }
    assert others == {}


def _requests(page: Page, address: str) -> list[str]:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.context.set_offline(False)
    page.goto(address, wait_until="networkidle")
    return asked


def test_the_index_is_fetched_when_the_search_is_used(open_page: Open, served: str) -> None:
    page = open_page("index.html")
    asked = _requests(page, f"{served}/chapters/02-strategic-retreat.html")
    assert not [url for url in asked if "search" in url and not url.endswith("late-search.js")]

    page.get_by_placeholder("Search").click()
    page.keyboard.type("Rawa")

    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert [url for url in asked if url.endswith("search_index.json")]


def test_the_results_show_no_list_of_forms(open_page: Open) -> None:
    page = open_page("index.html")

    search(page, "Mayadin")

    expect(page.locator(".md-search-result .md-tags:visible")).to_have_count(0)


def test_all_annotations_stand_on_one_page_with_their_paragraphs(open_page: Open) -> None:
    page = open_page("sources/annotations.html")
    wheres = page.locator("main li > .where").all_inner_texts()

    assert len(wheres) == int(page.locator("main p", has_text="There are").inner_text().split()[2])
    assert {"¶6", "¶56"} & set(wheres)
    page.locator("main li > .where a", has_text="¶8").first.click()
    expect(page.locator("#p8")).to_be_in_viewport()
