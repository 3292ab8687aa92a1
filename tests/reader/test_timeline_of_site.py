"""Where the timeline is entered and left, on paper, by key and without a script."""

import pytest
from playwright.sync_api import expect

from conftest import Open
from pages import TIMELINE
from timeline_read import every, ids, listed


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

    expect(page.get_by_label("Place", exact=True)).to_have_value("tal-afar")
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
