"""The front page: the whole article at a glance, told block by block, with and without a script."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from annotated.site.guide_index import GuideIndex
from conftest import Open
from shared_pages import Look

FRONT = "index.html"
PLACES = """blocks => blocks.map((block) => {
  const box = block.getBoundingClientRect();
  return [Math.round(box.left), Math.round(box.top)];
})"""


def test_every_statement_has_one_block_that_leads_to_it(
    look: Look, index: GuideIndex, site: Path
) -> None:
    blocks = look(FRONT).locator(".columns a.block")

    hrefs = blocks.evaluate_all("all => all.map((one) => one.getAttribute('href'))")
    assert [href.partition("#")[2] for href in hrefs] == [part.id for part in index.parts]
    for href in (hrefs[0], hrefs[-1]):
        path, _, id_ = href.replace("?lens=who", "").partition("#")
        assert f'id="{id_}"' in (site / path).read_text(encoding="utf-8")


def test_a_block_shows_who_speaks_and_whether_a_note_stands_for_it(
    look: Look, index: GuideIndex
) -> None:
    blocks = look(FRONT).locator(".columns a.block")
    classes = blocks.evaluate_all("all => all.map((one) => one.className)")

    supports = [index.evidence.support(part).notes for part in index.parts]
    assert [each.removesuffix(" flagged") for each in classes] == [
        f"block {part.speaker}{'' if notes else ' bare'}"
        for part, notes in zip(index.parts, supports, strict=True)
    ]


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (360, 760)])
def test_the_first_screen_holds_the_title_the_doors_and_the_grid(
    open_page: Open, width: int, height: int
) -> None:
    page = open_page(FRONT, width=width)
    page.set_viewport_size({"width": width, "height": height})

    for name in ("h1", ".front-doors .begin", ".weave .key"):
        expect(page.locator(name)).to_be_in_viewport(ratio=1)
    last = page.locator(".columns a.block").nth(-1 if width > 1000 else 5)
    expect(last).to_be_in_viewport()
    if width > 1000:
        expect(page.locator(".finding")).to_be_in_viewport(ratio=1)


def test_a_column_lies_on_its_side_on_a_phone(look: Look) -> None:
    wide = look(FRONT).locator(".column").first.locator(".block").evaluate_all(PLACES)
    narrow = look(FRONT, 360).locator(".column").first.locator(".block")

    assert len({left for left, _ in wide}) == 1
    assert len({top for _, top in narrow.evaluate_all(PLACES)}) == 1


def test_pointing_at_a_block_tells_of_it_and_moves_nothing(
    open_page: Open, index: GuideIndex
) -> None:
    page = open_page(FRONT)
    below = page.locator(".example")
    before = below.bounding_box()
    block = page.locator(".columns .block.group").first
    id_ = (block.get_attribute("href") or "").partition("#")[2]
    words = next(part.text for part in index.parts if part.id == id_)

    block.hover()

    expect(page.locator(".readout .words")).to_have_text(words)
    expect(page.locator(".readout .said-by")).to_contain_text("said by the Islamic State")
    assert below.bounding_box() == before


def test_pressing_a_block_goes_to_its_statement_with_the_lens_on(open_page: Open) -> None:
    page = open_page(FRONT)
    block = page.locator(".columns .block.group").nth(3)
    id_ = (block.get_attribute("href") or "").partition("#")[2]

    block.click()

    expect(page.locator(f"#{id_}")).to_be_in_viewport()
    expect(page.locator("html")).to_have_attribute("data-lens", "who")


def tabs(page: Page, inside: str) -> int:
    """Return how many stops of the keyboard there are within an element."""
    return int(
        page.locator(inside).evaluate(
            "one => [...one.querySelectorAll('a[href], button, summary')]"
            ".filter((stop) => stop.tabIndex >= 0 && stop.checkVisibility()).length"
        )
    )


def test_the_keyboard_steps_through_the_blocks_from_few_stops(open_page: Open) -> None:
    page = open_page(FRONT)
    assert tabs(page, ".weave") < 16
    blocks = page.locator(".columns a.block")

    page.locator(".block-steps button").first.focus()
    for key in ("ArrowDown", "ArrowDown", "ArrowRight", "ArrowLeft"):
        page.keyboard.press(key)

    expect(blocks.nth(1)).to_have_class(re.compile("chosen"))
    page.keyboard.press("Escape")
    expect(page.locator(".finding")).to_be_visible()


def test_the_list_says_the_same_as_the_blocks(look: Look, index: GuideIndex) -> None:
    page = look(FRONT)
    items = page.locator(".as-list li").all_text_contents()

    assert len(items) == len({part.anchor for part in index.parts})
    counts = [re.findall(r"(\d+) (?:the|told|said)", item) for item in items]
    assert sum(int(number) for found in counts for number in found) == len(index.parts)


def test_the_finding_counts_what_is_drawn(look: Look) -> None:
    page = look(FRONT)
    finding = page.locator(".finding").inner_text()

    blocks = page.locator(".columns a.block")
    assert f"of the {blocks.count()} statements" in finding
    assert f"Of all {page.locator('.columns .group').count()} that" in finding
    assert f"{page.locator('.columns .bare').count()} of the" in finding


def test_without_a_script_the_grid_is_whole(open_page: Open) -> None:
    page = open_page(FRONT, width=1280, java_script_enabled=False)

    expect(page.locator(".finding")).to_be_visible()
    expect(page.locator(".columns a.block[href]").first).to_be_visible()


def test_the_paragraph_to_try_is_that_of_its_chapter(open_page: Open) -> None:
    page = open_page(FRONT)
    shown = page.locator(".as-told [data-who]").all_inner_texts()
    links = page.locator(".example a[href]").evaluate_all("all => all.map((one) => one.href)")
    page.goto(page.locator(".as-told .paragraph-number").evaluate("one => one.href"))

    assert page.locator("p:target [data-who]").all_inner_texts() == shown
    assert len(shown) > 5
    there = set(page.locator("a[href]").evaluate_all("all => all.map((one) => one.href)"))
    assert {link for link in links if FRONT not in link} <= there


def test_a_lens_and_a_remark_work_on_the_paragraph_to_try(open_page: Open) -> None:
    page = open_page(FRONT)

    page.locator(".example").get_by_role("radio", name="Who says it").check()
    expect(page.locator(".example .gutter text").first).to_have_text("G")
    page.locator(".example .remark-sign").first.hover()
    expect(page.locator(".card.remark:popover-open")).to_be_visible()


def test_whoever_returns_is_offered_to_continue(open_page: Open) -> None:
    page = open_page(FRONT, keeps=True)
    expect(page.locator(".front-doors .stopped-at")).to_be_hidden()

    page.evaluate("stored('stopped', '32')")
    page.reload()

    expect(page.locator(".front-doors .stopped-at")).to_have_text("Continue at ¶32")


def test_the_numbers_of_the_key_stand_whole_and_below_one_another(look: Look) -> None:
    page = look(FRONT, 360)
    numbers = page.locator(".weave .key b")

    lines = numbers.evaluate_all(
        """all => all.map(one => {
          const text = document.createRange();
          text.selectNodeContents(one);
          return [text.getClientRects().length, Math.round(one.getBoundingClientRect().right)];
        })"""
    )

    assert len(lines) == 7
    assert {count for count, _ in lines} == {1}
    assert len({right for _, right in lines}) == 2
