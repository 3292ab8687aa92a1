"""Any file as a reader's own copy: read or refused with its reason, and no character is lost."""

import re
from collections import Counter
from html import escape

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from annotated.core.placeholders import EMPHASIS, EMPHASIS_END, RAISED, RAISED_END, RESERVED
from annotated.own_copy import copy_store, importer, saved_html
from annotated.own_copy.copy_model import Copy
from originals import INVENTED, TEMPLATE, article, compared
from strategies import CHARACTERS, TEXTS, ending, pieces, typed

ONE = article(TEMPLATE, INVENTED)
LINES = INVENTED.read_text(encoding="utf-8").split("\n")
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
COPIED = typed("\n\r\f-[]().0123456789\u2010\ue000\ue025")
PAGES = st.lists(
    st.one_of(pieces("tags-of-saved-pages").map("<{}>".format), typed("<>&#;\n/'\"=")), max_size=15
)
FILES = st.one_of(
    st.binary(max_size=300),
    st.builds(str.encode, COPIED | TEXTS, ENCODINGS),
    PAGES.map("".join).map("<html>{}".format).map(str.encode),
)


def letters(text: str) -> Counter[str]:
    """Return how often each letter and digit stands in a text, as it is compared."""
    return Counter(sign for sign in compared(text) if sign.isalnum())


@given(FILES)
@example(b"<html><ol start='\xc2\xb2'><li value='" + b"9" * 5000 + b"'>")
@example(b"<html><![foo[ x")
def test_any_file_is_read_or_refused(data: bytes) -> None:
    copy, problems = ONE.read(data)

    assert problems
    assert copy.paragraphs == {}
    for sample in problems:
        assert sample.path == "copy.txt"
        assert sample.line >= 1
        assert sample.code.startswith("original-")


@given(
    typed(
        "\n-[]().0123456789", words=st.sampled_from(["rural- and", "the-\nre", "city.12", "a  b"])
    )
)
def test_plain_lines_are_the_text(text: str) -> None:
    found, problems = importer.source_of("copy.txt", text.encode())
    assume(not problems and not saved_html.looks_like_html(text) and "\f" not in text)

    assert compared(found.text) == compared(text)


@given(st.lists(st.tuples(typed(".,"), typed(".,")), min_size=8, max_size=9))
def test_two_columns_keep_every_letter(rows: list[tuple[str, str]]) -> None:
    flat = [(" ".join(a.split())[:30], " ".join(b.split())) for a, b in rows]
    text = "\n".join(f"{a:<34}{b}" for a, b in flat).replace("<", "")
    found, problems = importer.source_of("copy.txt", text.encode())
    assume(not problems)

    assert letters(found.text) == letters(text)


BLOCKS = st.sampled_from(
    ["p", "div", "em", "sup", "b", "td", "h2", "pre", "blockquote", "span", "x"]
)


@given(st.lists(st.tuples(BLOCKS, typed(".,<>&\"'")), min_size=1, max_size=8))
def test_the_words_of_a_page_are_kept(blocks: list[tuple[str, str]]) -> None:
    page = "".join(f"<{tag}>{escape(text)}</{tag}>" for tag, text in blocks)

    found = saved_html.read(f"<html>{page}")

    assert letters(found.text) == letters("\n".join(text for _, text in blocks))


@given(st.dictionaries(st.integers(0, len(LINES) - 1), COPIED, max_size=4))
def test_what_stands_between_the_lines_of_an_article_is_kept(more: dict[int, str]) -> None:
    lines = [f"{more[at]}\n\n{line}" if at in more else line for at, line in enumerate(LINES)]
    text = "\n".join(lines)
    copy, problems = ONE.read(text.encode())
    assume(not problems and "\f" not in text)

    kept = [*copy.paragraphs.values(), *copy.headings.values(), *copy.left_out]
    kept += [f"{label} {note}" for label, note in copy.notes.items()]

    assert letters("\n".join(kept)) == letters(text)


PLAIN = st.text(CHARACTERS, min_size=1, max_size=60).map(
    lambda text: re.sub(rf"[\n\r{RESERVED}]", "", text) or "a"
)


@given(st.lists(st.tuples(PLAIN, PLAIN, st.sampled_from(["1", "12", "a"])), min_size=1, max_size=4))
@example([("{ #p1 }", "\\", "1"), ("&#49;*", "1.", "a")])
def test_a_copy_comes_back_from_its_files(drawn: list[tuple[str, str, str]]) -> None:
    text = "".join(f"{a}{EMPHASIS}{b}{EMPHASIS_END}{RAISED}{c}{RAISED_END}" for a, b, c in drawn)
    numbers = [paragraph.number for chapter in ONE.chapters for paragraph in chapter.paragraphs]
    copy = Copy(dict.fromkeys(numbers, text), {}, {label: text for _, _, label in drawn})

    assert copy_store.from_files(copy_store.to_files(copy, ONE.chapters)) == copy


@pytest.mark.parametrize(
    "hostile",
    ["<sup>", "<a href='#'>", "<svg>", "<![CDATA[", "↑ ", "<pre>" + " " * 9, "x" + " " * 9],
)
def test_a_long_page_comes_to_an_end(hostile: str) -> None:
    with ending():
        saved_html.read(f"<html>{hostile * 9000}")
        importer.source_of("copy.txt", (hostile * 9000).encode())
