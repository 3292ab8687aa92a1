"""YAML: what must not be in it is found with its line, and every value can be quoted."""

import pytest

from annotated.content.yaml_reader import MalformedYaml, Record, YamlFile, compose, quoted

FORM = ("is not a list.", "is no record.")


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
def test_what_must_not_be_in_yaml_is_found_with_its_line(text: str, line: int) -> None:
    with pytest.raises(MalformedYaml) as raised:
        compose(text)

    assert raised.value.line == line
    assert raised.value.text == text.split("\n")[line - 1]


def test_a_list_of_mappings_is_read_with_every_line() -> None:
    file = YamlFile("x.yml", "# Head\n- a: 1\n  b:\n    c: 2\n- a: 3\n", "x-malformed")

    assert file.records(*FORM) == (
        [
            Record({"a": "1", "b": {"c": "2"}}, {"a": 2, "b": 3}, 2),
            Record({"a": "3"}, {"a": 5}, 5),
        ],
        [],
    )


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a: 1\n", 1, "is not a list."),
        ("- a: 1\n- 12\n", 2, "'12' is no record."),
        ("- [\n", 1, "cannot be read at '- [': its bracket is never closed. Close it."),
        ("- a: 1\n  a: 2\n", 2, "the field 'a' also stands on line 1. Keep one."),
    ],
)
def test_a_file_that_is_no_list_of_mappings_is_a_problem(
    text: str, line: int, message: str
) -> None:
    _, problems = YamlFile("x.yml", text, "x-malformed").records(*FORM)

    assert [(problem.path, problem.line, problem.message) for problem in problems] == [
        ("x.yml", line, message)
    ]


def test_an_empty_file_is_an_empty_list() -> None:
    assert YamlFile("x.yml", "# Nothing yet\n", "x-malformed").records(*FORM) == ([], [])


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
    assert quoted(text) == typed
