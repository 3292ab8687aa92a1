"""What a reader does with the argument and the explanations: walk, go to the words, open a cell."""

import re

import pytest
from playwright.sync_api import expect

from axe_rules import shorten, violations
from conftest import Open
from pages import ARGUMENT, EXPLANATIONS
from shared_pages import Look

PIVOT = "chapters/03-pivot-to-insurgency.html"
A4_BELOW_MARGINS = {"width": 741, "height": 1000}
A4_HEIGHT = 1070
LABEL_PX = 12
# From the first name on, every arrow key at every name that an arrow key has led to.
WALK = """() => {
  const reached = new Set(), open = [document.querySelector(".argument .name")];
  while (open.length) {
    const name = open.pop();
    const { id } = name.closest(".node");
    if (reached.has(id)) continue;
    reached.add(id);
    for (const key of ["ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp"]) {
      name.focus();
      name.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      open.push(document.activeElement);
    }
  }
  return [...reached];
}"""
TREE = "li => li.parentElement.closest('.node')?.id ?? ''"


@pytest.mark.parametrize("scripts", [True, False])
def test_a_press_leads_from_evidence_to_its_words_and_back(
    open_page: Open, *, scripts: bool
) -> None:
    page = open_page(ARGUMENT, java_script_enabled=scripts)

    page.locator("#e18 > .held > .box .voice a").first.click()
    expect(page).to_have_url(re.compile(rf"{PIVOT}#p25-s5$"))
    expect(page.locator("#p25-s5")).to_be_in_viewport()
    page.get_by_role("link", name="supports reason 4").first.click()

    expect(page).to_have_url(re.compile(rf"{ARGUMENT}#r4$"))


def test_every_leaf_says_who_speaks_and_on_what_it_rests(look: Look) -> None:
    page = look(ARGUMENT)

    for leaf in page.locator(".evidence > .held > .box").all():
        words = leaf.locator(".voices").first.text_content() or ""
        assert re.search("said by|told as a fact|the author’s own judgment", words)
        assert "rests on:" in words


def test_arrow_keys_walk_along_a_branch(open_page: Open) -> None:
    page = open_page(ARGUMENT)
    focused = "() => document.activeElement.closest('.node').id"

    page.locator("#a > .held .name").first.focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate(focused) == "r1"
    page.keyboard.press("ArrowDown")
    assert page.evaluate(focused) == "r2"
    page.keyboard.press("ArrowRight")
    first = page.evaluate(focused)
    assert page.locator(f"#{first}").evaluate(TREE) == "r2"
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")

    assert page.evaluate(focused) == "a"


def test_arrow_keys_reach_every_node(open_page: Open) -> None:
    page = open_page(ARGUMENT)

    reached = page.evaluate(WALK)

    assert sorted(reached) == sorted(
        page.locator(".argument .node").evaluate_all("all => all.map(node => node.id)")
    )


def test_a_press_leads_from_a_note_to_what_it_supports(open_page: Open) -> None:
    page = open_page(ARGUMENT)

    page.locator("#e8 .voice a[href$='#na-s1']").click()
    page.locator("[id='fn:a'] .serves a").first.click()

    expect(page).to_have_url(re.compile(rf"{ARGUMENT}#e8$"))


def test_each_node_stands_once_and_is_readable_at_1280(look: Look) -> None:
    page = look(ARGUMENT, width=1280)
    sizes = page.locator(".argument p").evaluate_all(
        "all => all.map(one => parseFloat(getComputedStyle(one).fontSize))"
    )
    left = "e => e.getBoundingClientRect().left"

    assert min(sizes) >= LABEL_PX
    assert page.locator("#e1").evaluate(left) > page.locator("#r1").evaluate(left) + 200
    ids = page.locator(".argument .node").evaluate_all("all => all.map(one => one.id)")
    assert len(ids) == len(set(ids))


def test_on_a_narrow_screen_the_argument_is_a_list(look: Look) -> None:
    page = look(ARGUMENT, width=320)
    top = "e => e.getBoundingClientRect().top"

    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert page.locator("#e1").evaluate(top) > page.locator("#r1 > .held").evaluate(top)


def test_on_paper_a_branch_fits_on_a_page(look: Look) -> None:
    page = look(ARGUMENT, media="print")
    page.set_viewport_size(A4_BELOW_MARGINS)  # type: ignore[arg-type]

    for branch in page.locator(".branch").all():
        assert branch.evaluate("e => e.getBoundingClientRect().height") < A4_HEIGHT
        assert branch.evaluate("e => getComputedStyle(e).breakBefore") == "page"
    sizes = page.locator(".argument .box").evaluate_all(
        "all => all.map(one => parseFloat(getComputedStyle(one).fontSize))"
    )
    assert min(sizes) >= 9 / 72 * 96 - 0.01


@pytest.mark.parametrize("scripts", [True, False])
def test_a_cell_opens_its_reason_by_keyboard(open_page: Open, *, scripts: bool) -> None:
    page = open_page(EXPLANATIONS, java_script_enabled=scripts)
    cell = page.locator("#b3-h1")

    expect(cell.locator(".why")).to_be_hidden()
    cell.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(cell.locator(".why")).to_be_visible()
    expect(cell.locator(".why")).to_contain_text("link drawn by")
    if scripts:
        page.keyboard.press("Escape")
        expect(cell.locator(".why")).to_be_hidden()
        expect(cell.locator("summary")).to_be_focused()


@pytest.mark.parametrize("width", [320, 1280])
def test_rows_and_columns_of_the_table_are_announced(look: Look, width: int) -> None:
    page = look(EXPLANATIONS, width=width)
    table = page.get_by_role("table", name="What each piece of evidence")

    rivals = page.locator(".explanations > li").count()
    assert table.get_by_role("columnheader").count() == rivals + 1
    rows = table.get_by_role("rowheader").count()
    assert table.get_by_role("cell").count() == rows * rivals


def test_no_rule_is_broken_with_reasons_open(open_page: Open) -> None:
    page = open_page(EXPLANATIONS, width=360)
    shorten(page, at="#b3-h1")
    page.locator("#b3-h1 summary").click()

    assert violations(page) == []


def test_a_chapter_ends_with_what_it_has_shown(open_page: Open) -> None:
    page = open_page(PIVOT, java_script_enabled=False)
    end = page.get_by_role("region", name="What this chapter has shown")

    expect(end).to_contain_text("On whose word: of its")
    expect(end.get_by_role("heading", name="What would change it")).to_be_visible()
    assert end.locator("li .voices").count() > 0
    page.locator(".chapter-end .voice a").first.click()
    expect(page).to_have_url(re.compile(r"#p\d+-s\d+$"))
