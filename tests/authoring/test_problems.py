"""What must be reported, and what must not: one small project for each case."""

import pytest

from cases import Case, find, name
from checked import problems
from small_project import REPORTED, guide


@pytest.mark.parametrize("case", find("problems"), ids=name)
def test_problems_are_reported(case: Case) -> None:
    case.expect(REPORTED, "\n".join(str(problem) for problem in problems(guide(case))))


@pytest.mark.parametrize("case", find("problems"), ids=name)
def test_a_case_stands_in_the_folder_of_its_code(case: Case) -> None:
    if case.path.parent.name != "problems":
        assert f"[{case.path.parent.name}]" in case.parts[REPORTED]
