"""Paragraphs are told apart by their traces where they are short, equal, or in a whole volume."""

import random
from dataclasses import replace

from annotated.own_copy import alignment, fingerprint, first_alignment
from annotated.own_copy.copy_text import words

LONG = (
    "The harbour master of Brindle kept two sets of books for nineteen years, one for the council "
    "and one for himself, and both were right."
)
OTHER = (
    "When the council asked for the second set in the spring of 1811 he sent the first again, "
    "bound in better leather, with a letter of thanks."
)
SHORT = "He never answered."


def found(*paragraphs: str, text: str = "") -> list[str]:
    """Return the paragraphs that are found in a copy of some, or in a text that contains them."""
    known = first_alignment.draft(dict(enumerate(paragraphs)), "salt")
    text = text or "\n\n".join(paragraphs)
    aligned = alignment.align(text, known)
    return ["".join(text[start:end] for start, end in aligned[number].pieces) for number in aligned]


def test_a_paragraph_of_three_words_is_found() -> None:
    assert found(LONG, SHORT, OTHER) == [LONG, SHORT, OTHER]


def test_paragraphs_that_are_equal_word_for_word_are_two() -> None:
    assert found(LONG, LONG, OTHER, LONG) == [LONG, LONG, OTHER, LONG]
    assert found(SHORT, SHORT, LONG, SHORT) == [SHORT, SHORT, LONG, SHORT]


def test_a_paragraph_that_begins_twice_as_another_does_is_whole() -> None:
    item = (
        "Item, coal for the gunboat, not delivered. Item, coal for the gunboat, never paid at all."
    )

    assert found(LONG, item) == [LONG, item]


def test_a_sentence_that_is_pulled_out_before_its_paragraph_is_not_its_beginning() -> None:
    pulled = "The harbour master of Brindle kept two sets of books"
    text = f"{pulled}\n\nBy a writer\n\nA headline\n\n{LONG}\n\n{OTHER}"

    assert found(LONG, OTHER, text=text) == [LONG, OTHER]


def test_a_trace_that_occurs_far_off_by_chance_does_not_count() -> None:
    known = first_alignment.draft({1: LONG, 2: OTHER}, "salt")
    draw = random.Random(1)  # noqa: S311 - the same volume on every run
    names = ["".join(draw.choices("aeioubdgklmnprst", k=6)) for _ in range(4000)]
    volume = [" ".join(draw.choices(names, k=60)) for _ in range(400)]
    far = [fingerprint.hashes(words(volume[at]), "salt")[20] for at in (2, 390)]
    by_chance = {
        number: replace(trace, within=(*trace.within, value))
        for (number, trace), value in zip(known.paragraphs.items(), far, strict=True)
    }
    text = "\n\n".join([*volume[:200], LONG, OTHER, *volume[200:]])

    aligned = alignment.align(text, replace(known, paragraphs=by_chance))

    pieces = [text[slice(*piece)] for number in aligned for piece in aligned[number].pieces]
    assert pieces == [LONG, OTHER]
