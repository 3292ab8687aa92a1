"""Every content with bad intentions is refused with its file and line, or passes as words."""

import pytest

from annotated.safety import input_check
from checked import problems
from hostile import BASE, Case, cases

CASES = [one for one in cases() if one.where != "copy"]
# What an editor may be told of a case that is harmless: it stands alone in the guide.
OF_ITS_PLACE = {"source-never-cited", "entity-never-mentioned", "exception-not-needed"}


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 150


def test_the_guide_itself_is_safe() -> None:
    assert problems(BASE) == []


@pytest.mark.parametrize("case", [one for one in CASES if one.code], ids=str)
def test_it_is_refused_with_its_file_and_line(case: Case) -> None:
    files, path, lines = case.files()

    found = [one for one in problems(BASE | files) if one.code == case.code]

    assert [one for one in found if one.path == path and one.line in lines], found
    assert not any(one in str(problem) for problem in found for one in "\x1b\n\u202e")


@pytest.mark.parametrize("case", [one for one in CASES if not one.code], ids=str)
def test_it_passes_as_words(case: Case) -> None:
    files, _, _ = case.files()

    assert input_check.check(BASE | files) == []
    assert {one.code for one in problems(BASE | files)} <= OF_ITS_PLACE
