"""Argument: what the article holds and why, as a tree of nodes that rest on statements."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from annotated.content import study_items
from annotated.content.study_items import Form, StudyItem
from annotated.core.problems import Problem
from annotated.model.entities import Needs

PATH = "docs/study/argument.yml"
Kind = Literal[
    "thesis",
    "consequence",
    "branch",
    "reason",
    "evidence",
    "concession",
    "joint",
    "warrant",
]


@dataclass(frozen=True, kw_only=True)
class Node(StudyItem):
    """A node of the argument: what it says in words of the guide, `at` which statements.

    - `under` is the node that a consequence, branch, reason or piece of evidence supports;
      `part` is a line above the pieces of evidence that share it, `side` whether one supports its
      reason or speaks against it;
    - `link` says whether the article itself takes the step from a reason upwards, and `drawn` at
      which statements;
    - `touches` are the nodes that a concession weakens (`effect`), whose step upwards a weak joint
      cuts, or which a warrant carries; a joint has a `name`;
    - `editors` is what the editors say about the node, `remarks` are ids of remarks on it.
    """

    NEEDS: ClassVar[Needs] = {
        "kind: thesis": ("at",),
        "kind: consequence": ("under", "at"),
        "kind: branch": ("under",),
        "kind: reason": ("under", "at", "link"),
        "kind: evidence": ("under", "at"),
        "kind: concession": ("touches", "at", "effect"),
        "kind: joint": ("touches", "at", "name"),
        "kind: warrant": ("touches", "at"),
        "link: stated": ("drawn",),
    }
    kind: Kind
    says: str
    at: tuple[str, ...] = ()
    under: str = ""
    part: str = ""
    side: Literal["for", "against"] = "for"
    link: Literal["stated", "implied", ""] = ""
    drawn: tuple[str, ...] = ()
    touches: tuple[str, ...] = ()
    effect: Literal["weakens", "limits", "explains", "leaves open", ""] = ""
    name: str = ""
    editors: str = ""
    remarks: tuple[str, ...] = ()

    @property
    def number(self) -> str:
        """Return the number in its id, or ""."""
        return self.id[1:]


FORMS = {
    "thesis": Form(Node, "t", "t"),
    "consequence": Form(Node, "k", "k"),
    "branch": Form(Node, "[a-j]", "a"),
    "reason": Form(Node, r"r[1-9]\d*", "r4"),
    "evidence": Form(Node, r"e[1-9]\d*", "e18"),
    "concession": Form(Node, r"c[1-9]\d*", "c2"),
    "joint": Form(Node, r"w[1-9]\d*", "w7"),
    "warrant": Form(Node, r"m[1-9]\d*", "m1"),
}


@dataclass(frozen=True)
class Argument:
    """The nodes by id, in the order of their file."""

    nodes: Mapping[str, Node] = field(default_factory=dict)

    def of_kind(self, *kinds: Kind) -> list[Node]:
        """Return the nodes of some kinds."""
        return [node for node in self.nodes.values() if node.kind in kinds]

    def below(self, id_: str, *kinds: Kind) -> list[Node]:
        """Return the nodes of some kinds that stand under a node."""
        return [node for node in self.of_kind(*kinds) if node.under == id_]

    def touching(self, id_: str) -> list[Node]:
        """Return the concessions, joints and warrants that touch a node."""
        return [node for node in self.nodes.values() if id_ in node.touches]

    def reason_of(self, node: Node) -> Node:
        """Return the reason that a piece of evidence supports; any other node is its own."""
        return self.nodes.get(node.under, node) if node.kind == "evidence" else node


def read(path: str, text: str) -> tuple[Argument, list[Problem]]:
    """Return the argument, from a YAML list of nodes; of no file it is empty."""
    items, problems = study_items.read(path, text, FORMS)
    return Argument(study_items.of_type(items.values(), Node)), problems
