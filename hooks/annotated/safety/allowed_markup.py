"""Allowed markup: the HTML, links and attributes that may be typed; all else is a fault.

It is the first lock: it reads what people typed, and knows its line. The second, the sanitizer,
reads the HTML that Markdown returns. Code is not checked where it is sure that Markdown reads it
as such: between fences, and within a line where no other reading is possible.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from annotated.core import fenced_code, inline_code, unicode_safety
from annotated.markdown_ext.attribute_lists import attributes
from annotated.safety import allowed_urls

# Elements within a line, with the attributes below.
ELEMENTS = frozenset({"abbr", "br", "cite", "kbd", "q", "small", "sub", "sup", "wbr"})
# The values that attributes may have, in HTML and in `{ … }`, where a class is called ".".
VALUES = {
    ".": re.compile(r"[A-Za-z][\w-]*"),
    "class": re.compile(r"[A-Za-z][\w -]*"),
    "id": re.compile(r"[A-Za-z][\w:.-]*"),
    "lang": re.compile(r"[A-Za-z-]+"),
    "dir": re.compile("ltr|rtl|auto"),
    "title": re.compile(r"[^<>]*"),
    "data-speaker": re.compile(r"[^<>\"]*"),
}
# Elements of pages with generated parts: a placeholder, its own style sheet and its own script.
OWN_FILE = r"(?:\.\./)?assets/(?:[a-z]+/)?[a-z][a-z-]*"
OWN = (
    r'<div data-map="(?:[a-z]+|\d{4}-\d\d)"(?: data-sheet="[a-z-]+")?></div>',
    r'<div data-front="[a-z]+"(?: data-of="p\d+")?></div>',
    r'<span data-front-words="[a-z-]+"></span>',
    rf'<link rel="stylesheet" href="{OWN_FILE}\.css">',
    rf'<script src="{OWN_FILE}\.js" defer></script>',
    r"<div hidden>(?=<(?:link|script) )",
    r"(?:(?<=</script>)|(?<=\.css\">))</div>$",
)
# Without any of these characters, a text has no markup of the kinds below.
MARKUP = re.compile(r"[<{`~]|\]\(|\]:|!\[|\[\[")
TAG = re.compile(r"<(?=[A-Za-z/!?])")
NOT_IN_FIELDS = re.compile(rf"{TAG.pattern}|~~~|```")
HANDLER = re.compile("on[a-z]{3}", re.IGNORECASE)
PLAIN_TAG = re.compile(r"</?([a-z]+)((?: [a-z]+=\"[^\"<>]*\")*)>")
ATTRIBUTE = re.compile(r' ([a-z]+)="([^"]*)"')
OWN_TAG = re.compile("|".join(OWN), re.MULTILINE)
AUTOLINK = re.compile(r"<(https?://[^<>\s]*)>")
# Attributes in braces of which each reading is the same, and allowed.
PLAIN_ATTRIBUTES = r"(?:[.#][A-Za-z][A-Za-z0-9_-]*+(?: ++|(?=\})))++\}"
ATTRIBUTES = re.compile(rf"\{{:?+ *+(?!{PLAIN_ATTRIBUTES})(?=[^}}\n])")
FENCE = re.compile(r"^[ >]*(?:~{3,}|`{3,})", re.MULTILINE)
LINK = re.compile(r"(?P<picture>!?)(?:\[[^\[\]]*)?\]\((?P<to>[^)]*)")
TARGET = re.compile(r"\s*<?(?P<address>[^\s<>]*)>?(?:\s+(?:\"[^\"<>]*\"|'[^'<>]*'))?\s*")
DEFINED = re.compile(r"^ {0,3}\[(?!\^)[^\[\]]*\]:\s*<?(?P<address>[^\s>]*)", re.MULTILINE)
# As other programs link their notes; behind ours an address or an attribute follows.
WIKI_LINK = re.compile(r"\[\[[^\[\]\n]+\]\](?![({\[])")
# What is notation beyond doubt: an apostrophe may be typed as a backquote, a star may be a star.
NOTATION = re.compile(
    r"\[[^\[\]\n]*\](?:\([^)\n]*\)?|\{[^}\n]*\}?)|\{:? ?(?:[.#]|lang=|dir=)[^}\n]*\}?|\[[\^@]"
    r"|\*\*|(?<!\S)([*_`])(?=\S)[^*_`\n]+(?<=\S)\1(?!\w)|^!!! |^#{1,6} "
    r"|(?P<reference>&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);)",
    re.MULTILINE,
)
IN_NOTATION = re.compile(r"[\[{*_`&!#]")
PICTURE = re.compile(r"!\[(?!\^)(?![^\[\]]*\]\()")


class Fault(NamedTuple):
    """A part of a text that may not be typed: its offset, its words, what to do, the code."""

    offset: int
    words: str
    remedy: str
    code: str


def faults(text: str, path: str) -> Iterator[Fault]:
    """Yield the faults in the body of the page `path`."""
    if not MARKUP.search(text):
        return
    text = inline_code.without(fenced_code.without_closed(text.expandtabs(4)))
    for match in FENCE.finditer(text) if "~~~" in text or "```" in text else ():
        remedy = (
            "Close the code by a line of the same characters, with nothing else on either line."
        )
        yield Fault(match.start(), match[0].strip(), remedy, "markup-not-allowed")
    yield from _tags(text, path)
    yield from _addresses(text, path)
    yield from _attributes(text)
    yield from _wiki_links(text)


def faults_of_field(text: str, path: str) -> Iterator[Fault]:
    """Yield the faults in the value of a field, where no tag and no fence is allowed at all."""
    if not MARKUP.search(text):
        return
    for match in NOT_IN_FIELDS.finditer(text):
        remedy = "A field holds words, links and notes, and no HTML."
        yield Fault(match.start(), _words(text, match.start()), remedy, "markup-not-allowed")
    yield from _addresses(text, path)
    yield from _attributes(text)
    yield from _wiki_links(text)


def notation(text: str) -> Iterator[Fault]:
    """Yield the notation of Markdown and HTML in a value that is printed as it is typed."""
    for match in NOTATION.finditer(text) if IN_NOTATION.search(text) else ():
        remedy = "This field holds plain words: the notation would be printed. Take them out."
        if match["reference"]:
            if any(unicode_safety.hidden(unescape(match[0]))):
                continue  # which is told as such
            remedy = f"Type the character itself: {unescape(match[0])}"
        yield Fault(match.start(), match[0][:60], remedy, "markup-not-allowed")


def _tags(text: str, path: str) -> Iterator[Fault]:
    if "<" not in text:
        return
    text = OWN_TAG.sub(lambda match: " " * len(match[0]), text)
    for match in TAG.finditer(text):
        offset = match.start()
        if link := AUTOLINK.match(text, offset):
            yield from _fault(offset, link[1], allowed_urls.fault(link[1], path))
        elif not _is_plain(text, offset):
            remedy = f"Of HTML only {', '.join(sorted(ELEMENTS))} may be typed, as listed."
            yield Fault(offset, _words(text, offset), remedy, "markup-not-allowed")


def _is_plain(text: str, offset: int) -> bool:
    tag = PLAIN_TAG.match(text, offset)
    if not tag or tag[1] not in ELEMENTS:
        return False
    given = ATTRIBUTE.findall(tag[2])
    return all(name in VALUES and VALUES[name].fullmatch(value) for name, value in given)


def _addresses(text: str, path: str) -> Iterator[Fault]:
    for match in LINK.finditer(text) if "](" in text else ():
        target = TARGET.fullmatch(match["to"])
        check = allowed_urls.fault_of_picture if match["picture"] else allowed_urls.fault
        reason = check(target["address"], path) if target else "is no address"
        yield from _fault(match.start("to"), match["to"], reason)
    for match in DEFINED.finditer(text) if "]:" in text else ():
        reason = allowed_urls.fault(match["address"], path)
        yield from _fault(match.start(), match["address"], reason)
    for match in PICTURE.finditer(text):
        remedy = "Write the address of a picture behind its words: ![words](../assets/picture.png)."
        yield Fault(match.start(), _words(text, match.start()), remedy, "address-not-allowed")


def _fault(offset: int, address: str, reason: str) -> Iterator[Fault]:
    if reason:
        remedy = f"It {reason}. Links lead to https://… or to a file here, pictures to a file here."
        yield Fault(offset, address[:60], remedy, "address-not-allowed")


def _attributes(text: str) -> Iterator[Fault]:
    """Yield the attributes in braces that are not allowed.

    Which brace ends them depends on where Markdown finds them: both readings must be allowed.
    """
    for match in ATTRIBUTES.finditer(text):
        line = text[match.end() :].partition("\n")[0]
        up_to_first_brace = line.partition("}")[0]
        given = [*attributes(line), *attributes(up_to_first_brace)]
        for name, value in dict.fromkeys(map(tuple, given)):
            allowed = VALUES.get(name)
            bare = value is None and not HANDLER.match(name)
            if not bare and not (allowed and value and allowed.fullmatch(value)):
                remedy = "In braces may stand a class, an id, lang, dir, title."
                yield Fault(match.start(), f"{name}={value}"[:60], remedy, "markup-not-allowed")


def _wiki_links(text: str) -> Iterator[Fault]:
    for match in WIKI_LINK.finditer(text):
        remedy = "Write a link like [words](../events/tal-afar-lost.md)."
        yield Fault(match.start(), match[0][:60], remedy, "markup-not-allowed")


def _words(text: str, offset: int) -> str:
    return text[offset : offset + 40].partition("\n")[0]
