"""The catalogue: entities read from their files."""

from annotated.content import catalogue


def test_an_unknown_field_does_not_keep_an_entity_from_being_read() -> None:
    text = "---\nname: A\nsummary: S.\nspelings: [A]\n---\n"

    read, problems = catalogue.load({"docs/glossary/a.md": text})

    assert [*read.entities] == ["a"]
    assert [problem.line for problem in problems] == [4]
