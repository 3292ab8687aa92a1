"""Formats of files that hold an article, but not as text: how each is known, and what to do.

They are known by their first bytes, whatever their names end with. Zipped formats name the type
of their contents, or the files within, in clear in the first entries of the archive.
"""

import re
from typing import NamedTuple

# The formats name themselves within so many bytes.
HEAD = 4096
# Lines of an e-mail's head, some of them continued, as web archives have them too (RFC 2557).
HEADERS = rb"(?i)(?:From [^\n]*\n)?(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?"
FROM_A_BROWSER = "Open it in a browser and save the page as 'HTML only' or as text."
FROM_A_WORD_PROCESSOR = "Open it there and save it as plain text, in UTF-8."
FROM_AN_E_BOOK = "Convert it to plain text first: ebook-convert ARTICLE.epub ARTICLE.txt"
FROM_PAGES = "Take its text out first: pdftotext ARTICLE.pdf"
FROM_A_PICTURE = "Have its letters recognised first (OCR), and save these as plain text."
FROM_AN_ARCHIVE = "Unpack it, and give the file with the article that is in it."


class Format(NamedTuple):
    """A format: how a file of it begins, what it is called, and what to do instead."""

    head: re.Pattern[bytes]
    name: str
    remedy: str


def _format(head: bytes, name: str, remedy: str) -> Format:
    return Format(re.compile(head, re.DOTALL), name, remedy)


# The first that fits counts: a zip of a known kind comes before any zip.
FORMATS = (
    _format(rb"\s*%PDF", "a PDF", FROM_PAGES),
    _format(
        HEADERS + rb"content-type:\s*multipart/related", "a web archive (.mhtml)", FROM_A_BROWSER
    ),
    _format(rb"bplist00", "a web archive (.webarchive)", FROM_A_BROWSER),
    _format(
        HEADERS + rb"content-(?:type:\s*multipart/|transfer-encoding:\s*(?:quoted|base64))",
        "an e-mail (.eml)",
        "Open it, and save the article in it as plain text or HTML.",
    ),
    _format(rb"PK\x03\x04.*application/epub\+zip", "an e-book (.epub)", FROM_AN_E_BOOK),
    _format(
        rb"PK\x03\x04.*vnd\.oasis\.opendocument",
        "a document of a word processor (.odt)",
        FROM_A_WORD_PROCESSOR,
    ),
    _format(
        rb"PK\x03\x04.*(?:word/|\[Content_Types\]\.xml)",
        "a document of a word processor (.docx)",
        FROM_A_WORD_PROCESSOR,
    ),
    _format(
        rb"PK\x03\x04.*Index/\w+\.iwa",
        "a document of a word processor (.pages)",
        FROM_A_WORD_PROCESSOR,
    ),
    _format(rb"\s*\{\\rtf", "a document of a word processor (.rtf)", FROM_A_WORD_PROCESSOR),
    _format(
        rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "a document of a word processor (.doc)",
        FROM_A_WORD_PROCESSOR,
    ),
    _format(rb".{60}(?:BOOKMOBI|TEXtREAd)", "an e-book (.mobi)", FROM_AN_E_BOOK),
    _format(rb"%!PS", "a PostScript file", "Take its text out first: ps2ascii ARTICLE.ps"),
    _format(rb"AT&TFORM", "a scan (.djvu)", "Take its text out first: djvutxt ARTICLE.djvu"),
    _format(
        rb"\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*|RIFF.{4}WEBP|\0\0\0.ftyp(?:heic|avif)",
        "a picture",
        FROM_A_PICTURE,
    ),
    _format(
        rb"PK\x03\x04|\x1f\x8b|7z\xbc\xaf|Rar!|BZh|\xfd7zXZ|.{257}ustar",
        "an archive",
        FROM_AN_ARCHIVE,
    ),
)


def recognise(data: bytes) -> Format | None:
    """Return the format of a file by its bytes; None where it may be text."""
    head = data[:HEAD]
    return next((known for known in FORMATS if known.head.match(head)), None)
