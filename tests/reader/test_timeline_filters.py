"""What a reader does with the timeline: filters, orders, goes back, shares the address."""

from playwright.sync_api import expect

from conftest import Open
from pages import TIMELINE
from timeline_read import every, ids, listed


def test_filters_are_combined_announced_and_kept_in_the_address(open_page: Open) -> None:
    page = open_page(TIMELINE)
    hits = page.locator("#hits")

    page.get_by_label("Place", exact=True).select_option("mayedin")
    alone = listed(page).count()
    page.get_by_label("Told as").select_option("reported")

    assert 0 < listed(page).count() < alone < every(page)
    assert hits.inner_text() == f"{listed(page).count()} of {every(page)} events"
    assert hits.evaluate("e => e.tagName") == "OUTPUT"
    assert page.url.endswith("#place=mayedin&certainty=reported")
    expect(page.locator(".strip .wide a:not(.out, [aria-hidden])[href^='#event-']")).to_have_count(
        listed(page).count()
    )


def test_an_address_shows_the_same_view_again(open_page: Open) -> None:
    page = open_page(f"{TIMELINE}#place=mayedin&actor=islamic-state&order=article")
    first = ids(page)

    page.get_by_role("button", name="Show all").click()
    assert listed(page).count() == every(page)
    assert page.url.endswith("index.html")
    page.go_back()

    assert ids(page) == first
    assert page.get_by_label("Place", exact=True).input_value() == "mayedin"
    expect(page.get_by_label("where the article tells of it")).to_be_checked()


def test_the_back_button_undoes_one_filter(open_page: Open) -> None:
    page = open_page(TIMELINE)
    page.get_by_label("Kind", exact=True).select_option("battle")
    battles = ids(page)
    page.get_by_label("Actor", exact=True).select_option("iraqi-forces")
    assert ids(page) != battles

    page.go_back()

    assert ids(page) == battles
    assert page.get_by_label("Actor", exact=True).input_value() == ""


def test_what_does_not_fit_is_found_by_a_filter(open_page: Open) -> None:
    page = open_page(TIMELINE)

    page.get_by_label("Conflict").select_option("yes")

    assert 0 < listed(page).count() < every(page)
    for item in listed(page).all():
        assert item.locator(".conflict, .older").count() > 0


def test_a_governorate_finds_what_lies_in_it(open_page: Open) -> None:
    page = open_page(f"{TIMELINE}#place=nineveh")

    assert "event-tal-afar-lost" in ids(page)


def test_the_order_of_the_article_begins_with_its_first_paragraph(open_page: Open) -> None:
    page = open_page(TIMELINE)

    page.get_by_label("where the article tells of it").check()

    told: list[int] = listed(page).evaluate_all(
        "items => items.map(item => Number(item.dataset.paragraph || Infinity))"
    )
    assert told == sorted(told)
    assert len(told) == every(page)
    headings = page.locator(".timeline h2").all_inner_texts()
    assert headings[0] == "Introduction"
    assert len(headings) == len(set(headings))


def test_the_order_of_the_sources_ends_with_what_none_tells(open_page: Open) -> None:
    page = open_page(TIMELINE)
    before = ids(page)

    page.get_by_label("when a source first told of it").check()

    days: list[str] = listed(page).evaluate_all("items => items.map(item => item.dataset.known)")
    index = [day for day in days if day]
    assert days == sorted(index) + [""] * (len(days) - len(index))
    assert page.locator(".timeline h2").last.inner_text() == "No published source with a date"
    page.get_by_label("when it happened").check()
    assert ids(page) == before
    assert page.url.endswith("index.html")


def test_what_could_be_known_by_a_day(open_page: Open) -> None:
    page = open_page(f"{TIMELINE}?known=2017-08-30")

    assert "event-tal-afar-lost" in ids(page)
    days: list[str] = listed(page).evaluate_all("items => items.map(item => item.dataset.known)")
    assert all("" < day <= "2017-08-30" for day in days)
    silent = page.locator(".timeline li[data-known='']").count()
    said = page.locator("#hits").inner_text()
    assert "could be known by 30 August 2017" in said
    assert f"Left out: {silent} for which no published source" in said


def test_a_view_without_hits_says_so(open_page: Open) -> None:
    page = open_page(f"{TIMELINE}#place=nowhere")

    assert listed(page).count() == 0
    assert page.locator("#hits").inner_text() == f"No event is left: 0 of {every(page)}."
