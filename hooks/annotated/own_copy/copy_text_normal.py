"""What counts as the same text: the normalisation under which nothing of a copy may be lost.

Two texts are the same where they are equal, character for character, after this:
- any run of white space, with no-break spaces and ends of lines, is one space;
- the ligatures U+FB00 to U+FB06 are the letters that they join;
- soft hyphens and signs without width (U+00AD, U+200B to U+200D, U+2060, U+FEFF) are left out;
- the number of a note has no brackets: “[12]” is “12”;
- in a printed copy, the hyphen at the end of a line is left out where the word goes on.
Apostrophes, quotation marks, dashes, accents and capitals all count.
"""

import re
import unicodedata

from annotated.own_copy.copy_text_signs import SIGNS

WIDTHLESS = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
LIGATURE = re.compile("[\ufb00-\ufb06]")


def clean(text: str) -> str:
    """Return the text of a file with one kind of line end and nothing that is only typography."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
    text = re.sub(f"[{SIGNS}]", "", WIDTHLESS.sub("", text))
    return LIGATURE.sub(lambda match: unicodedata.normalize("NFKD", match[0]), text)


def tidy(text: str) -> str:
    """Return a text whose lines have no spaces at their ends and no two in a row.

    A no-break space stays one: it is part of the text.
    """
    lines = (re.sub(" +", " ", line).strip(" ") for line in text.split("\n"))
    return "\n".join(lines)
