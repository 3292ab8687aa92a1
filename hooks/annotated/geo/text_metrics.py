"""Text metrics: the width of a text when set, from a table of the letters of our fonts."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

PATH = "docs/assets/fonts/widths.json"
# Other serifs are up to a fourteenth wider (DejaVu Serif, letter by letter), most are narrower.
MARGIN = 1.1
# Of a letter that the table lacks, in thousandths of the size of the type.
UNKNOWN = 700
ASCENT, DESCENT = 0.78, 0.26


@dataclass(frozen=True)
class Style:
    """How a label is set: its class, the font, its size in units of the sheet, its spacing."""

    name: str
    font: str
    size: float
    spacing: float = 0
    capitals: bool = False


@dataclass(frozen=True)
class Widths:
    """Advance widths by font and letter, in thousandths of the size of the type."""

    tables: Mapping[str, Mapping[str, int]]

    @classmethod
    def read(cls, text: str) -> "Widths":
        """Read the table from JSON; an empty text gives an empty table."""
        return cls(json.loads(text) if text else {})

    def of(self, text: str, style: Style) -> float:
        """Return the width to keep free for a text, in whatever serif a browser sets it."""
        table = self.tables.get(style.font, {})
        letters = text.upper() if style.capitals else text
        width = sum(table.get(letter, UNKNOWN) for letter in letters) / 1000
        return width * style.size * MARGIN + len(letters) * style.spacing
