"""JSON (RFC 8259) as short as it can be: its letters as they are, no space between its parts."""

import json


def text(value: object) -> str:
    """Return a value as JSON on one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
