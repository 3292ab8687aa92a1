"""The bar of lenses: what each shows, where it is kept, and that it moves no letter."""

import re
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from playwright.sync_api import Page, expect

from axe_rules import COLOURS, shorten, violations
from by_hand import focus
from conftest import Open
from pages import CHAPTER, FINAL, MAP, TIMELINE
from shared_pages import Look, show

LENSES = ("who", "sure", "on-what")
NAMES = ("Who says it", "How sure", "On what")
WIDTHS = (360, 1280)
STATEMENTS = "span[data-who][id]"
DAY = "2017-09-01"
TAKE = """(field, day) => {
  field.value = day;
  field.dispatchEvent(new Event("change", { bubbles: true }));
}"""
BEGINNING = """() => [...document.querySelector("article").children].slice(13)
  .forEach((child) => child.remove())"""
# The rectangle of every piece of text in the article: where a reader sees it.
TEXTS = """() => {
  const notes = document.querySelector(".footnote");
  if (notes) notes.style.contentVisibility = "visible";
  const all = [];
  const walker = document.createTreeWalker(
    document.querySelector("article"), NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const around = text.parentElement;
    if (!text.data.trim() || around.closest(".lens-bar, .said, svg")) continue;
    if (!around.checkVisibility()) continue;
    range.selectNodeContents(text);
    for (const { x, y, width, height } of range.getClientRects())
      all.push([x, y + scrollY, width, height].map((one) => Math.round(one * 100) / 100).join(" "));
  }
  return all;
}"""


def choose(page: Page, name: str) -> None:
    """Choose a lens by its name on the bar."""
    radio = page.get_by_role("radio", name=name)
    radio.check()
    lens = radio.input_value()
    expect(
        page.locator(f'html[data-lens="{lens}"]' if lens else "html:not([data-lens])")
    ).to_have_count(1)


def turns(page: Page) -> Iterator[tuple[str, Callable[[], None]]]:
    """Yield each lens, and a day alone at the end, with what turns it on."""
    for name, lens in zip(NAMES, LENSES, strict=True):
        yield lens, partial(choose, page, name)

    def take_a_day() -> None:
        choose(page, "Plain")
        page.locator("#known").evaluate(TAKE, DAY)
        expect(page.locator("html[data-by]")).to_be_attached()

    yield "known", take_a_day


@pytest.mark.parametrize("width", WIDTHS)
def test_no_lens_moves_a_letter(open_page: Open, width: int) -> None:
    page = open_page(CHAPTER, width=width)
    page.evaluate("document.fonts.ready.then(() => 0)")
    before = page.evaluate(TEXTS)
    assert len(before) > 500

    for name, lens in zip(NAMES, LENSES, strict=True):
        choose(page, name)
        assert page.evaluate(TEXTS) == before, lens
    page.evaluate(
        f"history.replaceState(0, '', '?known={DAY}'); dispatchEvent(new Event('popstate'))"
    )
    expect(page.locator(".later").first).to_be_attached()
    assert page.evaluate(TEXTS) == before


def test_without_a_script_no_lens_moves_a_letter(open_page: Open) -> None:
    page = open_page(CHAPTER, java_script_enabled=False)
    where = "es => es.map(e => JSON.stringify([...e.getClientRects()]))"
    before = page.locator(STATEMENTS).evaluate_all(where)

    for lens in LENSES:
        page.locator(f"#lens-{lens}").check()
        assert page.locator(STATEMENTS).evaluate_all(where) == before, lens
        expect(page.locator(f".lens-legend .of-{lens}")).to_be_visible()


def test_the_gutter_shows_who_speaks_beside_every_line(look: Look) -> None:
    page = look(CHAPTER)
    page.locator("p.ruled").nth(15).wait_for()

    drawn = page.evaluate(
        """() => [...document.querySelectorAll("p.ruled")].map((p) => {
          const height = parseFloat(getComputedStyle(p).lineHeight);
          const lines = new Set([...p.querySelectorAll("span[data-who]")].flatMap((one) =>
            [...one.getClientRects()].filter((r) => r.width > 1).map((r) => Math.round(r.top))));
          let length = 0;
          for (const path of p.querySelectorAll(".gutter path"))
            for (const part of path.getAttribute("d").split("M14.5 ").slice(1)) {
              const [from, to] = part.split("V");
              length += to - from + 2;
            }
          return [lines.size * height, length];
        })"""
    )

    assert len(drawn) > 15
    assert all(abs(height - length) < 2 for height, length in drawn)


def test_the_gutter_follows_the_lines_when_the_window_changes(open_page: Open) -> None:
    page = open_page(CHAPTER)
    paths = "es => es.map(e => e.getAttribute('d'))"
    page.locator("#p8 .gutter path").first.wait_for(state="attached")
    wide = page.locator("#p8 .gutter path").evaluate_all(paths)

    page.set_viewport_size({"width": 360, "height": 800})

    page.wait_for_function(
        """(wide) => [...document.querySelectorAll("#p8 .gutter path")]
          .some((path, index) => path.getAttribute("d") !== wide[index])""",
        arg=wide,
    )


def test_a_letter_stands_in_the_gutter_for_each_statement(open_page: Open) -> None:
    page = open_page(CHAPTER)
    assert page.locator("#p8 .gutter text").count() == 0

    choose(page, "Who says it")

    letters = page.locator("#p8 .gutter text").all_text_contents()
    said = page.locator(f"#p8 {STATEMENTS}").evaluate_all("es => es.map(e => e.dataset.who)")
    assert letters == said
    assert len({*letters}) > 2
    link = page.locator("#p8 a.mention").first
    assert link.evaluate("e => getComputedStyle(e).textDecorationColor") == "rgba(0, 0, 0, 0)"


def test_who_speaks_is_read_aloud_only_with_the_lens(open_page: Open) -> None:
    page = open_page(CHAPTER)
    first = page.locator("#p8")
    assert "said by officials:" not in first.aria_snapshot()

    choose(page, "Who says it")

    spoken = first.aria_snapshot()
    assert spoken.count("said by officials:") == first.locator('[data-who="O"]').count()


def test_what_is_copied_are_the_words_alone(open_page: Open) -> None:
    page = open_page(CHAPTER)
    copied = """() => {
      const range = document.createRange();
      range.setStart(document.querySelector("#p8-s1"), 0);
      range.setEndAfter(document.querySelector("#p8").lastElementChild);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      return getSelection().toString();
    }"""
    plain = page.evaluate(copied)

    choose(page, "Who says it")

    assert page.evaluate(copied) == plain
    assert "said by" not in plain


def test_hedges_are_washed_by_kind(open_page: Open) -> None:
    page = open_page(CHAPTER)
    hedge = page.locator("#p8 .hedge").first
    wash = "e => getComputedStyle(e).backgroundColor"
    assert hedge.evaluate(wash) == "rgba(0, 0, 0, 0)"

    choose(page, "How sure")

    assert hedge.evaluate(wash) != "rgba(0, 0, 0, 0)"
    signs = page.locator("#p8 .hedge").evaluate_all(
        "es => es.map(e => document.querySelector(`.of-sure .${e.classList[1]} b`).textContent)"
    )
    assert "".join(page.locator("#p8 .gutter text").all_text_contents()) == "".join(signs)
    counted = page.locator("article span span.hedge:not(.side-note *, .lens-bar *)").count()
    legend = page.locator(".of-sure > span").all_inner_texts()
    assert sum(int(entry.rsplit(" ", 1)[1]) for entry in legend) >= counted


def test_the_legend_counts_the_statements_of_the_page(open_page: Open) -> None:
    page = open_page(CHAPTER)
    for lens in ("who", "on-what"):
        page.locator(f"#lens-{lens}").check()

        legend = page.locator(f".of-{lens} > span:not(.doubted)").all_inner_texts()

        numbers = [int(entry.rsplit(" ", 1)[1]) for entry in legend]
        assert sum(numbers) == page.locator(STATEMENTS).count(), lens


def test_a_note_that_may_not_bear_a_statement_is_said_so(open_page: Open) -> None:
    page = open_page(f"{CHAPTER}?lens=on-what#p8-s6")
    doubted = page.locator(f"{STATEMENTS}[data-mark$='?']")

    told = page.locator(".of-on-what .doubted").inner_text()
    assert told == f"? a note may not bear it {doubted.count()}"
    focus(page, page.locator("#p8-s6"))
    expect(page.locator(".card.statement:popover-open")).to_contain_text("But: By the excerpts")


def test_no_legend_covers_the_head_of_a_chapter(open_page: Open) -> None:
    page = open_page(CHAPTER, width=1280)

    for lens, turn_on in turns(page):
        turn_on()
        for width in (1280, 1230, 1920):
            page.set_viewport_size({"width": width, "height": 800})
            bottom, top = page.evaluate(
                """() => {
                  const ends = [...document.querySelectorAll(".lens-bar, .lens-legend p")]
                    .map((part) => part.getBoundingClientRect().bottom);
                  const range = document.createRange();
                  range.selectNodeContents(document.querySelector("h1"));
                  return [Math.max(...ends), range.getBoundingClientRect().top];
                }"""
            )
            assert bottom <= top, (lens, width)


def test_the_end_of_a_chapter_can_be_read_above_the_bar_of_a_phone(open_page: Open) -> None:
    page = open_page(f"{CHAPTER}?lens=sure", width=360)
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")

    foot = page.locator(".md-footer a").last
    expect(foot).to_be_in_viewport()
    bottom = foot.evaluate("e => e.getBoundingClientRect().bottom")
    assert bottom <= page.locator(".lenses").evaluate("e => e.getBoundingClientRect().top")


def test_speakers_are_told_apart_where_the_machine_has_its_own_colours(open_page: Open) -> None:
    page = open_page(f"{CHAPTER}?lens=who&known={DAY}", width=1280, forced_colors="active")
    stroke = """(all, names) => names.map((name) => {
      const style = getComputedStyle(all.find((one) => one.matches(`.${name}`)));
      return [style.strokeWidth, style.strokeDasharray, style.stroke].join(" ");
    })"""
    speakers = ["author", "reported", "official", "group", "other"]

    drawn = page.locator(".gutter path").evaluate_all(stroke, speakers)
    assert len({*drawn}) == len(speakers)
    rules = page.locator(".of-who b").evaluate_all(
        "all => all.map(e => getComputedStyle(e)).map(s =>"
        " s.borderInlineEndWidth + s.borderInlineEndStyle + s.borderInlineEndColor)"
    )
    assert len({*rules}) == len(speakers)
    colour = "e => getComputedStyle(e).color"
    later = page.locator(f"{STATEMENTS}.later").first.evaluate(colour)
    assert later != page.locator(f"{STATEMENTS}:not(.later)").first.evaluate(colour)
    choose(page, "How sure")
    hedge = page.locator("#p8 .hedge").first
    assert hedge.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"


def test_more_contrast_makes_the_washes_stronger(open_page: Open) -> None:
    wash = "e => getComputedStyle(e).backgroundColor"
    page = open_page(f"{CHAPTER}?lens=who")
    washes = []
    for contrast in ("no-preference", "more"):
        show(page, 1280, contrast=contrast)
        washes.append(page.locator(f"#p8 {STATEMENTS}").first.evaluate(wash))
    assert len({*washes}) == len(washes)


def test_what_is_pressed_before_the_lenses_are_loaded_is_done(open_page: Open) -> None:
    page = open_page(CHAPTER, width=360, has_touch=True)
    assert page.locator("script[src$='assets/lenses.js']").count() == 0

    page.get_by_role("button", name="Known by").tap()

    expect(page.locator("#known")).to_be_visible()
    page.reload()
    page.get_by_role("radio", name="Who says it").check()
    expect(page.locator("html")).to_have_attribute("data-lens", "who")


def test_keys_choose_a_lens_and_leave_it(open_page: Open) -> None:
    page = open_page(CHAPTER)
    root = page.locator("html")

    for key, lens in zip("who", LENSES, strict=True):
        page.keyboard.press(key)
        expect(root).to_have_attribute("data-lens", lens)
        assert f"lens={lens}" in page.url
    expect(page.locator(".lenses [role=status]")).to_have_text("On what.")
    page.keyboard.press("o")
    assert root.get_attribute("data-lens") is None
    assert "lens" not in page.url
    page.keyboard.press("k")
    expect(page.locator("#known")).to_be_focused()


def test_a_lens_is_kept_from_page_to_page_and_has_an_address(open_page: Open) -> None:
    page = open_page(CHAPTER, keeps=True)
    choose(page, "Who says it")
    shared = page.url

    page.goto(shared.split("chapters/")[0] + FINAL)
    expect(page.get_by_role("radio", name="Who says it")).to_be_checked()
    choose(page, "Plain")
    page.goto(shared)
    expect(page.get_by_role("radio", name="Who says it")).to_be_checked()


def test_known_by_a_day_greys_what_came_later_and_counts_the_days(open_page: Open) -> None:
    page = open_page(f"{CHAPTER}?known={DAY}")
    expect(page.locator("#known")).to_have_value(DAY)

    states = page.locator(STATEMENTS).evaluate_all(
        "es => es.map(e => [e.dataset.known ?? '', e.classList.contains('later'),"
        " e.classList.contains('undated'), e.dataset.days])"
    )
    for known, later, undated, days in states:
        assert later == (known > DAY)
        assert undated == (known == "")
        assert bool(days) == later
    assert {later for _, later, *_ in states} == {True, False}
    late = page.locator(f"{STATEMENTS}.later").first
    assert late.evaluate("e => getComputedStyle(e).color") != page.locator(
        f"{STATEMENTS}:not(.later, .undated)"
    ).first.evaluate("e => getComputedStyle(e).color")


def test_a_chapter_without_a_dated_source_says_so(open_page: Open) -> None:
    page = open_page(f"chapters/05-syraq-as-afpak.html?known={DAY}", width=360)

    told = page.locator(".of-known")
    expect(told).to_contain_text("0 later")
    assert page.locator(f"{STATEMENTS}:not(.undated)").count() == 0
    assert told.inner_text().startswith("0 of ")


def test_a_day_is_typed_stepped_and_cleared(open_page: Open) -> None:
    page = open_page(CHAPTER)
    day = page.locator("#known")

    day.fill("2017-09-02")
    expect(page).to_have_url(re.compile("known=2017-09-02"))
    page.get_by_role("button", name="Source date before").click()
    before = day.input_value()
    assert before < "2017-09-02"
    assert page.locator(f'[data-known="{before}"]').count() > 0
    page.get_by_role("button", name="Source date after").click()
    assert day.input_value() > "2017-09-02"
    page.get_by_role("button", name="Any day").click()
    assert "known" not in page.url
    assert page.locator(".later, .undated").count() == 0


def test_a_day_filters_the_timeline_and_the_map_alike(open_page: Open) -> None:
    page = open_page(f"{TIMELINE}?known={DAY}")
    shown = page.locator(".timeline li[data-known]:visible")
    days = shown.evaluate_all("es => es.map(e => e.dataset.known)")
    assert days
    assert all("" < day <= DAY for day in days)

    page.goto(page.url.replace(TIMELINE, MAP) + "#month=2017-05")
    days = page.locator(".month-events li:visible").evaluate_all(
        "es => es.map(e => e.dataset.known)"
    )
    assert days
    assert all("" < day <= DAY for day in days)
    assert page.locator(".sheet .place.unknown").count() > 0


def test_lists_of_events_grey_what_came_later(open_page: Open) -> None:
    page = open_page(f"events/index.html?known={DAY}")

    assert page.locator("article .later").count() > 20
    assert page.locator("article [data-known]:not(.later, .undated)").count() > 20


def test_a_mention_says_who_speaks(open_page: Open) -> None:
    page = open_page("places/mayedin.html?lens=who")

    items = page.locator(".mentions > li[class]")

    assert items.count() > 5
    first = items.first
    assert first.evaluate("e => getComputedStyle(e).backgroundColor") != "rgba(0, 0, 0, 0)"
    assert page.locator("#lens-sure").count() == 0


def test_a_statement_tells_all_in_its_card(open_page: Open) -> None:
    page = open_page(f"{CHAPTER}?lens=who&known={DAY}#p8")
    late = page.locator("#p8 .later, p .later").first
    late.scroll_into_view_if_needed()

    focus(page, late)
    card = page.locator(".card.statement:popover-open")

    expect(card).to_be_visible()
    text = card.inner_text()
    for words in ("How sure:", "On what:", "Known since:", "days after 1 September 2017"):
        assert words in text
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)


def test_a_statement_opens_at_a_tap_and_a_link_in_it_at_its_own(open_page: Open) -> None:
    page = open_page(f"{CHAPTER}?lens=who", width=360, has_touch=True)
    statement = page.locator("#p8 span[data-who]").first

    statement.tap(position={"x": 4, "y": 4})
    expect(page.locator(".card.statement:popover-open")).to_be_visible()
    link = page.locator("#p20 a.mention").first
    link.tap()

    expect(page.locator(".card:popover-open")).to_have_count(1)
    expect(page.locator(".card.statement:popover-open")).to_have_count(0)


def test_without_a_lens_a_statement_is_no_stop_and_no_card(look: Look) -> None:
    page = look(CHAPTER)

    assert page.locator("span[data-who][tabindex]").count() == 0


@pytest.mark.parametrize("width", WIDTHS)
def test_the_bar_is_in_reach_and_covers_nothing_that_has_the_focus(
    open_page: Open, width: int
) -> None:
    page = open_page(f"{CHAPTER}?lens=who#p12", width=width)
    expect(page.get_by_role("radio", name="Plain")).to_be_in_viewport()
    page.locator("#p12 a").first.focus()

    covered = []
    for _ in range(40):
        page.keyboard.press("Tab")
        covered.append(
            page.evaluate(
                """() => {
                  const at = document.activeElement, box = at.getClientRects()[0];
                  if (at.closest(".card, .lens-bar")) return "";
                  const x = box.left + box.width / 2, y = box.top + box.height / 2;
                  const over = document.elementFromPoint(x, y);
                  return over?.closest(".lens-bar, .md-header") ? at.outerHTML : "";
                }"""
            )
        )
        page.keyboard.press("Escape")

    assert not any(covered)


@pytest.mark.parametrize("width", WIDTHS)
def test_no_lens_breaks_a_rule(open_page: Open, width: int) -> None:
    page = open_page(CHAPTER, width=width)
    # Contrast is what a lens changes for the rules; the rest of a page is seen elsewhere.
    page.evaluate(BEGINNING)
    shorten(page)
    found = {}

    for lens, turn_on in turns(page):
        turn_on()
        found[lens] = violations(page)
        show(page, width, color_scheme="dark")
        found[lens] += violations(page, COLOURS)
        show(page, width)

    assert found == {lens: [] for lens in (*LENSES, "known")}


def test_paper_has_the_letters(open_page: Open) -> None:
    page = open_page(f"{CHAPTER}?lens=who")

    page.emulate_media(media="print")

    letter = page.locator("#p8 span[data-who]").first
    assert letter.evaluate("e => getComputedStyle(e, '::before').content").strip('"') == "O"
    expect(page.locator(".lens-bar")).to_be_hidden()
