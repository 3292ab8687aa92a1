"""Long lists: those of sources and notes may grow with a guide, as each item of them is short."""

import pytest

from annotated.safety import input_check
from annotated.safety.input_check import LONGEST_FILE, LONGEST_LIST

SOURCE = "@misc{{key{number}, title = {{A title}}, year = {{2017}}, kind = {{press}}}}\n"
NOTE = "- note: {number}\n  cites: [key{number}]\n  paragraph: 1\n"
LISTS = {
    "bibliography/references.bib": SOURCE,
    "bibliography/endnotes.yml": NOTE,
    "bibliography/endnotes/from-1.yml": NOTE,
}


def codes(path: str, text: str) -> set[str]:
    return {problem.code for problem in input_check.check({path: text})}


@pytest.mark.parametrize("path", LISTS)
def test_a_list_may_be_longer_than_a_page(path: str) -> None:
    text, number = "", 0
    while len(text) <= LONGEST_FILE:
        text += "".join(LISTS[path].format(number=place) for place in range(number, number + 500))
        number += 500

    assert codes(path, text) == set()


def test_a_page_may_not() -> None:
    assert codes("docs/about/long.md", "a b\n\n" * (LONGEST_FILE // 5 + 1)) == {"too-long"}


def test_a_list_has_an_end() -> None:
    path = "bibliography/references.bib"

    assert codes(path, "%" * (LONGEST_LIST + 1)) == {"too-long"}


@pytest.mark.parametrize("path", LISTS)
def test_an_item_of_a_list_is_short(path: str) -> None:
    items = {
        "bib": "@misc{key, title = {" + "long " * 2000 + "}, kind = {press}}\n",
        "yml": "- note: 1\n  printed: >\n" + "    some long words\n" * 500,
    }

    assert codes(path, items[path.rpartition(".")[2]]) == {"too-long"}
