"""Notes of a long article stand in several lists, which count as one."""

from annotated.content import guide

NOTE = "- note: {0}\n  cites: [source{0}]\n  paragraph: 1\n"


def lists(**texts: str) -> dict[str, str]:
    return {f"bibliography/endnotes/{name}.yml": text for name, text in texts.items()}


def test_notes_in_several_lists_are_those_of_one() -> None:
    found, _ = guide.read(lists(first=NOTE.format(1), second=NOTE.format(2)))

    assert [*found.endnotes.notes] == ["1", "2"]
    assert found.endnotes.notes["2"].path == "bibliography/endnotes/second.yml"


def test_a_note_that_two_lists_have_is_told_with_both_places() -> None:
    _, problems = guide.read(lists(first=NOTE.format(1), second=NOTE.format(1)))

    told = [problem for problem in problems if problem.code == "note-defined-twice"]
    assert [problem.path for problem in told] == ["bibliography/endnotes/second.yml"]
    assert "line 1 of bibliography/endnotes/first.yml" in told[0].message


def test_one_list_that_is_malformed_is_told_by_its_own_path() -> None:
    _, problems = guide.read(lists(first=NOTE.format(1), second="- note: [1\n"))

    assert {p.path for p in problems if p.code == "endnotes-malformed"} == {
        "bibliography/endnotes/second.yml"
    }
