# /// script
# dependencies = ["brotli", "fonttools"]
# ///
"""Writes how wide each letter of the fonts is, for the labels of the map.

Run from the root of the project: uv run recipes/font_widths.py
"""

import json
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path("docs/assets/fonts")
STYLES = {"regular": "400-normal", "italic": "400-italic", "bold": "600-normal"}
LETTERS = [chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x100), 0x2BB, 0x2BC,
                                  0x2013, 0x2018, 0x2019, 0x201C, 0x201D)]  # fmt: skip


def widths(path: Path) -> dict[str, int]:
    """Return the advance width of each letter, in thousandths of the size of the type."""
    font = TTFont(path)
    names, advances = font.getBestCmap(), font["hmtx"]
    em = font["head"].unitsPerEm
    return {letter: round(1000 * advances[names[ord(letter)]][0] / em)
            for letter in LETTERS if ord(letter) in names}  # fmt: skip


tables = {style: widths(FONTS / f"literata-latin-{end}.woff2") for style, end in STYLES.items()}
lines = [
    f"{json.dumps(style)}: {json.dumps(table, ensure_ascii=False)}"
    for style, table in tables.items()
]
text = "{" + ",\n".join(lines) + "}\n"
(FONTS / "widths.json").write_text(text, encoding="utf-8")
