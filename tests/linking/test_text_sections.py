"""Sections of a page: each stands under the id by which a reader reaches it."""

from annotated.linking.text_sections import Section, sections

PAGE = """
<h1 id="top">A page</h1><p>Its <b>lead</b>.</p>
<h2 id="part">A part<a class="headerlink" href="#part">#</a></h2>
<p id="p12">Twelve<sup id="fnref:3"><a href="#fn:3">3</a></sup> &amp; more.</p>
<div class="note source"><p>Beside it.</p></div>
<svg><g><text>drawn</text></g></svg><div data-search-exclude><p id="p13">unsearched<br></p></div>
<ol><li id="fn:3"><p>A note.<a class="footnote-backref" href="#">up</a></p></li></ol>
<p id="key2017" class="source">A source.</p>
"""


def test_a_section_begins_at_each_heading_paragraph_note_and_source() -> None:
    assert [*sections(PAGE)] == [
        Section("", "A page", "Its lead."),
        Section("part", "A part", ""),
        Section("p12", "", "Twelve & more. Beside it."),
        Section("fn:3", "", "A note."),
        Section("key2017", "", "A source."),
    ]


def test_remarks_on_a_note_or_an_entry_may_be_left_to_the_audit() -> None:
    html = '<p>Heard.</p><details class="remarks"><p>Doubted.</p></details>'

    assert [*sections(html)] == [Section("", "", "Heard. Doubted.")]
    assert [*sections(html, with_remarks=False)] == [Section("", "", "Heard.")]


def test_an_element_that_is_not_closed_ends_with_its_parent() -> None:
    html = "<form><p>silent</form><p>Heard.</p>"

    assert [*sections(html)] == [Section("", "", "Heard.")]
