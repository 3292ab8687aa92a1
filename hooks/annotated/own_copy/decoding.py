"""Decoding of a file: its text, or the one reason why it cannot be read."""

from annotated.core.problems import Problem
from annotated.own_copy import foreign_formats
from annotated.own_copy.copy_text import clean

LARGEST = 20_000_000
BOMS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))
# An apostrophe and the two quotation marks where UTF-8 was read as Windows-1252 and saved again.
MANGLED = ("â€™", "â€œ", "â€\x9d")


def too_large(path: str, size: int) -> list[Problem]:
    """Return a problem if `size`, in bytes, is more than any article has: it is not even opened."""
    if size <= LARGEST:
        return []
    message = (
        f"has {size:,} bytes, and no copy of an article has more than {LARGEST:,}. "
        "Give the file with the article alone."
    )
    return [Problem(path, 1, message, "original-too-large")]


def decode(path: str, data: bytes) -> tuple[str, list[Problem]]:
    """Return the text of a file: UTF-8, UTF-16, or Windows-1252, of which Latin-1 is a part."""
    if not data.strip(b"\0 \t\r\n\f\xef\xbb\xbf\xfe\xff"):
        message = "is empty. Save the article again."
        if b"\f" in data:
            message = f"has pages without text: a scan. {foreign_formats.FROM_A_PICTURE}"
        return "", [Problem(path, 1, message, "original-empty")]
    foreign = foreign_formats.recognise(data)
    if foreign:
        message = f"is {foreign.name}. {foreign.remedy}"
        return "", [Problem(path, 1, message, "original-not-text")]
    text = _text(data)
    if text is None or "\0" in text:
        message = "holds bytes that are no text. Save the article as plain text or HTML."
        return "", [Problem(path, 1, message, "original-not-text")]
    for mangled in (*MANGLED, "\ufffd"):
        if mangled in text:
            line = text.count("\n", 0, text.index(mangled)) + 1
            message = (
                f"has '{mangled}' where a letter or an apostrophe should stand: it was saved in "
                "another encoding than it was read in. Save it again as UTF-8."
            )
            return "", [Problem(path, line, message, "original-wrong-encoding")]
    return clean(text), []


def _text(data: bytes) -> str | None:
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _decoded(data, encoding)
    if data.count(0) > len(data) // 4:
        # UTF-16 without a byte order mark: the zero byte of Latin letters comes first, or last.
        big = data[::2].count(0) > data[1::2].count(0)
        return _decoded(data, "utf-16-be" if big else "utf-16-le")
    text = _decoded(data, "utf-8")
    return text if text is not None else _decoded(data, "cp1252")


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None
