"""What the readers of a single text return, to the letter."""

from datetime import date

import pytest
import yaml

from annotated.content import catalogue, front_matter, word_lists, yaml_nodes
from annotated.content.front_matter import FrontMatter
from annotated.core.html_tokenizer import rewrite_text, tokens
from annotated.core.normalize import fold
from annotated.model.edtf import parse


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("---\na: 1\n---\nbody\n", ("a: 1", "body\n", 4)),
        ("--- \na: 1\n---\t\nbody", ("a: 1", "body", 4)),
        ("---\na: 1\n ---\n---\nbody", ("a: 1\n ---", "body", 5)),
        (" ---\na: 1\n---\nbody", ("", " ---\na: 1\n---\nbody", 1)),
        ("body", ("", "body", 1)),
        ("---\na: 1\nb: 2", ("a: 1\nb: 2", "", 0)),
    ],
)
def test_a_file_is_cut_at_lines_of_three_hyphens(text: str, parts: tuple[str, str, int]) -> None:
    assert front_matter.split(text) == parts


@pytest.mark.parametrize("block", ["a: [", "- a"])
def test_a_head_that_cannot_be_read_leaves_the_body(block: str) -> None:
    head, found = front_matter.read("x.md", f"---\n{block}\n---\nbody\n")

    assert head == FrontMatter({}, {}, "body\n", 4)
    assert [(one.path, one.line, one.code) for one in found] == [
        ("x.md", 2, "front-matter-malformed")
    ]


def test_an_empty_head_has_no_fields() -> None:
    assert front_matter.read("x.md", "---\n---\nbody") == (FrontMatter({}, {}, "body", 3), [])


def test_an_unknown_field_does_not_keep_an_entry_from_being_read() -> None:
    text = "---\nname: A\nsummary: S.\nspelings: [A]\n---\n"

    read, problems = catalogue.load({"docs/glossary/a.md": text})

    assert [*read.entities] == ["a"]
    assert [one.line for one in problems] == [4]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\nb: \x01\n", 2),
        ("a: 1\nb: !tag c\n", 2),
        ("a: &one 1\nb: *one\n", 1),
        ("a: 1\nb: [\n", 2),
        ("a: 1\n? [b]\n: c\n", 2),
    ],
)
def test_what_must_not_stand_in_yaml_is_found_with_its_line(text: str, line: int) -> None:
    with pytest.raises(yaml.MarkedYAMLError) as raised:
        yaml_nodes.compose(text)

    assert yaml_nodes.place_of(raised.value, text)[0] == line


def test_an_error_without_a_place_is_of_the_first_line() -> None:
    assert yaml_nodes.place_of(yaml.MarkedYAMLError(), "a\nb\n") == (1, "a")


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Deir ez-Zor", "Deir ez-Zor"),
        ("Qā’im", "Qā’im"),
        ("ā: b", '"ā: b"'),
        ("[", '"["'),
        ("yes", '"yes"'),
        ("1917", '"1917"'),
    ],
)
def test_a_value_is_quoted_where_it_would_be_read_otherwise(text: str, typed: str) -> None:
    assert yaml_nodes.quoted(text) == typed


def test_forms_of_a_name_are_folded_to_one() -> None:
    assert fold("Al-Qā’im \u00a0 Gate") == fold("al-qa`im gate") == "al-qa'im gate"


@pytest.mark.parametrize(
    ("tag", "value"), [("<a id='x'>", "x"), ('<a href="y" id="x">', "x"), ("<a href='y'>", "")]
)
def test_an_attribute_is_read_as_it_stands(tag: str, value: str) -> None:
    (token,) = tokens(tag)

    assert token.attribute("id") == value


def test_the_first_decade_begins_with_the_first_year() -> None:
    assert parse("000X").first == date(1, 1, 1)


def test_text_is_rewritten_before_and_behind_what_is_left_alone() -> None:
    html = "a <b>b</b> <code>c <i>d</i> e</code> f"

    assert rewrite_text(html, str.upper) == "A <b>B</b> <code>c <i>d</i> e</code> F"


def test_phrases_are_read_behind_one_that_is_wrong() -> None:
    phrases, found = word_lists.read("u.yml", "- [a]\n- b: c\n")

    assert phrases == {"b": 2}
    assert [(one.line, one.code) for one in found] == [(1, "unlinked-malformed")]


def test_without_a_list_no_phrase_is_left_alone() -> None:
    assert word_lists.read("u.yml", "") == ({}, [])
