"""The map by month: chosen, played, asked for by an address."""

import pytest
from playwright.sync_api import expect

from conftest import Open
from pages import MAP
from shared_pages import Look

PHONE = 360


@pytest.mark.parametrize("scripts", [True, False])
def test_a_month_shows_its_places_and_lists_its_events(open_page: Open, *, scripts: bool) -> None:
    page = open_page(MAP, java_script_enabled=scripts)
    page.emulate_media(reduced_motion="reduce")
    events = page.locator(".month-events li")
    opacity = "e => Number(getComputedStyle(e).opacity)"

    expect(events.first).to_be_hidden()
    page.get_by_role("radio", name="October 2017").check()
    own = page.locator(".month-events").first.locator("li").filter(visible=True)
    expect(own.filter(has_text="Mayedin is ceded")).to_be_visible()
    assert own.filter(has_text="sometime in").count() == 0
    expect(events.filter(has_text="sometime in 2017").first).to_be_hidden()
    page.get_by_text("What went on in it").click()

    shown = events.filter(visible=True)
    assert shown.count() == int(page.locator(".month-events li[data-m~='2017-10']").count()) + int(
        page.locator(".month-events li[data-s~='2017-10']").count()
    )
    assert own.count() < shown.count()
    expect(shown.filter(has_text="sometime in 2017").first).to_be_visible()
    assert page.locator('#sheet-region a[href$="/hawija.html"]').evaluate(opacity) == 1
    assert page.locator('#sheet-region a[href$="/amman.html"]').evaluate(opacity) < 1


def test_a_claim_is_told_as_one(open_page: Open) -> None:
    page = open_page(MAP)

    page.get_by_role("radio", name="November 2017").check()

    claim = page.locator(".month-events li", has_text="Abu Kamal is announced")
    expect(claim).to_contain_text("A claim of one side, told as such.")
    expect(claim).to_contain_text("Actors named: ")


def test_arrow_keys_and_buttons_go_through_the_months(open_page: Open) -> None:
    page = open_page(MAP)

    page.get_by_role("radio", name="October 2017").focus()
    page.keyboard.press("ArrowRight")

    month = page.get_by_role("radio", name="November 2017")
    expect(month).to_be_checked()
    spoken = month.get_attribute("aria-label") or ""
    expect(page.get_by_role("status").filter(has_text=spoken)).to_be_visible()
    assert page.url.endswith("#month=2017-11")
    page.get_by_role("button", name="A month on").click()
    expect(page.get_by_role("radio", name="December 2017")).to_be_checked()


def test_who_chooses_a_month_sees_the_whole_map(open_page: Open) -> None:
    page = open_page(MAP, width=PHONE)
    for width, height in ((PHONE, 760), (1280, 800), (1920, 1080)):
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate("scrollTo(0, 0)")
        page.get_by_role("radio", name="All", exact=True).check()

        page.get_by_role("radio", name="October 2017").check()

        key = [] if width == PHONE else [".map-key"]  # on a phone it stands below the map
        for part in (".months", *key, "#sheet-region svg"):
            box = page.locator(part).bounding_box()
            assert box
            top = page.locator(".md-header").bounding_box() or {"y": 0, "height": 0}
            assert top["y"] + top["height"] <= box["y"], (part, width)
            assert box["y"] + box["height"] <= height, (part, width)


def test_each_month_takes_the_same_room_and_the_axis_breaks(look: Look) -> None:
    page = look(MAP)

    left = {
        month: box["x"]
        for month in ("2016-02", "2016-05", "2016-11", "2017-03", "2017-12")
        if (box := page.locator(f"label:has(#m-{month})").bounding_box())
    }

    per_month = (left["2017-12"] - left["2017-03"]) / 9
    assert left["2016-05"] - left["2016-02"] == pytest.approx(3 * per_month, abs=1)
    assert left["2017-03"] - left["2016-11"] == pytest.approx(4 * per_month, abs=1)
    assert page.locator(".months .break").count() == 3


def test_the_map_fills_the_screen_on_request(open_page: Open) -> None:
    page = open_page(MAP)

    page.get_by_role("button", name="Full screen").click()
    leave = page.get_by_role("button", name="Leave full screen")
    expect(leave).to_be_visible()
    expect(page.locator("#sheet-region svg")).to_be_in_viewport(ratio=1)
    leave.click()

    expect(page.get_by_role("button", name="Full screen", exact=True)).to_be_visible()


def test_the_months_play_and_pause(open_page: Open) -> None:
    page = open_page(MAP)

    page.get_by_role("button", name="Play").click()
    expect(page.locator(".months input:checked")).not_to_have_value("")
    page.get_by_role("button", name="Pause").click()

    expect(page.get_by_role("button", name="Play")).to_be_visible()


def test_nothing_plays_by_itself_where_motion_is_unwelcome(open_page: Open) -> None:
    page = open_page(MAP, reduced_motion="reduce", clock=True)
    chosen = page.locator(".months input:checked")

    page.get_by_role("button", name="Next").click()
    first = chosen.get_attribute("value")
    page.clock.run_for(2500)

    assert first
    assert chosen.get_attribute("value") == first


def test_an_address_asks_for_a_month_or_an_event(open_page: Open) -> None:
    page = open_page(f"{MAP}#month=2016-05")
    expect(page.get_by_role("radio", name="May 2016")).to_be_checked()

    page.evaluate("location.hash = 'event=al-qaim-offensive'")

    expect(page.get_by_role("status").filter(has_text="The offensive for al-Qa’im")).to_be_visible()
    picked = page.locator("#sheet-valley .picked").evaluate_all(
        "all => all.map(one => one.dataset.entity)"
    )
    assert {"al-qaim", "ana", "rawa"} <= set(picked)


def test_an_address_that_asks_for_nothing_known_changes_nothing(open_page: Open) -> None:
    page = open_page(f"{MAP}#month=1066-10&event=\"no'thing")

    expect(page.get_by_role("radio", name="All")).to_be_checked()
