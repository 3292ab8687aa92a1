"""`make fix` tidies how things are typed: no word, and no order of words, is changed."""

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from annotated.authoring import fix, unseen
from annotated.content import source_files
from cases import Case, find, name
from conftest import ROOT

TEXTS = {
    path: text for path, text in source_files.texts(ROOT).items() if path.endswith((".md", ".yml"))
}
WORD = re.compile(r"\w+")


def words(path: str, text: str) -> object:
    """Return the words in their order; in heads and lists, how often each stands."""
    seen = "".join(char for char in text if char not in unseen.LEFT_BEHIND)
    found = WORD.findall(unicodedata.normalize("NFC", seen))
    head = text.split("\n---\n", maxsplit=1)[0] if path.endswith(".md") else text
    unordered = Counter(WORD.findall(head))
    return (unordered, found[sum(unordered.values()) :]) if path.endswith(".md") else unordered


@pytest.mark.parametrize("case", find("fix"), ids=name)
def test_what_is_untidy_is_tidied(case: Case) -> None:
    path, typed = next(iter(case.parts.items()))
    typed = typed.replace("␠", " ").replace("␍", "\r").replace("⏎", "\n")
    typed = typed.replace("⍽", "\u00a0").replace("␉", "\t").replace("⸗", "\u00ad")

    tidy, changed = fix.fixed(path, typed)

    case.expect("tidy", tidy.replace("  \n", " ␠\n").replace("\u00a0", "⍽"))
    assert fix.fixed(path, tidy) == (tidy, [])
    assert words(path, tidy) == words(path, typed)
    if "changed" in case.parts:
        case.expect("changed", "\n".join(changed))


def test_no_word_of_the_content_would_change() -> None:
    changed = [
        path
        for path, text in TEXTS.items()
        if words(path, fix.fixed(path, text)[0]) != words(path, text)
    ]

    assert changed == []


def test_the_content_is_tidy() -> None:
    assert [path for path, text in TEXTS.items() if fix.fixed(path, text)[0] != text] == []


def test_a_file_ends_with_one_line_end() -> None:
    assert fix.fixed("docs/index.md", "A.\n\n\n")[0] == "A.\n"
    assert fix.fixed("docs/index.md", "A.")[0] == "A.\n"


def test_the_bytes_of_a_file_are_tidied_and_what_changed_is_told(tmp_path: Path) -> None:
    page = tmp_path / "docs" / "about" / "x.md"
    page.parent.mkdir(parents=True)
    page.write_bytes(b"\xef\xbb\xbf# A\r\n\r\nB\xc2\xad.\r\n")

    told, unsafe = fix.fix_files(tmp_path)

    assert told == ["docs/about/x.md: ends of lines, characters that nobody sees"]
    assert unsafe == []
    assert page.read_bytes() == b"# A\n\nB.\n"


def test_beside_a_file_that_is_not_safe_nothing_is_tidied(tmp_path: Path) -> None:
    for file, content in (("x.md", b"# A\r\n"), ("y.md", b"A \xe9.\r\n")):
        (tmp_path / "docs").mkdir(exist_ok=True)
        (tmp_path / "docs" / file).write_bytes(content)

    told, unsafe = fix.fix_files(tmp_path)

    assert told == []
    assert [(problem.path, problem.code) for problem in unsafe] == [("docs/y.md", "file-not-utf8")]
    assert (tmp_path / "docs" / "x.md").read_bytes() == b"# A\r\n"
