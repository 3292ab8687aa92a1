"""What a reader does: read, follow a note and come back; on any device."""

from playwright.sync_api import expect

from conftest import Open
from pages import CHAPTER
from shared_pages import Look


def test_a_page_opens_from_the_disk_and_fits_its_width(look: Look, kind: str) -> None:
    for width, scheme in ((320, "light"), (360, "dark"), (1280, "light")):
        page = look(kind, width, color_scheme=scheme)

        expect(page.locator("h1").first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width


def test_the_scheme_follows_the_reader(open_page: Open) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"

    light = open_page(CHAPTER, color_scheme="light").evaluate(ground)
    dark = open_page(CHAPTER, color_scheme="dark").evaluate(ground)

    assert light != dark


def test_the_measure_is_about_66_characters(open_page: Open) -> None:
    page = open_page(CHAPTER)

    width, of_letter = page.evaluate(
        """() => {
          const paragraph = document.getElementById("p7");
          const probe = document.createElement("span");
          const sample = "the vast area that a group of men had held for a year or more was lost ";
          probe.textContent = sample.repeat(10);
          probe.style.whiteSpace = "pre";
          paragraph.append(probe);
          const width = probe.getBoundingClientRect().width / probe.textContent.length;
          probe.remove();
          return [paragraph.clientWidth, width];
        }"""
    )

    assert 58 <= width / of_letter <= 74


def test_the_fonts_are_those_of_the_site(look: Look) -> None:
    page = look(CHAPTER)
    page.evaluate("document.fonts.ready")

    used = page.evaluate(
        "[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)"
    )

    assert {family.strip('"') for family in used} == {"Literata"}


def test_arabic_is_set_in_an_arabic_font(look: Look) -> None:
    page = look("places/mayedin.html")

    script = page.locator("dd [lang=ar]").first

    assert "Noto Naskh Arabic" in script.evaluate("e => getComputedStyle(e).fontFamily")
    assert script.get_attribute("dir") == "rtl"


def test_a_note_is_reached_and_returned_from_by_keyboard(open_page: Open) -> None:
    page = open_page(CHAPTER)

    page.locator('a.footnote-ref[href="#fn:25"]').focus()
    page.keyboard.press("Enter")
    note = page.locator('li[id="fn:25"]')
    expect(note).to_be_in_viewport()
    assert "Iraqi security forces retake al-Qaim" in note.inner_text()
    assert note.evaluate("e => getComputedStyle(e, '::before').content") == '"25"'
    back = page.get_by_label("Back to note 25 in the text")
    back.focus()
    page.keyboard.press("Enter")
    expect(page.locator('[id="fnref:25"]')).to_be_in_viewport()


def test_the_number_in_the_margin_is_a_permanent_link(open_page: Open) -> None:
    page = open_page(CHAPTER)

    number = page.locator("#p14 .paragraph-number")
    number.click()

    assert number.inner_text() == "¶14"
    assert page.url.endswith("#p14")
    left = "e => e.getBoundingClientRect().left"
    assert number.evaluate(left) < page.locator("#p14").evaluate(left)


def test_without_a_script_every_link_still_leads_there(open_page: Open) -> None:
    page = open_page(CHAPTER, java_script_enabled=False)

    page.locator('.dates a[href$="rawa-captured.html"]').first.click()

    assert page.url.endswith("events/rawa-captured.html")
    assert "Rawa" in page.locator("h1").inner_text()
