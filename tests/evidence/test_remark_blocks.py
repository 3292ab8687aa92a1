"""Remarks put into Markdown, and what Markdown makes of them."""

from markdown import Markdown

from annotated.content import guide
from annotated.evidence.remark_blocks import RemarkBlocks
from annotated.markdown_ext import printed_footnotes, registration
from small_project import BASE

REMARK = """---
subject: {}
certainty: inferred
weight: {}
at:
  - paragraph: {}
    words: {}
  - note: {}
---
It is so.

It is more than so.
"""
MAY, WORD = ("1", "in May", "1"), ("2", "The word", "a")


def rendered(**remarks: str) -> str:
    """Return the first chapter of the small project, as HTML, with remarks by id."""
    texts = {f"docs/remarks/{id_}.md": text for id_, text in remarks.items()}
    blocks = RemarkBlocks(guide.read(BASE | texts)[0], has_audit=False)
    chapter = blocks.in_chapter(BASE["docs/chapters/01.md"].split("---\n")[2])
    notes = {"1": f"Paper.{blocks.in_note('1')}", "2": "Another."}
    chapter += printed_footnotes.definitions(chapter, notes)
    own = registration.extensions("chapters/01.md", {})
    return Markdown(extensions=["attr_list", "admonition", "footnotes", *own]).convert(chapter)


def test_a_remark_stands_beside_its_paragraph_and_its_note_leads_there() -> None:
    html = rendered(
        one=REMARK.format("One", "fact", *MAY),
        two=REMARK.format("Two", "argument", *MAY),
        three=REMARK.format("Three", "print", *MAY),
        four=REMARK.format("Four", "fact", *WORD),
        five=REMARK.format("Five", "print", *WORD),
    )
    text, _, notes = html.partition('class="footnote"')
    of_1, of_a = (notes.partition(f'id="fn:{note}"')[2].partition("</li>")[0] for note in "1a")

    assert "admonition" not in html
    assert [text.count(f'"subject">{name}<') for name in ("One", "Two", "Three")] == [1, 1, 0]
    assert [of_1.count(f'"subject">{name}<') for name in ("One", "Two", "Three")] == [1, 1, 1]
    assert [of_a.count(f'"subject">{name}<') for name in ("Four", "Five")] == [1, 1]
    assert text.index('"subject">Two<') < text.index('"subject">One<')
    assert html.count("It is more than so.") == 5
    assert [of_1.count(f'#p1-remark-{id_}"') for id_ in ("one", "two", "three")] == [1, 1, 0]
    assert 'id="p1-remark-one"' in text


def test_what_is_higher_than_its_paragraph_is_folded() -> None:
    html = rendered(
        one=REMARK.format("One", "fact", *MAY),
        two=REMARK.format("Two", "fact", *MAY),
        three=REMARK.format("Three", "fact", *MAY),
    )

    assert "<summary>3 remarks</summary>" in html
    assert html.count('class="more"') == 1


def test_the_way_back_from_a_note_stays_in_its_first_line() -> None:
    notes = rendered(one=REMARK.format("One", "fact", *MAY)).partition('class="footnote"')[2]

    assert notes.index("footnote-backref") < notes.index('class="remarks"')
