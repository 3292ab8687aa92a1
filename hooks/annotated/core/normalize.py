"""Normal forms of names, so that the many ways of typing one can be compared."""

import unicodedata

# The last three are those of library catalogues (ALA-LC), a prime and an acute accent.
APOSTROPHES = "’'‘`ʿʾʼʻ′´"
# A hyphen as typed, and those that word processors put in its place.
HYPHENS = "-\u2010\u2011"
_TO_ONE = str.maketrans(
    dict.fromkeys(APOSTROPHES, "'") | dict.fromkeys(HYPHENS, "-") | {"\u200c": None}
)


def fold(text: str) -> str:
    """Return `text` with one kind of apostrophe and space, without accents, in lower case.

    There is one kind of hyphen too, and no non-joiner, which not every Persian keyboard has.
    """
    plain = text.translate(_TO_ONE)
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain)
        plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(plain.casefold().split())
