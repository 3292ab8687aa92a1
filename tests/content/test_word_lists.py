"""The lists of phrases without a link and of hedges."""

from annotated.content import word_lists


def test_phrases_are_read_after_one_that_is_wrong() -> None:
    phrases, problems = word_lists.read_unlinked("u.yml", "- [a]\n- b: c\n")

    assert phrases == {"b": 2}
    assert [(problem.line, problem.code) for problem in problems] == [(1, "unlinked-malformed")]


def test_without_a_list_there_are_no_phrases() -> None:
    assert word_lists.read_unlinked("u.yml", "") == ({}, [])
    assert word_lists.read_hedges("h.yml", "") == ((), [])


def test_hedges_are_read_as_they_are_typed() -> None:
    assert word_lists.read_hedges("h.yml", "- May\n- 'no'\n") == (("May", "no"), [])
