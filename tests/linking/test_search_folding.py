"""Folding of words: the ways of typing a name become one."""

import pytest

from annotated.linking.search_folding import fold
from searching import rows

ROWS = rows("folding.csv")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["why"])
def test_a_text_is_folded(row: dict[str, str]) -> None:
    assert fold(row["typed"]) == row["folded"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["why"])
def test_what_is_folded_stays_as_it_is(row: dict[str, str]) -> None:
    assert fold(row["folded"]) == row["folded"]
