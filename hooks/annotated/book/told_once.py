"""Remarks in a book, each told once: where it is met first, and from there on only named."""

from collections.abc import Sequence

from annotated.content.guide import Guide
from annotated.model.remarks import Remark

PARAGRAPH, NOTE = "paragraph", "note"
# How sure most remarks are, so that a book says so once.
CERTAIN = "certain"


def told_at(remark: Remark) -> str:
    """Return the number of the paragraph beside which a remark is told, or "" for none."""
    numbers = [int(name) for kind, name in (at.target for at in remark.at) if kind == PARAGRAPH]
    return str(min(numbers)) if numbers else ""


def on_note(guide: Guide, note: str, number: str) -> Sequence[Remark]:
    """Return the remarks on a note that its paragraph, of that number, does not have."""
    beside = guide.heavy_remarks_on(PARAGRAPH, number)
    return [remark for remark in guide.heavy_remarks_on(NOTE, note) if remark not in beside]
