"""Reading aloud: what the tree for screen readers says, and that it leaves nothing out."""

import os
import re

from playwright.sync_api import expect

from by_hand import OPEN, focus
from conftest import ROOT, Open
from pages import CHAPTER
from selecting import SWITCH
from shared_pages import Look
from spoken import counted, spoken

DOCUMENT = ROOT / "docs/about/reading-aloud.md"
# A page, what of it is read, and the lens that is on; below that, what is said.
BLOCK = re.compile(r"```text\n([^|\n]+) \| ([^|\n]+) \|(?: (\S+))?\n(.*?)```", re.DOTALL)
SHOWN = """() => {
  const isShown = (one) => one.checkVisibility({ visibilityProperty: true })
    && !one.closest("[aria-hidden=true], [inert]");
  const count = (which) => [...document.querySelectorAll(which)].filter(isShown).length;
  return { heading: count("h1, h2, h3, h4, h5, h6"),
    link: count("a[href]:not([role=doc-noteref], [role=doc-backlink], [role=option])"),
    "doc-noteref": count("a.footnote-ref"), "doc-backlink": count("a.footnote-backref"),
    DisclosureTriangle: count("summary") };
}"""


def test_the_tree_has_every_heading_link_note_and_event_of_the_page(look: Look, kind: str) -> None:
    page = look(kind)
    shown = page.evaluate(SHOWN)

    assert counted(page, *shown) == shown


def test_a_paragraph_is_read_with_its_tools_behind_it(open_page: Open) -> None:
    page = open_page(CHAPTER)

    plain = spoken(page, "#p8")
    page.evaluate(SWITCH, "who")
    with_lens = spoken(page, "#p8")

    assert plain[0] == "[link] ¶8"
    assert "[note mark] note 11" in plain
    group = plain.index("[group] ¶8: tools")
    assert not [line for line in plain[1:group] if "original" in line or "copy" in line]
    assert [line for line in plain[group:] if "original: ¶8 of the article" in line]
    assert not [line for line in plain if "said by officials" in line]
    assert [line for line in with_lens if "said by officials: On 9 September" in line]


def test_headings_notes_and_remarks_are_told_by_their_names(look: Look) -> None:
    page = look(CHAPTER)

    headings = page.locator("article :is(h1, h2, h3)").all()
    assert len(headings) > 4
    for heading in headings:
        told = heading.evaluate("h => h.ariaLabel ?? h.textContent")
        assert not told.endswith("#"), told
        for link in heading.locator(".headerlink").all():
            expect(link).to_have_accessible_name(f"Link to “{told}”")
    assert page.locator("article .headerlink").count() > 4
    expect(page.locator("#notes")).to_have_accessible_name("Notes")
    expect(page.locator("[id='fn:9'] .footnote-backref")).to_have_accessible_name(
        "Back to note 9 in the text"
    )
    subject = page.locator("#p20 + .beside .remark .subject").first.inner_text()
    assert [line for line in spoken(page, "#p20 + .beside") if subject in line]


def test_a_card_that_opens_by_keyboard_is_told_once(open_page: Open) -> None:
    page = open_page(CHAPTER, links="all")
    page.evaluate(
        """() => {
          window.told = [];
          new MutationObserver((changes) => {
            for (const { target } of changes) window.told.push(target.textContent);
          }).observe(document.querySelector("body > [role=status].visually-hidden"),
            { childList: true });
        }"""
    )

    focus(page, page.locator('#p20 a[data-entity="mayedin-lost"]'))
    expect(page.locator(OPEN)).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator(OPEN)).to_have_count(0)

    told = [text for text in page.evaluate("window.told") if text]
    assert len(told) == 1
    assert told[0].startswith("Card: ")


def test_arabic_is_read_as_arabic(look: Look) -> None:
    page = look("places/mayedin.html")

    alone = page.evaluate(
        """() => {
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const wrong = [];
          for (let node; (node = walker.nextNode()); )
            if (/[\\u0600-\\u06ff]/.test(node.data) && !node.parentElement.closest("[lang^=ar]"))
              wrong.push(node.data);
          for (const one of document.querySelectorAll("[aria-label], [title]"))
            for (const name of ["aria-label", "title"])
              if (/[\\u0600-\\u06ff]/.test(one.getAttribute(name) ?? "")) wrong.push(one.outerHTML);
          return wrong;
        }"""
    )

    assert alone == []


def test_the_document_says_what_is_read(open_page: Open, look: Look) -> None:
    text = DOCUMENT.read_text(encoding="utf-8")

    def read(block: re.Match[str]) -> str:
        path, selector, lens, _ = block.groups()
        page = open_page(path) if lens else look(path)
        if lens:
            page.evaluate(SWITCH, lens)
        head = block[0].split("\n")[1]
        return "\n".join(["```text", head, *spoken(page, selector)]) + "\n```"

    now = BLOCK.sub(read, text)

    assert len(BLOCK.findall(text)) == 7
    if os.environ.get("UPDATE_CASES"):
        DOCUMENT.write_text(now, encoding="utf-8")
    assert now == text, "read what has changed, then renew it: UPDATE_CASES=1 pytest …"
