"""Front matter: cut from the body, and read as text."""

import pytest

from annotated.content import front_matter
from annotated.content.front_matter import FrontMatter


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


@pytest.mark.parametrize("block", ["a: [", "- a", "a"])
def test_front_matter_that_cannot_be_read_leaves_the_body(block: str) -> None:
    head, problems = front_matter.read("x.md", f"---\n{block}\n---\nbody\n")

    assert head == FrontMatter({}, body="body\n", body_line=4)
    assert [(problem.path, problem.line, problem.code) for problem in problems] == [
        ("x.md", 2, "front-matter-malformed")
    ]


def test_empty_front_matter_has_no_fields() -> None:
    assert front_matter.read("x.md", "---\n---\nbody") == (
        FrontMatter({}, body="body", body_line=3),
        [],
    )


def test_a_field_keeps_its_text_and_its_line() -> None:
    head, problems = front_matter.read("x.md", "---\na: no\nb:\n  - 1_0\n---\nbody")

    assert head == FrontMatter({"a": "no", "b": ["1_0"]}, {"a": 2, "b": 3}, 1, "body", 6)
    assert problems == []
