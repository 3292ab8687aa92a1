"""Characters that are typed by accident and cannot be seen, mended in the files of contributors."""

import re
import unicodedata
from collections.abc import Callable

from annotated.content import front_matter
from annotated.core import unicode_safety
from annotated.core.normalize import HYPHENS

# What word processors and web pages leave behind. What turns the direction of words is not among
# them: a person must see it.
LEFT_BEHIND = frozenset("\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
NO_BREAK = dict.fromkeys(map(ord, "\u00a0\u2007\u202f"), " ") | dict.fromkeys(
    map(ord, HYPHENS), "-"
)
NAMES = ("name:", "spellings:", "also:")
INDENT = re.compile(r"^[ \t\u00a0]+")


def line_ends(_path: str, text: str) -> str:
    """Return `text` with line feeds, whatever ended its lines, and no byte order mark."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def characters(_path: str, text: str) -> str:
    """Return `text` without the characters of LEFT_BEHIND, but for those that a word needs."""
    found = {index for index, _ in unicode_safety.hidden(text) if text[index] in LEFT_BEHIND}
    return "".join(char for index, char in enumerate(text) if index not in found)


def letters(_path: str, text: str) -> str:
    """Return `text` with one character for a letter and its accent (Unicode, NFC)."""
    return unicodedata.normalize("NFC", text)


def tabs(path: str, text: str) -> str:
    """Return `text` with spaces for tabs: in Markdown anywhere, in YAML where a line begins."""
    if path.endswith(".yml"):
        return _indented(text)
    _, body, first = front_matter.split(text)
    head = "\n".join(text.split("\n")[: max(first - 1, 0)])
    return "\n".join([*[_indented(head)][: first > 1], body.expandtabs(4)]) if first else text


def _indented(yaml: str) -> str:
    return "\n".join(INDENT.sub(_spaces, line) for line in yaml.split("\n"))


def _spaces(match: re.Match[str]) -> str:
    return match[0].replace("\t", "  ").replace("\u00a0", " ")


def names(path: str, text: str) -> str:
    """Return the text of an entry with plain spaces and hyphens in its names."""
    _, _, first = front_matter.split(text)
    if not path.endswith(".md") or first <= 1:
        return text
    lines, field = text.split("\n"), ""
    for index, line in enumerate(lines[: first - 1]):
        field = field if line.startswith((" ", "-")) else line
        if field.startswith(NAMES):
            lines[index] = line.translate(NO_BREAK)
    return "\n".join(lines)


STEPS: dict[str, Callable[[str, str], str]] = {
    "ends of lines": line_ends,
    "characters that nobody sees": characters,
    "letters in two parts": letters,
    "tabs": tabs,
    "spaces and hyphens in names": names,
}
