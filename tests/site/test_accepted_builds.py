"""Whatever content a check accepts can be built; whatever it refuses has a file and a line."""

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from annotated.content.site_config import PATH
from annotated.core.problems import Problem
from checked import problems
from conftest import build
from drafts import CHAPTERS, Texts, chapters, entries, sheets, sources
from example_profiles import FEW
from guides import annotate_another
from hostile import BASE

FIRST = CHAPTERS[0]
WILD = st.one_of(entries(wild=True), entries(wild=False), sources(), sheets())


def assert_has_a_place(problem: Problem, texts: Texts) -> None:
    assert problem.path in texts or problem.path == PATH
    assert 1 <= problem.line <= texts.get(problem.path, "").count("\n") + 1
    assert problem.code != "step-failed", problem


def slipped(slip: str) -> Texts:
    return {FIRST: BASE[FIRST].replace("\n[", f"\n{slip}[", 1)}


@pytest.mark.slow
@given(chapters())
@example(slipped("[^x]: "))
@example(slipped("[x](../places/nowhere.md)"))
def test_a_slip_in_a_paragraph_is_told_at_its_line_or_harmless(drawn: Texts) -> None:
    for problem in problems({**BASE, **drawn}):
        assert_has_a_place(problem, {**BASE, **drawn})


@pytest.mark.slow
@given(WILD)
def test_whatever_is_refused_names_a_file_and_a_line(drawn: Texts) -> None:
    texts = {**BASE, **drawn}

    for problem in problems(texts):
        assert_has_a_place(problem, texts)


@pytest.mark.slow
@pytest.mark.built_site
@settings(max_examples=max(FEW // 2, 1))
@given(st.one_of(entries(wild=False), chapters()))
def test_whatever_is_accepted_is_built(
    tmp_path_factory: pytest.TempPathFactory, drawn: Texts
) -> None:
    found = [problem for problem in problems({**BASE, **drawn}) if not problem.for_editor]
    assume(not found)
    root = tmp_path_factory.mktemp("guide")
    annotate_another(root)
    for path, text in drawn.items():
        (root / path).write_text(text, encoding="utf-8")

    build(root, root / "site")
