"""Copying: what a reader takes of the text is its words, whatever stands beside them."""

import pytest

from conftest import Open
from pages import CHAPTERS
from selecting import FIELD, LENSES, SELECT, SWITCH, WORDS_OF

# Of each paragraph what is selected, and its words.
BOTH = f"ids => ids.map((id) => [id, ({SELECT})(id), ({WORDS_OF})(id)])"


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("chapter", CHAPTERS[1:4])
def test_a_selection_holds_the_words_alone(open_page: Open, chapter: str, width: int) -> None:
    page = open_page(chapter, width=width)
    paragraphs = page.evaluate("() => [...document.querySelectorAll('p[id]')].map(p => p.id)")
    numbered = [id_ for id_ in paragraphs if id_[1:].isdigit()]
    assert len(numbered) > 5

    for lens in LENSES:
        page.evaluate(SWITCH, lens)
        for id_, taken, words in page.evaluate(BOTH, numbered):
            assert taken == words, (lens, id_)


def test_what_is_pasted_holds_the_words_alone(open_page: Open) -> None:
    page = open_page(CHAPTERS[1])
    page.evaluate(SWITCH, "who")
    words = page.evaluate(WORDS_OF, "p8")
    page.evaluate(SELECT, "p8")

    page.keyboard.press("Control+c")
    page.evaluate(FIELD)
    page.locator("#pasted").focus()
    page.keyboard.press("Control+v")

    pasted = page.evaluate("document.getElementById('pasted').value")
    assert " ".join(pasted.split()) == words
