"""What a reader does with the timeline: filters, orders, goes back, shares the address."""

import pytest
from playwright.sync_api import Locator, Page, expect

from conftest import Open

TIMELINE = "timeline/index.html"


def listed(page: Page) -> Locator:
    return page.locator(".timeline li[data-kind]:visible")


def ids(page: Page) -> list[str]:
    found: list[str] = listed(page).evaluate_all("items => items.map(item => item.id)")
    return found


def every(page: Page) -> int:
    return page.locator(".timeline li[data-kind]").count()


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
    expect(page.locator(".strip a:not(.out)[href^='#event-']")).to_have_count(listed(page).count())


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

    days: list[str] = listed(page).evaluate_all("items => items.map(item => item.dataset.source)")
    known = [day for day in days if day]
    assert days == sorted(known) + [""] * (len(days) - len(known))
    assert page.locator(".timeline h2").last.inner_text() == "No published source with a date"
    page.get_by_label("when it happened").check()
    assert ids(page) == before
    assert page.url.endswith("index.html")


def test_what_could_be_known_by_a_day(open_page: Open) -> None:
    page = open_page(f"{TIMELINE}#known=2017-08-30")

    assert "event-tal-afar-lost" in ids(page)
    days: list[str] = listed(page).evaluate_all("items => items.map(item => item.dataset.source)")
    assert all("" < day <= "2017-08-30" for day in days)
    silent = page.locator(".timeline li[data-source='']").count()
    said = page.locator("#hits").inner_text()
    assert "could be known by 30 August 2017" in said
    assert f"Left out: {silent} for which no published source" in said


def test_the_slider_moves_by_arrow_key_through_the_days_of_the_sources(open_page: Open) -> None:
    page = open_page(TIMELINE)
    slider = page.get_by_label("What could be known by")
    everything = listed(page).count()

    slider.focus()
    page.keyboard.press("Home")
    first = listed(page).count()
    page.keyboard.press("ArrowRight")

    assert 0 < first < everything
    assert listed(page).count() >= first
    day = page.url.rpartition("#known=")[2]
    assert (
        day
        == sorted(
            {
                *page.locator(".timeline li").evaluate_all(
                    "items => items.map(item => item.dataset.source).filter(Boolean)"
                )
            }
        )[1]
    )
    assert slider.get_attribute("aria-valuetext") == page.locator("#known-by").inner_text()
    page.keyboard.press("End")
    assert listed(page).count() == everything


def test_a_view_without_hits_says_so(open_page: Open) -> None:
    page = open_page(f"{TIMELINE}#place=nowhere")

    assert listed(page).count() == 0
    assert page.locator("#hits").inner_text() == f"No event is left: 0 of {every(page)}."


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("scripts", [True, False])
def test_an_event_that_is_linked_to_is_marked(
    open_page: Open, scheme: str, *, scripts: bool
) -> None:
    page = open_page(
        f"{TIMELINE}#event-tal-afar-lost", color_scheme=scheme, java_script_enabled=scripts
    )
    item, other = page.locator("#event-tal-afar-lost"), page.locator("#event-hawija-surrenders")
    ground = "e => getComputedStyle(e).backgroundColor"
    edge = "e => getComputedStyle(e).borderInlineStartColor"

    expect(item).to_be_in_viewport()
    assert item.evaluate(ground) != other.evaluate(ground)
    assert item.evaluate(edge) != other.evaluate(edge)


def test_a_mark_of_the_strip_shows_an_event_that_a_filter_hides(open_page: Open) -> None:
    page = open_page(f"{TIMELINE}#place=mosul")
    item = page.locator("#event-rutbah-raid")
    expect(item).to_be_hidden()

    page.locator(".strip a[href='#event-rutbah-raid']").dispatch_event("click")

    expect(item).to_be_in_viewport()


def test_an_event_that_the_filter_shows_is_followed_within_it(open_page: Open) -> None:
    page = open_page(f"{TIMELINE}#place=tal-afar")
    shown = ids(page)

    page.locator(".strip a[href='#event-tal-afar-lost']").dispatch_event("click")

    expect(page.locator("#event-tal-afar-lost")).to_be_in_viewport()
    assert ids(page) == shown


def test_without_a_script_the_list_is_whole_and_no_filter_is_shown(open_page: Open) -> None:
    page = open_page(TIMELINE, java_script_enabled=False)

    assert listed(page).count() == every(page) > 100
    expect(page.locator(".timeline-controls")).to_be_hidden()
    page.get_by_role("link", name="2014", exact=True).click()
    expect(page.get_by_role("heading", name="2014", exact=True)).to_be_in_viewport()


def test_the_strip_is_out_of_the_way_of_the_keyboard(open_page: Open) -> None:
    page = open_page(TIMELINE)
    page.locator(".lead").evaluate("e => { e.tabIndex = -1; e.focus(); }")

    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.name") == "order"


def test_contents_move_the_focus_and_leave_the_view_alone(open_page: Open) -> None:
    page = open_page(f"{TIMELINE}#order=article")

    page.locator(".contents a").last.focus()
    page.keyboard.press("Enter")

    assert page.url.endswith("#order=article")
    assert page.evaluate("document.activeElement.tagName") == "H2"
    expect(page.locator(".timeline section").last.locator("h2")).to_be_in_viewport()


def test_the_page_of_a_place_leads_to_its_events_on_the_timeline(open_page: Open) -> None:
    page = open_page("places/tal-afar.html")

    page.get_by_role("link", name="These on the timeline").click()

    assert page.get_by_label("Place", exact=True).input_value() == "tal-afar"
    assert "event-tal-afar-lost" in ids(page)


def test_the_page_of_an_event_leads_to_it_on_the_timeline(open_page: Open) -> None:
    page = open_page("events/tal-afar-lost.html")

    page.get_by_role("link", name="On the timeline").click()

    expect(page.locator("#event-tal-afar-lost")).to_be_in_viewport()


def test_controls_are_large_enough_for_a_finger(open_page: Open) -> None:
    page = open_page(TIMELINE, width=360, has_touch=True)

    for one in page.locator(
        ".timeline-controls :is(select, fieldset label, button, [type=range]), .contents a"
    ).all():
        box = one.bounding_box()
        assert box
        assert min(box["height"], box["width"]) >= 24, one.inner_text()


def test_in_print_the_list_is_whole_and_the_controls_are_gone(open_page: Open) -> None:
    page = open_page(TIMELINE)

    page.emulate_media(media="print")

    expect(page.locator(".timeline-controls")).to_be_hidden()
    assert listed(page).count() == every(page)
