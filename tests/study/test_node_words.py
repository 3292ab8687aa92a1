"""Words for the nodes of the argument, as its page and the margins of chapters print them."""

import pytest

from annotated.content.argument import Kind, Node
from annotated.study import node_words

# Id and kind; label, and where a margin names the node: its code and what a statement does for it.
CASES: list[tuple[str, Kind, str, str, str]] = [
    ("thesis", "thesis", "Thesis", "Thesis", "states the thesis"),
    ("b", "branch", "Branch B", "", ""),
    ("r4", "reason", "Reason 4", "R4", "supports reason 4"),
    ("e12", "evidence", "Evidence 12", "", ""),
    ("c1", "concession", "Granted 1", "C1", "grants point 1"),
    ("j2", "joint", "Weak joint 2", "W2", "touches weak joint 2"),
    ("w3", "warrant", "Left unsaid 3", "", ""),
    ("after", "consequence", "What follows", "Outcome", "states what follows"),
]


@pytest.mark.parametrize(("id_", "kind", "label", "code", "does"), CASES)
def test_a_node_is_named(id_: str, kind: Kind, label: str, code: str, does: str) -> None:
    node = Node(id=id_, kind=kind, says="It is so.")

    assert node_words.label(node) == label
    if code:
        assert (node_words.code(node), node_words.does(node)) == (code, does)
