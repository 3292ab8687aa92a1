"""Every content with bad intentions is refused with its file and line, or passes as words."""

import pytest

from annotated.safety import input_check
from checked import problems
from hostile import BASE, Case, cases

# Every case is a check of a whole guide.
pytestmark = pytest.mark.slow
CASES = [case for case in cases() if case.where != "copy"]
# What an editor may be told of a case that is harmless: it stands alone in the guide.
OF_ITS_PLACE = {"source-never-cited", "entity-never-mentioned", "exception-not-needed"}


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 150


def test_the_guide_itself_is_safe() -> None:
    assert problems(BASE) == []


@pytest.mark.parametrize("case", [case for case in CASES if case.code], ids=str)
def test_it_is_refused_with_its_file_and_line(case: Case) -> None:
    files, path, lines = case.files()

    found = [problem for problem in problems(BASE | files) if problem.code == case.code]

    assert [problem for problem in found if problem.path == path and problem.line in lines], found
    assert not any(char in str(problem) for problem in found for char in "\x1b\n\u202e")


@pytest.mark.parametrize("case", [case for case in CASES if not case.code], ids=str)
def test_it_passes_as_words(case: Case) -> None:
    files, _, _ = case.files()

    assert input_check.check(BASE | files) == []
    assert {problem.code for problem in problems(BASE | files)} <= OF_ITS_PLACE
