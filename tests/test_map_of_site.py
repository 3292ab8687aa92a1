"""The map as a reader meets it: looked at, read in words, by month, by key, on paper."""

import gzip
import json
import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from conftest import ROOT, Open, build

MAP = "map/index.html"
SHEETS = ("#sheet-region", "#sheet-valley")
NAMES = (Path(__file__).parent / "names_on_sheets.js").read_text(encoding="utf-8")
Shape = Sequence[tuple[float, float]]
# The fonts served, whatever serif the machine has instead, and the widest serif that it has.
FONTS = ("served", "missing", "DejaVu Serif")


@pytest.fixture
def drawn(site: Path, chromium: Browser, font: str, width: int) -> Iterator[Page]:
    """Return the page of the map in a font at a width."""
    context = chromium.new_context(viewport={"width": width, "height": 800}, offline=True)
    page = context.new_page()
    if font != "served":
        page.route("**/*.woff2", lambda route: route.abort())
    page.goto((site / MAP).as_uri())
    if font not in ("served", "missing"):
        page.add_style_tag(content=f".sheet svg {{ font-family: '{font}' !important }}")
    page.evaluate("document.fonts.ready")
    loaded = page.evaluate("[...document.fonts].some(font => font.status === 'loaded')")
    assert loaded == (font == "served")
    yield page
    context.close()


def axes(shape: Shape) -> Iterator[tuple[float, float]]:
    for (x1, y1), (x2, y2) in zip(shape, [*shape[1:], shape[0]], strict=True):
        yield y1 - y2, x2 - x1


def touch(one: Shape, other: Shape) -> bool:
    """Tell whether two convex shapes overlap: no line parts them."""
    for dx, dy in (*axes(one), *axes(other)):
        here = [dx * x + dy * y for x, y in one]
        there = [dx * x + dy * y for x, y in other]
        if max(here) <= min(there) or max(there) <= min(here):
            return False
    return True


def check(found: dict[str, Any]) -> None:
    """Hold every name of a sheet against every other, and against the edge."""
    assert len(found["names"]) >= 9
    touching = [
        (one["words"], other["words"])
        for one, other in combinations(found["names"], 2)
        if any(touch(a, b) for a in one["shapes"] for b in other["shapes"])
    ]
    outside = [
        one["words"]
        for one in found["names"]
        for shape in one["shapes"]
        for x, y in shape
        if not (0 <= x <= found["width"] and 0 <= y <= found["height"])
    ]
    assert touching == []
    assert outside == []


@pytest.mark.parametrize("width", [320, 360, 700, 1280])
@pytest.mark.parametrize("font", FONTS)
def test_no_name_touches_another_or_leaves_the_sheet(drawn: Page) -> None:
    for sheet in SHEETS:
        check(drawn.evaluate(NAMES, sheet))


@pytest.mark.parametrize("width", [1280])
@pytest.mark.parametrize("font", ["served"])
def test_names_that_overlap_would_be_seen(drawn: Page) -> None:
    drawn.evaluate(
        """() => {
          const [one, other] = document.querySelectorAll("#sheet-region text.w.town");
          for (const name of ["x", "y"]) one.setAttribute(name, other.getAttribute(name));
        }"""
    )

    names = drawn.evaluate(NAMES, "#sheet-region")["names"]

    pairs = combinations([shape for one in names for shape in one["shapes"]], 2)
    assert [1 for one, other in pairs if touch(one, other)]


def places(within: Locator) -> set[str]:
    ids: list[str] = within.locator("a.mention.place").evaluate_all(
        "links => links.map(link => link.dataset.entity)"
    )
    return set(ids)


def test_every_place_is_drawn_or_named_beside_and_stands_in_the_table(open_page: Open) -> None:
    page = open_page(MAP)

    sheets, beyond = places(page.locator(".sheet")), places(page.locator(".beyond"))
    table = places(page.locator(".gazetteer th"))

    assert len(table) == page.locator(".gazetteer tbody tr").count()
    assert sheets | beyond == table
    assert sheets & beyond == set()
    assert {"wilayat-sinai", "sirte", "afpak"} <= beyond


def test_a_mark_leads_to_its_place(open_page: Open) -> None:
    page = open_page(MAP)

    page.locator('#sheet-region a[data-entity="hawija"]').focus()
    page.keyboard.press("Enter")

    expect(page.locator("h1")).to_contain_text("Hawija")


def test_a_mark_has_the_card_of_its_place(open_page: Open) -> None:
    page = open_page(MAP)

    page.locator('#sheet-valley a[data-entity="rawa"] text.w').hover()

    expect(page.locator(":popover-open")).to_contain_text("Rawa")


def test_the_focus_is_seen_on_a_mark_and_on_a_name(open_page: Open) -> None:
    page = open_page(MAP)
    link = page.locator('#sheet-region a[data-entity="mosul"]')
    look = "e => [...e.children].map(one => JSON.stringify([getComputedStyle(one).stroke, getComputedStyle(one).fill])).join()"  # noqa: E501 - one expression

    before = link.evaluate(look)
    page.locator(".skip").focus()
    page.keyboard.press("Tab")
    link.focus()

    assert link.evaluate(look) != before


@pytest.mark.parametrize("width", [360, 1280])
def test_every_link_of_a_sheet_has_a_name_and_is_seen(open_page: Open, width: int) -> None:
    page = open_page(MAP, width=width)
    shown = page.locator(".sheet").get_by_role("link")

    nameless = shown.evaluate_all(
        """links => links.filter(link => {
          const box = link.getBoundingClientRect();
          const words = link.getAttribute("aria-label") || link.textContent;
          return !words.trim() || box.width < 4 || box.height < 4;
        }).map(link => link.dataset.entity)"""
    )
    unseen = page.locator(".sheet a").evaluate_all(
        "all => all.filter(one => !one.checkVisibility()).length"
    )

    assert nameless == []
    assert shown.count() + unseen == page.locator(".sheet a").count()
    assert shown.count() > 30


def test_a_reader_can_skip_the_map(open_page: Open) -> None:
    page = open_page(MAP)

    page.locator(".skip").focus()
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")

    expect(page.locator("#in-words")).to_be_in_viewport()


def test_a_row_of_the_table_tells_what_the_map_shows(open_page: Open) -> None:
    page = open_page(MAP)

    row = page.locator(".gazetteer tr", has=page.locator('a[data-entity="al-qaim"]'))

    expect(row.locator("th")).to_contain_text("town")
    expect(row).to_contain_text("al-Qaim")
    expect(row).to_contain_text("34.3925° N, 40.9894° E")
    expect(row).to_contain_text("a settlement’s point; GeoNames 92138")
    expect(row.locator(".where", has_text="¶14")).to_be_visible()
    href = row.locator('[data-column="Events"] a').get_attribute("href")
    assert href == "../timeline/index.html#place=al-qaim"


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


def test_a_strip_is_a_list_of_towns_in_the_order_of_the_river(open_page: Open) -> None:
    page = open_page(MAP, java_script_enabled=False)

    towns = page.get_by_role("list", name="Euphrates River, downstream").locator("> li")

    names = towns.locator("> a").all_inner_texts()
    assert names[1:5] == ["Deir ez-Zor", "Mayedin", "Abu Kamal", "al-Qa’im"]
    expect(towns.nth(1).locator("summary")).to_contain_text("Sep")
    towns.nth(1).locator("summary").click()
    expect(towns.nth(1).locator("ul li").first).to_be_visible()


def test_paper_shows_the_map_without_its_switches(open_page: Open) -> None:
    page = open_page(MAP)

    page.emulate_media(media="print")

    expect(page.locator("#sheet-region svg")).to_be_visible()
    expect(page.locator("#sheet-region figcaption")).to_contain_text("GeoNames, CC BY 4.0")
    expect(page.locator(".months")).to_be_hidden()
    expect(page.locator(".player")).to_be_hidden()


def test_the_words_on_the_sheets_stay_out_of_the_search(site: Path) -> None:
    script = (site / "search" / "search_index.json").read_text(encoding="utf-8")
    texts = [
        one["text"] for one in json.loads(script)["docs"] if one["location"].startswith("map/")
    ]

    assert texts
    assert not [text for text in texts if "Tell Abyad" in text]


def test_the_page_of_the_map_stays_light(site: Path) -> None:
    page = (site / MAP).read_text(encoding="utf-8")
    own = re.findall(r'(?:href|src)="\.\./(assets/map/[a-z]+\.[a-z]+)"', page)

    assert len(own) == 5
    total = sum(len(gzip.compress((site / path).read_bytes(), 9)) for path in (MAP, *own))
    assert total < 60_000


def test_a_place_shows_where_it_lies(open_page: Open) -> None:
    page = open_page("places/al-qaim.html")
    dot = "e => getComputedStyle(e, '::after').left"

    locator = page.locator(".lead > .locator")

    expect(locator).to_be_visible()
    assert locator.evaluate("e => getComputedStyle(e, '::before').maskImage").startswith(
        'url("data:'
    )
    assert locator.evaluate(dot) != "0px"
    expect(page.locator("dl").first).to_contain_text("Anbar Province, Iraq")


def test_two_builds_are_the_same_in_every_byte(site: Path, tmp_path: Path) -> None:
    build(ROOT, tmp_path, PYTHONHASHSEED="7")

    for path in (MAP, "assets/map/months.css", "assets/locator.css", "places/al-qaim.html"):
        assert (tmp_path / path).read_bytes() == (site / path).read_bytes(), path
