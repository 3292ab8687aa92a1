"""Words for the nodes of the argument: labels, codes for a margin, and what each does there."""

from annotated.content.argument import Node

LABELS = {
    "thesis": "Thesis",
    "consequence": "What follows",
    "branch": "Branch",
    "reason": "Reason",
    "evidence": "Evidence",
    "concession": "Granted",
    "joint": "Weak joint",
    "warrant": "Left unsaid",
}
LINKS = {
    "stated": "The article takes this step itself",
    "implied": "The article leaves this step to the reader",
}
# By kind, how a margin names a node, and what a statement there does for it.
CODES = {
    "thesis": ("Thesis", "states the thesis"),
    "consequence": ("Outcome", "states what follows"),
    "reason": ("R", "supports reason"),
    "concession": ("C", "grants point"),
    "joint": ("W", "touches weak joint"),
}
UNNUMBERED = ("thesis", "consequence")


def number(node: Node) -> str:
    """Return the number of a node, the letter of a branch, or ""."""
    if node.kind == "branch":
        return node.id.upper()
    return "" if node.kind in UNNUMBERED else node.id[1:]


def label(node: Node) -> str:
    """Return the label of a node: “Reason 4”, “Branch A”, “Thesis”."""
    return f"{LABELS[node.kind]} {number(node)}".strip()


def code(node: Node) -> str:
    """Return the few letters by which a margin names a node: `R4`, `W1`, `Thesis`."""
    return f"{CODES[node.kind][0]}{number(node)}"


def does(node: Node) -> str:
    """Return in words what a statement does for a node: “supports reason 4”."""
    return f"{CODES[node.kind][1]} {number(node)}".strip()
