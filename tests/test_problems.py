"""What must be reported, and what must not: one small project for each case."""

import pytest

from annotated.authoring.check import problems
from cases import FOLDER, Case, find, name, read

BASE = read(FOLDER / "problems" / "_base.txt").parts
REPORTED = "problems"


def project(case: Case) -> dict[str, str]:
    changed = {path: text for path, text in case.parts.items() if path != REPORTED}
    return {path: text for path, text in (BASE | changed).items() if text.strip() != "(deleted)"}


@pytest.mark.parametrize("case", find("problems"), ids=name)
def test_problems_are_reported(case: Case) -> None:
    case.expect(REPORTED, "\n".join(str(problem) for problem in problems(project(case))))


@pytest.mark.parametrize("case", find("problems"), ids=name)
def test_a_case_stands_in_the_folder_of_its_code(case: Case) -> None:
    if case.path.parent.name != "problems":
        assert f"[{case.path.parent.name}]" in case.parts[REPORTED]
