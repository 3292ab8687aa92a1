"""Ids of statements: typed where they are missing, and never moved."""

import pytest

from annotated.content import chapters, statement_ids
from cases import Case, find, name


@pytest.mark.parametrize("case", find("ids"), ids=name)
def test_missing_ids_are_typed(case: Case) -> None:
    texts = {path: text for path, text in case.parts.items() if path != "typed"}
    retold, _ = chapters.read(texts)

    typed = statement_ids.typed(retold, texts)

    case.expect("typed", "\n".join(typed.values()))
    again, _ = chapters.read(texts | typed)
    assert statement_ids.typed(again, texts | typed) == {}
    codes = {problem.code for problem in statement_ids.problems(again, texts | typed)}
    assert codes == set()
