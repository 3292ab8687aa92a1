"""Where what stands at the end of a chapter is put in: before its notes and their heading."""

import pytest

from annotated.study.chapter_marks import begin_of_notes


@pytest.mark.parametrize(
    "notes",
    [
        '<h2 id="notes">Notes</h2>\n<div class="footnote"><ol></ol></div>',
        '<h2 id="notes">Notes <a href="#notes">¶</a></h2><div class="footnote"></div>',
        '<div class="footnote"><h2>No heading of theirs</h2></div>',
        '<div class="footnote"></div><h2>Later</h2><div class="footnote"></div>',
        "",
    ],
)
def test_the_heading_of_the_notes_is_theirs(notes: str) -> None:
    text = "<h1>A chapter</h1><h2>A part</h2>\n<p>Words.</p>\n"

    assert begin_of_notes(text + notes) == len(text)
