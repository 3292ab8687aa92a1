"""Normal forms of names, so that the many ways of typing one can be compared."""

import unicodedata

APOSTROPHES = "’'‘`ʿʾʼ"
_TO_ONE = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))


def fold(text: str) -> str:
    """Return `text` with one kind of apostrophe and space, without accents, in lower case."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_TO_ONE))
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(plain.casefold().split())
