"""The map as a reader meets it: looked at, read in words, by key, on paper."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from conftest import Open
from pages import MAP
from printed_words import words
from shared_pages import Look


def places(within: Locator) -> set[str]:
    ids: list[str] = within.locator("a.mention.place").evaluate_all(
        "links => links.map(link => link.dataset.entity)"
    )
    return set(ids)


def test_every_place_is_drawn_or_named_beside_and_stands_in_the_table(look: Look) -> None:
    page = look(MAP)

    sheets, beyond = places(page.locator(".sheet")), places(page.locator(".beyond"))
    table = places(page.locator(".gazetteer th"))

    assert len(table) == page.locator(".gazetteer tbody tr").count()
    assert sheets | beyond == table
    assert sheets & beyond == set()
    assert {"wilayat-sinai", "sirte", "afpak"} <= beyond


def test_what_the_article_does_not_name_is_grey_and_leads_nowhere(look: Look) -> None:
    page = look(MAP)

    around = page.locator("#sheet-region .around", has_text="Damascus")

    expect(around).to_be_visible()
    expect(around).to_have_attribute("aria-hidden", "true")
    assert page.locator(".sheet a", has=page.locator(".around")).count() == 0
    expect(page.locator(".map-key")).to_contain_text("not in the article")


def test_a_month_marks_what_happened_and_how_often(open_page: Open) -> None:
    page = open_page(MAP)
    raqqa = page.locator('#sheet-region a[data-entity="raqqa"]')
    expect(raqqa.locator("> .mark")).to_be_visible()

    page.get_by_role("radio", name="October 2017").check()

    expect(raqqa.locator("> .mark")).to_be_hidden()
    assert raqqa.locator(".happened:visible").count() == 1
    shown = page.locator(".of-month li:has([data-entity='raqqa'])")
    number = shown.evaluate_all(
        'all => all.filter(li => li.matches(\'[data-m~="2017-10"], [data-s~="2017-10"]\')).length'
    )
    assert raqqa.locator("text.w .count:visible").all_text_contents() == [f" {number}"]


def test_a_mark_leads_to_its_place(open_page: Open) -> None:
    page = open_page(MAP)

    page.locator('#sheet-region a[data-entity="hawija"]').focus()
    page.keyboard.press("Enter")

    expect(page.locator("h1")).to_contain_text("Hawija")


def test_a_mark_has_the_card_of_its_place(open_page: Open) -> None:
    page = open_page(MAP)

    mark = page.locator('#sheet-valley a[data-entity="rawa"] text.w')
    # A page that still scrolls under the pointer opens nothing.
    mark.scroll_into_view_if_needed()
    page.wait_for_timeout(500)

    mark.hover()

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
def test_every_link_of_a_sheet_has_a_name_and_is_seen(look: Look, width: int) -> None:
    page = look(MAP, width=width)
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


def test_a_row_of_the_table_tells_what_the_map_shows(look: Look) -> None:
    page = look(MAP)

    row = page.locator(".gazetteer tr", has=page.locator('a[data-entity="al-qaim"]'))

    expect(row.locator("th")).to_contain_text("town")
    expect(row).to_contain_text("al-Qaim")
    expect(row).to_contain_text("34.3925° N, 40.9894° E")
    expect(row).to_contain_text("a settlement’s point; GeoNames 92138")
    expect(row.locator(".where a", has_text="¶14")).to_be_visible()
    href = row.locator('[data-column="Events"] a').get_attribute("href")
    assert href == "../timeline/index.html#place=al-qaim"


def test_a_strip_is_a_list_of_towns_in_the_order_of_the_river(open_page: Open) -> None:
    page = open_page(MAP, java_script_enabled=False)

    towns = page.get_by_role("region", name="Euphrates River downstream").locator("> ol > li")

    names = towns.locator("> a.mention").all_text_contents()
    assert names[1:5] == ["Deir ez-Zor", "Mayedin", "Abu Kamal", "al-Qa’im"]
    expect(towns.nth(1).locator("summary")).to_contain_text("Sep")
    towns.nth(1).locator("summary").click()
    expect(towns.nth(1).locator("ul li").first).to_be_visible()


def test_paper_shows_the_map_without_its_switches(look: Look) -> None:
    page = look(MAP, media="print")

    expect(page.locator("#sheet-region svg")).to_be_visible()
    expect(page.locator("#sheet-region figcaption")).to_contain_text("GeoNames, CC BY 4.0")
    expect(page.locator(".months")).to_be_hidden()
    expect(page.locator(".player")).to_be_hidden()


def test_a_month_on_paper_is_named_above_both_sheets_and_their_key(open_page: Open) -> None:
    page = open_page(f"{MAP}#month=2017-10", color_scheme="dark")

    first = " ".join(word.text for word in words(page.pdf(format="A4"))[0])

    assert "October 2017:" in first
    for printed in ("Mosul", "fighting, or a capture", "Turning points", "Haditha"):
        assert printed in first, printed
    assert "Full screen" not in first


CONTRAST = """() => {
  const light = (color) => {
    const [r, g, b] = color.match(/[\\d.]+/g).map((part) => part / 255);
    const linear = [r, g, b].map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  };
  const land = light(getComputedStyle(document.querySelector(".sheet .land")).fill);
  const shown = document.querySelectorAll(".sheet :is(text, .stated, .place > .mark:not(.open))");
  return [...shown].filter((one) => one.checkVisibility()).map((one) => {
    const ink = light(getComputedStyle(one).fill);
    const [more, less] = [Math.max(ink, land), Math.min(ink, land)];
    return [one.textContent || one.getAttribute("class"), (more + 0.05) / (less + 0.05)];
  });
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_names_and_marks_are_seen_in_the_colours_of_a_machine(open_page: Open, scheme: str) -> None:
    page = open_page(f"{MAP}#month=2017-10", color_scheme=scheme, forced_colors="active")
    canvas = page.evaluate(
        "document.body.style.color = 'Canvas', getComputedStyle(document.body).color"
    )

    found = page.evaluate(CONTRAST)

    ground = "getComputedStyle(document.querySelector('.sheet .land')).fill"
    assert page.evaluate(ground) == canvas
    assert len(found) > 50
    assert [(what, ratio) for what, ratio in found if ratio < 4.5] == []


@pytest.mark.parametrize("width", [360, 1000, 1280, 1920])
def test_the_turning_points_of_a_sheet_cover_nothing(look: Look, width: int) -> None:
    page = look(MAP, width=width)
    turns = page.locator("#sheet-valley .turns")

    covered = turns.evaluate(
        """turns => {
          const own = turns.getBoundingClientRect();
          const shown = turns.parentNode.querySelectorAll("svg :is(text, .place > .mark)");
          return [...shown].filter(one => {
            const box = one.getBoundingClientRect();
            return box.width && box.left < own.right && own.left < box.right
              && box.top < own.bottom && own.top < box.bottom;
          }).map(one => one.textContent || one.parentNode.dataset.entity);
        }"""
    )

    assert covered == []
    expect(turns.get_by_role("link").filter(visible=True)).to_have_text(
        [
            "siege said broken", "Mayedin lost", "Deir ez-Zor lost", "al-Qa’im lost", "Rawa lost",
        ]
    )  # fmt: skip
    assert page.locator("#sheet-region .turns").count() == 0


def test_the_words_on_the_sheets_stay_out_of_the_search(site: Path) -> None:
    script = (site / "search" / "rest.js").read_text(encoding="utf-8")
    pages = json.loads(script.partition(" = ")[2].rstrip(";\n"))
    texts = [text for url, *_, parts in pages if url.startswith("map/") for _, _, text in parts]

    assert texts
    assert not [text for text in texts if "Tell Abyad" in text]
