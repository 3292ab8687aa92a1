"""Where the timeline is entered and left, on paper, by key and without a script."""

import pytest
from playwright.sync_api import expect

from conftest import Open
from pages import TIMELINE
from shared_pages import Look, show
from timeline_read import every, ids, listed

BOXES = """(which) =>
  [...document.querySelectorAll(which)].map((one) => one.getBoundingClientRect().toJSON())"""


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

    page.locator(".wide a[href='#event-rutbah-raid']:not([aria-hidden])").click()

    expect(item).to_be_in_viewport()
    top, below = (
        page.locator(name).evaluate(f"e => e.getBoundingClientRect().{edge}")
        for name, edge in (("#event-rutbah-raid", "top"), (".lens-bar", "bottom"))
    )
    assert top >= below


def test_an_event_that_the_filter_shows_is_followed_within_it(open_page: Open) -> None:
    page = open_page(f"{TIMELINE}#place=tal-afar")
    shown = ids(page)

    page.locator(".wide a[href='#event-tal-afar-lost']:not([aria-hidden])").click()

    expect(page.locator("#event-tal-afar-lost .told")).to_be_in_viewport()
    assert ids(page) == shown


def test_without_a_script_the_list_is_whole_and_no_filter_is_shown(open_page: Open) -> None:
    page = open_page(TIMELINE, java_script_enabled=False)

    assert listed(page).count() == every(page) > 100
    expect(page.locator(".timeline-controls")).to_be_hidden()
    page.locator(".contents").get_by_role("link", name="2014", exact=True).click()
    expect(page.get_by_role("heading", name="2014", exact=True)).to_be_in_viewport()


def test_the_strip_is_one_stop_of_the_keyboard_and_arrows_go_on(open_page: Open) -> None:
    page = open_page(TIMELINE)
    focused = "document.activeElement.getAttribute('href')"
    page.locator(".md-content a[href='clocks.html']").focus()

    page.keyboard.press("Tab")
    assert page.evaluate(focused) == "#events"
    page.keyboard.press("Tab")
    first = page.evaluate(focused)
    page.keyboard.press("ArrowRight")
    second = page.evaluate(focused)

    assert first.startswith("#event-")
    assert second.startswith("#event-")
    assert first != second
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    page.locator(f".wide a[href='{second}']:not([aria-hidden])").press("Enter")
    expect(page.locator(f"{second} .told")).to_be_visible()


def test_a_mark_shows_the_card_of_its_event(open_page: Open) -> None:
    page = open_page(TIMELINE)

    mark = page.locator(".wide a[href='#event-rutbah-raid']:not([aria-hidden])")
    mark.scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    mark.hover()

    expect(page.locator("#card-rutbah-raid")).to_be_visible()


def test_the_name_of_a_lane_lists_that_lane_alone(open_page: Open) -> None:
    page = open_page(TIMELINE)

    page.locator(".wide a[href='#lane=desert'] text").click()

    assert 0 < listed(page).count() < every(page)
    lanes = listed(page).evaluate_all("items => items.map(item => item.dataset.lane)")
    assert set(lanes) == {"desert"}
    expect(page.get_by_label("Lane", exact=True)).to_have_value("desert")


@pytest.mark.parametrize(("width", "drawing"), [(1280, "wide"), (768, "upright"), (360, "upright")])
def test_marks_are_large_enough_and_names_lie_apart(look: Look, width: int, drawing: str) -> None:
    page = look(TIMELINE, width=width)

    sizes = [
        min(box["width"], box["height"]) for box in page.evaluate(BOXES, f".strip .{drawing} .mark")
    ]
    names = page.evaluate(BOXES, f".strip .{drawing} :is(.name, .lane)")
    boxes = [box for box in names if box["width"]]

    assert len(sizes) > 50
    assert min(sizes) >= 8
    assert len(boxes) > 10
    assert all(box["x"] >= 0 for box in boxes)
    key = page.locator(".strip figcaption").bounding_box()
    assert key
    assert min(box["y"] for box in boxes) >= key["y"] + key["height"]
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            beside = (
                one["x"] + one["width"] <= other["x"] or other["x"] + other["width"] <= one["x"]
            )
            above = one["y"] + 11 <= other["y"] or other["y"] + 11 <= one["y"]
            assert beside or above


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (360, 760)])
def test_the_key_of_the_strip_is_in_the_first_view(look: Look, width: int, height: int) -> None:
    page = look(TIMELINE, width=width)
    page.set_viewport_size({"width": width, "height": height})

    for item in page.locator(".strip .key li").all():
        expect(item).to_be_in_viewport(ratio=1)
    expect(page.locator(".strip svg[role]:visible")).to_be_in_viewport()


def test_all_events_stand_on_at_most_twelve_screens(look: Look) -> None:
    page = look(TIMELINE)

    assert page.evaluate("document.documentElement.scrollHeight") <= 12 * 800


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

    controls = page.evaluate(
        BOXES,
        ".timeline-controls :is(select, fieldset label, button, [type=range]), .contents a",
    )

    assert len(controls) > 10
    assert [box for box in controls if min(box["height"], box["width"]) < 24] == []


def test_in_print_the_list_is_whole_and_the_controls_are_gone(look: Look) -> None:
    page = look(TIMELINE)

    show(page, 1280, media="print")

    expect(page.locator(".timeline-controls")).to_be_hidden()
    assert listed(page).count() == every(page)
