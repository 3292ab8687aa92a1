"""Remarks: a sign at the words, a row beside the paragraph, the text in place or in a card."""

import pytest
from playwright.sync_api import Page, expect

from axe_rules import shorten, violations
from by_hand import OPEN, focus
from conftest import Open
from pages import CHAPTER, CHAPTERS
from shared_pages import Look, show

WIDTHS = (1220, 1280, 1440, 1920)
SIGN = ".remark-sign"
# Of each block: its paragraph, how far it begins from that, and by how much it is higher.
MEASURED = """() => [...document.querySelectorAll(".beside")].map(block => {
  const above = block.previousElementSibling;
  const text = (above.matches("p") ? above : above.querySelector("p[id]"));
  const [one, other] = [block.getBoundingClientRect(), text.getBoundingClientRect()];
  const head = [...block.querySelectorAll("summary")].find(row => row.checkVisibility());
  return {
    at: text.id,
    drift: Math.abs(one.top - other.top),
    row: head.getBoundingClientRect().top - other.top,
    higher: one.bottom - other.bottom,
    beside: one.left - other.right,
  };
})"""


@pytest.mark.parametrize("chapter", CHAPTERS)
@pytest.mark.parametrize("width", WIDTHS)
def test_a_block_begins_beside_its_paragraph_and_ends_with_it(
    look: Look, chapter: str, width: int
) -> None:
    blocks = look(chapter, width).evaluate(MEASURED)

    assert len(blocks) > 0
    assert [block for block in blocks if block["drift"] > 0 or not 0 <= block["row"] < 12] == []
    assert [block for block in blocks if block["beside"] <= 0 or block["higher"] > 1] == []


def test_a_block_keeps_its_place_without_a_script(look: Look) -> None:
    blocks = look(CHAPTER).evaluate(MEASURED)
    page = look(CHAPTER, scripts=False)

    assert page.locator(".beside").count() == len(blocks)
    text, block = page.locator("#p20").bounding_box(), page.locator("#p20 + .beside").bounding_box()
    assert text
    assert block
    assert text["y"] == block["y"]


def test_the_margin_is_wider_where_the_window_is(look: Look) -> None:
    block = "document.querySelector('#p20 + .beside').getBoundingClientRect().width"
    narrow, wide = (look(CHAPTER, width).evaluate(block) for width in (1440, 1500))

    assert wide > narrow + 60


def test_a_row_opens_in_place_and_moves_no_block(open_page: Open) -> None:
    page = open_page(CHAPTER)
    row = page.locator("#p20 + .beside .remark").first
    told = row.locator(".told")

    expect(told).to_be_hidden()
    row.locator("summary").click()

    expect(told).to_be_visible()
    expect(told.get_by_text("In the audit")).to_be_visible()
    assert [block for block in page.evaluate(MEASURED) if block["drift"] > 0] == []


def first_sign(page: Page) -> tuple[str, str]:
    """Return the name of a sign of ¶20, and the subject that its row has."""
    sign = page.locator(f"#p20 {SIGN}").first
    target = (sign.get_attribute("href") or "").removeprefix("#")
    row = page.locator(f".remark:has([id='{target}']) .subject").first
    return sign.get_attribute("aria-label") or "", row.text_content() or ""


def test_a_sign_is_named_by_the_subject_and_opens_the_card_by_keyboard(open_page: Open) -> None:
    page = open_page(CHAPTER)
    name, subject = first_sign(page)
    focus(page, page.locator(f"#p20 {SIGN}").first)
    card = page.locator(f"{OPEN}.remark")

    expect(card).to_be_visible()
    assert name.casefold() == f"remark: {subject}".casefold()
    expect(card).to_have_accessible_name(subject)
    page.keyboard.press("Tab")
    assert card.evaluate("card => card.contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    expect(page.locator(f"#p20 {SIGN}").first).to_be_focused()


def test_a_finger_opens_the_card_and_the_line_below_the_paragraph(open_page: Open) -> None:
    page = open_page(CHAPTER, width=360, has_touch=True)
    sign = page.locator(f"#p20 {SIGN}").first
    folded = page.locator("#p20 + .beside .folded")

    sign.tap()
    expect(page.locator(f"{OPEN}.remark")).to_be_visible()
    page.locator("#p20").tap(position={"x": 5, "y": 5})
    expect(folded.locator(".remark").first).to_be_hidden()
    folded.locator("summary").first.tap()
    expect(folded.locator(".remark").first).to_be_visible()


def test_without_a_script_a_sign_leads_to_the_text(open_page: Open) -> None:
    page = open_page(CHAPTER, java_script_enabled=False)
    sign = page.locator(f"#p20 {SIGN}").first
    target = (sign.get_attribute("href") or "").removeprefix("#")

    sign.click()

    expect(page.locator(f"[id='{target}']")).to_be_visible()


def test_a_sign_is_neither_copied_nor_found(open_page: Open) -> None:
    page = open_page(CHAPTER)
    text = page.locator("#p20").evaluate(
        """text => {
          getSelection().selectAllChildren(text);
          return getSelection().toString();
        }"""
    )

    assert "remark" not in text
    assert page.locator(f"#p20 {SIGN}").first.text_content() == ""


def test_each_sign_stands_behind_words_of_a_remark_and_has_its_row(look: Look) -> None:
    page = look(CHAPTER)
    lost = page.locator(SIGN).evaluate_all(
        "signs => signs.map(sign => sign.hash.slice(1)).filter(id => !document.getElementById(id))"
    )

    assert page.locator(SIGN).count() >= page.locator(".beside > .folded .remark").count() > 0
    assert lost == []


def test_what_is_only_of_print_stands_in_its_note_and_not_beside_the_text(look: Look) -> None:
    page = look(CHAPTER)

    assert page.locator(".beside > .folded .remark.print").count() == 0
    assert page.locator(".footnote .remark.print").count() > 0


def test_the_card_of_a_note_begins_with_its_source_and_takes_half_a_phone(
    open_page: Open,
) -> None:
    page = open_page("chapters/03-pivot-to-insurgency.html", width=360, has_touch=True)
    page.set_viewport_size({"width": 360, "height": 760})
    page.locator("a.footnote-ref", has_text="42").first.tap()
    card = page.locator(f"{OPEN}.note")

    expect(card.locator("> *").nth(1)).to_have_class("card-kind")
    expect(card.locator(".remarks > summary")).to_have_text("6 remarks")
    expect(card.locator(".remark").first).to_be_hidden()
    box = card.bounding_box()
    assert box
    assert box["height"] <= 380
    card.locator(".remarks > summary").tap()
    expect(card.locator(".remark").first).to_be_visible()


@pytest.mark.parametrize("views", [((360, "dark"),), ((1920, "dark"), (1280, "light"))])
def test_signs_and_open_blocks_break_no_rule(
    open_page: Open, views: tuple[tuple[int, str], ...]
) -> None:
    page = open_page(CHAPTER, width=views[0][0])
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    shorten(page, at="#p20")
    found = {}

    for width, scheme in views:
        show(page, width, color_scheme=scheme)
        focus(page, page.locator(f"#p20 {SIGN}").first)
        expect(page.locator(f"{OPEN}.remark")).to_be_visible()
        found[width, scheme] = violations(page)
        page.keyboard.press("Escape")
        page.locator(":focus").blur()

    assert found == {view: [] for view in views}


def test_the_remarks_of_a_card_are_opened_by_keyboard(open_page: Open) -> None:
    page = open_page("chapters/03-pivot-to-insurgency.html")
    focus(page, page.locator("a.footnote-ref", has_text="42").first)
    card = page.locator(f"{OPEN}.note")
    expect(card).to_be_visible()
    folded = card.locator(".remarks > summary")
    for _ in range(9):
        page.keyboard.press("Tab")
        if folded.evaluate("summary => summary === document.activeElement"):
            break

    expect(folded).to_be_focused()
    page.keyboard.press("Enter")
    expect(card.locator(".remark > summary").first).to_be_visible()
