"""Links from “¶12” and “note 21” to the text."""

import pytest

from annotated.linking.paragraph_references import link_references, missing_references
from cases import Case, find, name

ANCHORS = {f"p{number}" for number in range(57)} | {f"fn:{n}" for n in [*range(1, 76), "a", "b"]}


@pytest.mark.parametrize("case", find("cross-references"), ids=name)
def test_references_are_linked(case: Case) -> None:
    def href(anchor: str) -> str:
        return f"#{anchor}" if anchor in ANCHORS else ""

    case.expect("linked", link_references(case.parts["html"], href))


def test_references_to_nothing_are_found() -> None:
    text = "¶12, ¶99, notes 43 and 76, they note a change."

    assert missing_references(text, ANCHORS.__contains__) == [
        ("¶99", "p99"),
        ("notes 43 and 76", "fn:76"),
    ]
