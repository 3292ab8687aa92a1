"""The fingerprint tells the paragraphs of an article apart without a word of it."""

import re
import textwrap
from collections.abc import Callable
from itertools import pairwise

import pytest

import renderings
from annotated.own_copy import fingerprint, first_alignment, importer
from annotated.own_copy.copy_text import words
from annotated.own_copy.monotone_choice import Candidate, choose
from originals import Article


def test_the_fingerprint_is_that_of_the_article(sample: Article) -> None:
    source, _ = importer.source_of("copy.txt", sample.path.read_bytes())

    found = first_alignment.pairs(source.text, sample.chapters)

    assert first_alignment.draft(found, sample.known.salt) == sample.known


def wrapped(text: str) -> str:
    return "\n\n".join(textwrap.fill(line, 72) for line in text.split("\n") if line.strip())


@pytest.mark.parametrize(
    "layout",
    [wrapped, lambda text: re.sub(r"\n+", "\n", text)],
    ids=["wrapped", "a line each, no line blank"],
)
def test_the_fingerprint_is_the_same_in_another_layout(
    sample: Article, layout: Callable[[str], str]
) -> None:
    source, _ = importer.source_of(
        "copy.txt", layout(sample.path.read_text(encoding="utf-8")).encode()
    )

    known, problems = first_alignment.make(
        "copy.txt", source.text, sample.chapters, sample.known.salt
    )

    assert problems == []
    assert known == sample.known


def test_the_fingerprint_is_the_same_from_a_saved_page(sample: Article) -> None:
    source, _ = importer.source_of("copy.html", renderings.web_page(sample.copy()).encode())

    assert first_alignment.make("copy.html", source.text, sample.chapters, sample.known.salt) == (
        sample.known,
        [],
    )


def test_no_two_traces_of_a_paragraph_share_a_word(sample: Article) -> None:
    for number, text in sample.copy().paragraphs.items():
        found = fingerprint.hashes(words(text), sample.known.salt)
        trace = sample.known.paragraphs[number]
        at = sorted(found.index(value) for value in (trace.first, trace.last, *trace.within))
        assert [b - a for a, b in pairwise(at) if b - a < fingerprint.RUN] == [], number


def test_traces_stand_in_the_order_of_their_values(sample: Article) -> None:
    for trace in sample.known.paragraphs.values():
        assert list(trace.within) == sorted(trace.within)


def test_the_fingerprint_holds_no_word(sample: Article) -> None:
    names = {"salt", "paragraphs", "paragraph", "words", "first", "last", "within"}
    shown = fingerprint.as_yaml(sample.known).removeprefix(fingerprint.HEAD)

    assert set(re.findall(r"[g-z]\w*|\b[a-z]+\b(?=:)", shown)) <= names | {
        match[0] for name in names for match in re.finditer(r"[g-z]\w*", name)
    }


def test_two_labels_never_share_a_sign() -> None:
    both = [Candidate(4, 6, "12", 1), Candidate(5, 6, "2", 1), Candidate(9, 10, "2", 5)]

    series = choose(["12", "2"], both)

    assert [(candidate.label, candidate.start) for candidate in series.found.values()] == [
        ("12", 4),
        ("2", 9),
    ]
    assert (series.missing, series.ambiguous) == ([], [])
