"""Anchors of paragraphs, notes and remarks: their ids on a page, and their labels."""

PARAGRAPH, NOTE = "p", "fn:"


def paragraph_anchor(number: int | str) -> str:
    """Return `p12` for paragraph 12."""
    return f"{PARAGRAPH}{number}"


def note_anchor(note: str) -> str:
    """Return `fn:43` for note 43, the id that Python-Markdown's footnotes give it."""
    return f"{NOTE}{note}"


def remark_anchor(id_: str) -> str:
    """Return the id of a remark on the page that gathers all."""
    return f"remark-{id_}"


def anchor_label(anchor: str, after_note: str = "") -> str:
    """Return “¶12” for `p12`, and “note 43” for `fn:43`, followed by `after_note`."""
    if anchor.startswith(NOTE):
        return f"note {anchor.removeprefix(NOTE)}{after_note}"
    return f"¶{anchor.removeprefix(PARAGRAPH)}"
