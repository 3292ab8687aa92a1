"""Records of the argument: its nodes, what each rests on, and what it stands under or touches."""

from collections.abc import Callable

from annotated.content.argument import Argument
from annotated.exports.data_table import Field
from annotated.exports.record_tables import Record

FIELDS = (
    Field("id", "its id, which lasts"),
    Field(
        "kind",
        "`thesis`, `consequence`, `branch`, `reason`, `evidence`, `concession`, `joint` or "
        "`warrant`",
    ),
    Field("says", "what it says, in words of this guide"),
    Field("under", "the node that it supports", refers=("nodes",)),
    Field("side", "of evidence, whether it speaks `for` its reason or `against` it"),
    Field("link", "of a reason, whether the step upwards is `stated` in the article or `implied`"),
    Field(
        "touches",
        "the nodes that a concession weakens, a weak joint cuts or a warrant carries",
        "list",
        ("nodes",),
    ),
    Field("effect", "what a concession does to them"),
    Field("statements", "the statements that it rests on", "list", ("statements",)),
    Field("remarks", "the remarks on it", "list", ("remarks",)),
    Field("address", "where it stands in the argument"),
)


def records(argument: Argument, address: Callable[[str], str]) -> list[Record]:
    """Return a record for each node, in the order of their file; `address` is that of an id."""
    return [
        {
            "id": node.id,
            "kind": node.kind,
            "says": node.says,
            "under": node.under or None,
            "side": node.side if node.kind == "evidence" else None,
            "link": node.link or None,
            "touches": list(node.touches),
            "effect": node.effect or None,
            "statements": list(node.at),
            "remarks": list(node.remarks),
            "address": address(node.id),
        }
        for node in argument.nodes.values()
    ]
