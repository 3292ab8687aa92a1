"""Where one is in the text: the run of paragraphs, the way back, the place where one stopped."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from conftest import Open
from pages import CHAPTER
from shared_pages import Look

CHAPTERS = sorted(path.stem for path in Path("docs/chapters").glob("0*.md"))
FIRST_LINES = """() => {
  const range = document.createRange();
  range.selectNodeContents(document.querySelector("p[id^='p']"));
  const lines = new Set([...range.getClientRects()]
    .filter((line) => line.height > 10 && line.bottom < innerHeight)
    .map((line) => Math.round(line.bottom)));
  return lines.size;
}"""


def read(page: Page, number: int) -> None:
    """Go on to a paragraph and stay there until it counts as read."""
    page.wait_for_function("document.querySelector('.run [aria-current=location]')")
    page.evaluate("number => document.getElementById(`p${number}`).scrollIntoView()", number)
    page.wait_for_function("number => localStorage.stopped === String(number)", arg=number)


def test_each_paragraph_has_a_tick_by_its_speakers(look: Look) -> None:
    page = look(CHAPTER)
    ticks = page.locator(".run a:not(.run-section)")

    assert ticks.locator("span").all_inner_texts() == [f"¶{number}" for number in range(6, 23)]
    for number in (8, 20):
        tick = page.locator(f'.run a[href="#p{number}"]')
        statements = page.locator(f'#p{number} span[id^="p"]')
        speakers = statements.evaluate_all("all => all.map((said) => said.classList[0])")
        strokes = tick.locator("path").evaluate_all("all => all.map((path) => path.classList[0])")
        assert strokes == [*dict.fromkeys(speakers)]
        drawn = "".join(path.get_attribute("d") or "" for path in tick.locator("path").all())
        assert drawn.count("M") == len(speakers)
        colour = "e => getComputedStyle(e).stroke"
        assert tick.locator("path").first.evaluate(colour) not in {"none", "rgb(0, 0, 0)"}


def test_the_tick_and_the_section_one_is_in_are_marked(open_page: Open) -> None:
    page = open_page(f"{CHAPTER}#p14")

    expect(page.locator('.run [aria-current="location"]')).to_have_attribute("href", "#p14")
    expect(page.locator('.run-section[aria-current="true"]')).to_have_text(
        "The offensives at the border"
    )


@pytest.mark.parametrize("scripts", [True, False])
def test_on_a_phone_a_thin_bar_unfolds_the_run(open_page: Open, *, scripts: bool) -> None:
    page = open_page(CHAPTER, width=360, has_touch=True, java_script_enabled=scripts)
    bar = page.locator(".run-fold > summary")
    box = bar.bounding_box()
    assert box
    assert 24 <= box["height"] <= 30

    bar.tap()
    page.get_by_role("link", name="Towns that fell quickly", exact=True).tap()

    expect(page.locator("#towns-that-fell-quickly")).to_be_in_viewport()
    if scripts:
        expect(page.locator(".run-fold")).not_to_have_attribute("open", "")


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_the_first_screen_of_a_phone_holds_the_first_sentences(look: Look, chapter: str) -> None:
    page = look(f"chapters/{chapter}.html", width=360)

    assert page.evaluate(FIRST_LINES) >= 4


def test_the_place_where_one_stopped_is_kept_until_it_is_forgotten(
    open_page: Open, site: Path
) -> None:
    page = open_page(CHAPTER, keeps=True)
    read(page, 14)
    page.goto((site / "index.html").as_uri())
    page.get_by_role("button", name="reading settings").click()
    link = page.locator("#panel").get_by_role("link", name="Continue at ¶14")
    expect(link).to_be_visible()

    page.get_by_role("button", name="Forget where I was").click()
    expect(link).to_be_hidden()
    page.reload()
    assert page.evaluate("localStorage.stopped") is None


def test_whoever_only_opens_a_chapter_has_not_stopped_there(open_page: Open) -> None:
    page = open_page(CHAPTER, clock=True)
    page.clock.run_for(2500)

    assert page.evaluate("localStorage.stopped") is None


@pytest.mark.parametrize("block", ["start", "end"])
def test_a_page_that_the_text_led_to_leads_back(open_page: Open, site: Path, block: str) -> None:
    page = open_page(f"{CHAPTER}#p15", keeps=True)
    link = page.locator("#p15 a.mention.place[href]").first
    # However much of the paragraph before it is in the window, too.
    link.evaluate("(link, block) => link.scrollIntoView({ block })", block)
    link.click()
    page.wait_for_url("**/places/**")

    page.get_by_role("link", name="Back to ¶15").click()
    expect(page.locator("#p15")).to_be_in_viewport()
    page.goto((site / "places/hawija.html").as_uri())
    expect(page.locator(".way-back")).to_be_hidden()


def test_a_card_and_a_note_lead_back_to_where_they_hang(open_page: Open, site: Path) -> None:
    page = open_page(f"{CHAPTER}#p15", keeps=True)
    mention = page.locator("#p15 a.mention.place[href]").first
    # The paragraph before it is at the middle of the window.
    mention.evaluate("link => link.scrollIntoView({ block: 'end' })")
    mention.hover()
    page.locator(":popover-open .card-name a").click()
    page.wait_for_url("**/places/**")
    expect(page.get_by_role("link", name="Back to ¶15")).to_be_visible()

    page.goto((site / CHAPTER).as_uri())
    page.locator("[id='fn:10'] a.source-kind").click()
    page.wait_for_url("**/sources/**")
    expect(page.get_by_role("link", name="Back to ¶6")).to_be_visible()
