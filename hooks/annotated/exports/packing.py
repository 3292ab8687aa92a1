"""Files of data that a large guide packs: those that grow with its text and that programs read.

What people open stays as it is: tables for a spreadsheet, sources for a reference manager, points
for a map.
"""

from annotated.content.guide import Guide
from annotated.core.packed_files import SUFFIX

# A guide of more statements is large: its annotations alone take ten megabytes.
MANY = 10_000
PACKED = frozenset(
    {
        "paragraphs.json", "statements.json", "mentions.json", "notes.json", "sources.json",
        "guide.xml", "annotations.jsonld",
    }
)  # fmt: skip


def is_packed(name: str, guide: Guide) -> bool:
    """Tell whether a file of data is packed, by its name without the suffix for that."""
    return name in PACKED and len(guide.statements) > MANY


def name_of(name: str, guide: Guide) -> str:
    """Return the name under which a file stands in the folder of data."""
    return f"{name}{SUFFIX}" if is_packed(name, guide) else name
