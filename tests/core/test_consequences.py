"""Consequences of a problem are counted behind their cause, and no problem is lost."""

from annotated.core.consequences import fold
from annotated.core.problems import Problem


def problem(
    line: int, misses: str = "", hides: tuple[str, ...] = (), *, for_editor: bool = False
) -> Problem:
    return Problem("a.md", line, "It is.", "some-code", for_editor, misses, hides)


def told(*problems: Problem) -> list[tuple[int, str]]:
    return [
        (problem.line, problem.message.removeprefix("It is.").strip()) for problem in fold(problems)
    ]


def test_a_problem_follows_from_one_that_hides_what_it_misses() -> None:
    cause = problem(9, hides=("note 7",))

    assert told(cause, problem(1, misses="note 7"), problem(2, misses="note 8")) == [
        (9, "(and 1 that follows from it)"),
        (2, ""),
    ]


def test_a_kind_hides_every_name_of_it() -> None:
    missed = [problem(number, misses=f"note {number}") for number in range(3)]

    assert told(*missed, problem(9, hides=("note",))) == [(9, "(and 3 that follow from it)")]


def test_consequences_of_consequences_are_counted_behind_the_first_cause() -> None:
    chain = problem(1, misses="a 1"), problem(2, "a 2", ("a 1",)), problem(3, hides=("a 2",))

    assert told(*chain) == [(3, "(and 2 that follow from it)")]


def test_of_problems_that_follow_from_one_another_the_first_is_told() -> None:
    circle = problem(1, "a 2", ("a 1",)), problem(2, "a 1", ("a 2",))

    assert told(problem(3, "a 1"), *circle) == [(1, "(and 2 that follow from it)")]


def test_a_problem_does_not_follow_from_itself() -> None:
    assert told(problem(1, "a 1", ("a 1",))) == [(1, "")]


def test_what_an_editor_decides_excuses_no_error() -> None:
    doubt = problem(1, hides=("a 1",), for_editor=True)

    assert told(doubt, problem(2, "a 1")) == [(2, ""), (1, "")]


def test_causes_come_first_and_repetitions_last_of_the_errors() -> None:
    problems = [
        problem(1, for_editor=True),
        problem(2, "entity x"),
        problem(3, "entity x"),
        problem(4),
        problem(5, hides=("a 1",)),
        problem(6, "a 1"),
    ]

    assert [line for line, _ in told(*problems)] == [5, 2, 4, 3, 1]


def test_a_problem_that_is_found_twice_is_told_once() -> None:
    assert told(problem(1), problem(1)) == [(1, "")]
