"""`make fix` tidies how things are typed: no word, and no order of words, is changed."""

import re
from collections import Counter

import pytest

from annotated.authoring import fix
from annotated.content import source_files
from cases import Case, find, name
from conftest import ROOT

TEXTS = {
    path: text for path, text in source_files.texts(ROOT).items() if path.endswith((".md", ".yml"))
}
WORD = re.compile(r"\w+")


def words(path: str, text: str) -> object:
    """Return the words in their order; in heads and lists, how often each stands."""
    found = WORD.findall(text)
    head = text.split("\n---\n", maxsplit=1)[0] if path.endswith(".md") else text
    unordered = Counter(WORD.findall(head))
    return (unordered, found[sum(unordered.values()) :]) if path.endswith(".md") else unordered


@pytest.mark.parametrize("case", find("fix"), ids=name)
def test_what_is_untidy_is_tidied(case: Case) -> None:
    path, typed = next(iter(case.parts.items()))
    typed = typed.replace("␠", " ").replace("␍", "\r").replace("⏎", "\n")

    case.expect("tidy", fix.fixed(path, typed).replace("  \n", " ␠\n"))
    assert words(path, fix.fixed(path, typed)) == words(path, typed)
    assert fix.fixed(path, fix.fixed(path, typed)) == fix.fixed(path, typed)


def test_no_word_of_the_content_would_change() -> None:
    changed = [
        path
        for path, text in TEXTS.items()
        if words(path, fix.fixed(path, text)) != words(path, text)
    ]

    assert changed == []


def test_the_content_is_tidy() -> None:
    assert [path for path, text in TEXTS.items() if fix.fixed(path, text) != text] == []


def test_a_file_ends_with_one_line_end() -> None:
    assert fix.fixed("docs/index.md", "A.\n\n\n") == "A.\n"
    assert fix.fixed("docs/index.md", "A.") == "A.\n"
