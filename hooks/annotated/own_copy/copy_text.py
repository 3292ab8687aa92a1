"""Lines that a copy wraps, joined to one: a space for each line end, and broken words made whole.

A hyphen at the end of a line may belong to the word or not. The rest of the copy is asked:
- the word stands there more often with the hyphen than without: it stays;
- more often without: it goes;
- neither: it stays before a capital or a number, and goes before a small letter, which is wrong
  for a compound that stands nowhere else (“full-fledged”).
"""

import re
from functools import partial

from annotated.own_copy.copy_text_words import SUSPENDED

BROKEN = re.compile(rf"(\w+)-\n{SUSPENDED}(\w+)")


def joined(lines: str, whole: str) -> str:
    """Return `lines` as one line; `whole` is the text of the copy, in which words are looked up."""
    lines = re.sub(r"\n{2,}", "\n", lines.strip("\n "))
    text = BROKEN.sub(partial(_mended, whole=whole), lines)
    return re.sub(rf"(?<=\S[-—–/])\n{SUSPENDED}(?=\w)", "", text).replace("\n", " ").strip(" ")


def _mended(match: re.Match[str], whole: str) -> str:
    head, tail = match[1], match[2]
    with_it, without = (
        len(re.findall(rf"\b{head}{sign}{tail}\b", whole, re.IGNORECASE)) for sign in ("-", "")
    )
    stays = with_it > without if with_it != without else not tail[0].islower()
    return f"{head}-{tail}" if stays else head + tail
