"""A first look at a text passes it only where a close look at it would find nothing."""

import re
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotated.core import unicode_safety
from annotated.core.problems import Problem
from annotated.safety import allowed_markup, bounded_work, input_check
from annotated.safety.authored_text import Piece
from strategies import TEXTS, typed

NEVER = re.compile(r"(?!)")
FIELDS = sorted({*input_check.PLAIN, *input_check.LONGEST, "address, a remark", "x", ""})
ATTRIBUTES = st.lists(st.sampled_from([*"{}.#: a1-_=\"'\n", " }", ".a", "#b", "{:", "on"]))


# What a sign does beside words, around them, as a fence, before the name of a character.
BESIDE = ("a{}b", "a {}b{} c", "a {}{}{}", "a{}shy; b", "a {}")


def wrong(text: str, field: str) -> list[Problem]:
    piece = Piece("docs/places/x.md", 1, field, text)
    return [*input_check._in_piece(piece), *input_check._in_piece(piece._replace(path="x.bib"))]  # noqa: SLF001


@given(st.from_regex(input_check.PLAIN_WORDS, fullmatch=True), st.sampled_from(FIELDS))
def test_nothing_is_wrong_with_plain_words(text: str, field: str) -> None:
    assert wrong(text, field) == []


def test_no_sign_in_plain_words_means_anything() -> None:
    words = [form.replace("{}", char) for char in map(chr, range(0x3000)) for form in BESIDE]
    plain = [text for text in words if input_check.PLAIN_WORDS.fullmatch(text)]

    assert len(plain) > 800
    assert [text for text in plain if wrong(text, "literal") or wrong(text, "also")] == []


@pytest.mark.parametrize("field", FIELDS)
def test_plain_words_are_short(field: str) -> None:
    plain = [
        text
        for text in ("a" * size for size in range(999))
        if input_check.PLAIN_WORDS.fullmatch(text)
    ]

    assert wrong(plain[-1], field) == []


def test_no_common_character_is_hidden_or_like_another() -> None:
    looked_for = (
        unicode_safety.HIDDEN,
        unicode_safety.UNUSUAL,
        unicode_safety.STRANGE_DIGIT,
        unicode_safety.MAY_BE_SEEN,
    )
    common = [
        char for char in map(chr, range(sys.maxunicode + 1)) if unicode_safety.is_common(char)
    ]

    assert len(common) > 1000
    assert [char for char in common if any(form.search(char) for form in looked_for)] == []


def attributes(text: str) -> list[allowed_markup.Fault]:
    return list(allowed_markup._attributes(text))  # noqa: SLF001


@given(ATTRIBUTES.map("".join) | ATTRIBUTES.map(lambda parts: "{ .a #b" + "".join(parts)))
@example("{ }")
@example("{:}")
@example("{ .a.b }")
@example('{ .a }="}" onx=}')
def test_plain_attributes_are_read_in_one_way_alone(text: str) -> None:
    found = attributes(text)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(allowed_markup, "ATTRIBUTES", re.compile(r"\{:? *(?=[^}\n])"))
        assert found == attributes(text)


@given(
    st.lists(
        st.tuples(
            st.sampled_from([*"[]{}()<>*_`~!@&|\\#", "\n", "\n\n", "a ", "[^1]", " @a", "\n# "]),
            st.sampled_from([1, 9, 60, 101, 152, 401, 1001]),
        ),
        max_size=6,
    )
)
@example([("[", 60), ("\n\n", 1), ("[", 60)])
@example([("[", 101)])
@example([("#", 401)])
@example([("a\n", 152)])
@example([("a", 10_001)])
@example([("[^1]\n\n", 1001)])
def test_no_excess_is_overlooked(runs: list[tuple[str, int]]) -> None:
    text = "".join(sign * times for sign, times in runs)
    found = [
        *(
            excess
            for offset, paragraph in bounded_work._paragraphs(text)  # noqa: SLF001
            for excess in bounded_work._in_paragraph(paragraph, offset, bounded_work.MOST_OF)  # noqa: SLF001
        ),
        *bounded_work._in_page(text),  # noqa: SLF001
    ]

    assert [excess for excess in bounded_work.excesses(text) if "items" not in excess.what] == found


@given(TEXTS | typed("&;#<>[](){}`*_!@\\"), st.sampled_from(["docs/about/x.md", "docs/hedges.yml"]))
@example("&#x202e;", "docs/about/x.md")
@example("\0a", "docs/about/x.md")
def test_no_file_passes_that_a_close_look_refuses(text: str, path: str) -> None:
    found = input_check.check({path: text})

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(input_check, "PLAIN_WORDS", NEVER)
        patch.setattr(unicode_safety, "UNCOMMON", re.compile("|."))
        assert found == input_check.check({path: text})


def test_more_names_than_allowed_are_found_however_the_list_is_typed() -> None:
    most = input_check.MOST_NAMES
    for count, codes in ((most, set()), (most + 1, {"too-long"})):
        names = [f"a{number}" for number in range(count)]
        for listed in (f"[{', '.join(names)}]", "".join(f"\n- {name}" for name in names)):
            text = f"---\nname: x\nspellings: {listed}\n---\nx\n"
            found = input_check.check({"docs/places/x.md": text})
            assert {problem.code for problem in found} == codes, text
