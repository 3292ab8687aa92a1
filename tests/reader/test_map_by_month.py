"""The map by month: chosen, played, asked for by an address."""

import pytest
from playwright.sync_api import expect

from conftest import Open
from pages import MAP


@pytest.mark.parametrize("scripts", [True, False])
def test_a_month_shows_its_places_and_lists_its_events(open_page: Open, *, scripts: bool) -> None:
    page = open_page(MAP, java_script_enabled=scripts)
    page.emulate_media(reduced_motion="reduce")
    events = page.locator(".month-events li")
    opacity = "e => Number(getComputedStyle(e).opacity)"

    expect(events.first).to_be_hidden()
    page.get_by_role("radio", name="October 2017").check()

    shown = events.filter(visible=True)
    assert shown.count() == int(page.locator(".month-events li[data-m~='2017-10']").count()) + int(
        page.locator(".month-events li[data-s~='2017-10']").count()
    )
    expect(shown.filter(has_text="Mayedin is ceded")).to_be_visible()
    expect(shown.filter(has_text="sometime in 2017").first).to_be_visible()
    assert page.locator('#sheet-region a[data-entity="hawija"]').evaluate(opacity) == 1
    assert page.locator('#sheet-region a[data-entity="amman"]').evaluate(opacity) < 1


def test_a_claim_is_told_as_one(open_page: Open) -> None:
    page = open_page(MAP)

    page.get_by_role("radio", name="November 2017").check()

    claim = page.locator(".month-events li", has_text="Abu Kamal is announced")
    expect(claim).to_contain_text("A claim of one side, told as such.")
    expect(claim).to_contain_text("Actors named: ")


def test_a_slider_goes_through_the_months_by_arrow_key(open_page: Open) -> None:
    page = open_page(MAP)
    slider = page.get_by_role("slider", name="Month")

    slider.focus()
    page.keyboard.press("End")
    page.keyboard.press("ArrowLeft")

    month = page.get_by_role("radio", name="November 2017")
    expect(month).to_be_checked()
    spoken = month.get_attribute("aria-label") or ""
    expect(slider).to_have_attribute("aria-valuetext", spoken)
    expect(page.get_by_role("status").filter(has_text=spoken)).to_be_visible()
    assert page.url.endswith("#month=2017-11")


def test_the_months_play_and_pause(open_page: Open) -> None:
    page = open_page(MAP)

    page.get_by_role("button", name="Play").click()
    expect(page.locator(".months input:checked")).not_to_have_value("")
    page.get_by_role("button", name="Pause").click()

    expect(page.get_by_role("button", name="Play")).to_be_visible()


def test_nothing_plays_by_itself_where_motion_is_unwelcome(open_page: Open) -> None:
    page = open_page(MAP, reduced_motion="reduce")
    chosen = page.locator(".months input:checked")

    page.get_by_role("button", name="Next").click()
    first = chosen.get_attribute("value")
    page.wait_for_timeout(2500)

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
