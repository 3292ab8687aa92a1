"""Every content with bad intentions is refused with its file and line, or passes as words."""

from functools import cache

import pytest

from annotated.core.problems import Problem
from annotated.safety import input_check
from checked import problems
from hostile import BASE, Case, cases, sharing

# Many cases are checked at once, but each of those times is a check of a whole guide.
pytestmark = pytest.mark.slow
CASES = [case for case in cases() if case.where != "copy"]
REFUSED = [case for case in CASES if case.code]
HARMLESS = [case for case in CASES if not case.code]
# What an editor may be told of a case that is harmless: it stands alone in the guide.
OF_ITS_PLACE = {"source-never-cited", "entity-never-mentioned", "exception-not-needed"}


@cache
def told() -> dict[Case, list[Problem]]:
    """Return the problems in the file of each case, and those in files of no case beside it."""
    # A file that is not read hides what other files say of its contents.
    unread = [case for case in REFUSED if input_check.check(case.files()[0])]
    read = [case for case in REFUSED if case not in unread]
    found: dict[Case, list[Problem]] = {}
    for project in (*sharing(unread), *sharing(read), *sharing(HARMLESS)):
        texts = [case.files()[0] for case in project.values()]
        all_told = problems({path: text for some in (BASE, *texts) for path, text in some.items()})
        for path, case in project.items():
            others = project.keys() - {path}
            found[case] = [problem for problem in all_told if problem.path not in others]
    return found


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 150


def test_the_guide_itself_is_safe() -> None:
    assert problems(BASE) == []


@pytest.mark.parametrize("case", REFUSED, ids=str)
def test_it_is_refused_with_its_file_and_line(case: Case) -> None:
    _, path, lines = case.files()

    found = [problem for problem in told()[case] if problem.code == case.code]

    assert [problem for problem in found if problem.path == path and problem.line in lines], found
    assert not any(char in str(problem) for problem in found for char in "\x1b\n\u202e")


@pytest.mark.parametrize("case", HARMLESS, ids=str)
def test_it_passes_as_words(case: Case) -> None:
    files, _, _ = case.files()

    assert input_check.check(files) == []
    assert {problem.code for problem in told()[case]} <= OF_ITS_PLACE
