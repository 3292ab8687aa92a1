# /// script
# dependencies = ["brotli", "fonttools"]
# ///
"""Writes the Arabic font of the book, for what knows no woff2, and says in it its licence.

Run from the root of the project: uv run recipes/arabic_font.py
"""

from pathlib import Path

from fontTools.ttLib import TTFont

NAME = "noto-naskh-arabic-400-normal"
# The records 13 and 14 of a font are its licence and the address of that.
LICENCE = {
    13: "This Font Software is licensed under the SIL Open Font License, Version 1.1.",
    14: "https://openfontlicense.org",
}

font = TTFont(Path("docs/assets/fonts") / f"{NAME}.woff2", recalcTimestamp=False)
font.flavor = None
for record, words in LICENCE.items():
    font["name"].setName(words, record, 3, 1, 0x409)
font.save(Path("hooks/annotated/book") / f"{NAME}.ttf")
