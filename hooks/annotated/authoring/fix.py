"""Tidying of how the content is typed, which never changes a word.

- what cannot be seen: `annotated.authoring.unseen`;
- spaces at ends of lines, blank lines, the end of the file;
- typographic quotation marks and apostrophes in the text of pages, where they are beyond doubt;
- the order of lists in which order has no meaning;
- the ids of statements that have none: `annotated.content.statement_ids`, and the list of those
  that have been given: `annotated.content.issued_ids`.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from annotated.authoring import unseen
from annotated.content import chapters, front_matter, issued_ids, source_files, statement_ids
from annotated.content.chapters import Chapter
from annotated.content.statements import statements_of
from annotated.core import file_writer
from annotated.core.normalize import fold
from annotated.core.placeholders import SYMBOLIC_LINK, UNREAD_FILE
from annotated.core.problems import Problem
from annotated.safety import input_check

# Lists in which order has no meaning: a field of entries, and whole files.
UNORDERED_FIELDS = ("also",)
UNORDERED_FILES = ("docs/unlinked.yml", "docs/hedges.yml")
ITEM = re.compile(r"(?: *)- \S.*")
FENCE = re.compile(r"\s*(```|~~~)")
# Not changed in a line: code, tags, attributes, targets of links, titles of admonitions.
NOT_PROSE = re.compile(
    r"`[^`]*`|<[^>]*>|\{[^}]*\}|\]\([^)]*\)|^\s*(?:!!!|\?\?\?).*|^\[\^?[^\]]+\]:"
)
QUOTED = re.compile(r'(?<![\w”"])"(?=\S)([^"“”]*[^\s"“”])"(?!\w)')
NOT_READ = (SYMBOLIC_LINK, UNREAD_FILE)
APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")


def fixed(path: str, text: str) -> tuple[str, list[str]]:
    """Return the text of a file as it should be typed, and in a few words what was changed.

    `path` is its path from the root.
    """
    changed = []
    for what, step in STEPS.items():
        before, text = text, step(path, text)
        if text != before:
            changed.append(what)
    return text, changed


def _tidy(path: str, text: str) -> str:
    lines = [_end(line) for line in text.rstrip().split("\n")]
    if path in UNORDERED_FILES:
        lines = _sorted(lines)
    if path.endswith(".md"):
        _, body, first = front_matter.split("\n".join(lines))
        if first:
            lines = _head(lines[: first - 1]) + (_body(body.split("\n")) if body else [])
    return "\n".join(lines) + "\n"


def _end(line: str) -> str:
    """Return a line without white space at its end, except for the two spaces that break it."""
    bare = line.rstrip()
    return bare + "  " if bare and line.endswith("  ") else bare


def _head(lines: list[str]) -> list[str]:
    out: list[str] = []
    while lines:
        line, *lines = lines
        out.append(line)
        if line.removesuffix(":") in UNORDERED_FIELDS:
            others = (number for number, item in enumerate(lines) if not ITEM.fullmatch(item))
            count = next(others, len(lines))
            out += _sorted(lines[:count])
            lines = lines[count:]
    return out


def _sorted(lines: list[str]) -> list[str]:
    """Sort a list of one item to a line; below a comment on an item, order may have a meaning."""
    numbered = enumerate(lines)
    start = next((number for number, line in numbered if ITEM.fullmatch(line)), len(lines))
    items = lines[start:]
    if not all(ITEM.fullmatch(line) for line in items):
        return lines
    return lines[:start] + sorted(items, key=lambda line: (fold(line.strip(" -\"'")), line))


def _body(lines: list[str]) -> list[str]:
    out: list[str] = []
    in_code = False
    for line in lines:
        in_code ^= bool(FENCE.match(line))
        if not line and out and not out[-1] and not in_code:
            continue
        out.append(line if in_code or line.startswith("    ") else _prose(line))
    return out


def _prose(line: str) -> str:
    out, done = [], 0
    for match in NOT_PROSE.finditer(line):
        out += [_marks(line[done : match.start()]), match[0]]
        done = match.end()
    return "".join([*out, _marks(line[done:])])


def _marks(text: str) -> str:
    return APOSTROPHE.sub("’", QUOTED.sub(r"“\1”", text))


STEPS = {**unseen.STEPS, "lists, quotation marks and spaces": _tidy}


def fix_files(root: Path) -> tuple[list[str], list[Problem]]:
    """Tidy the pages and lists of the project in the folder `root`.

    Return each path that is changed, with what was changed in it. Where the tidied content would
    not pass the safety check, nothing is written: return the problems. Raises LinkRefusedError
    where a link is in the way.
    """
    texts = source_files.texts(root)
    lines, tidied = [], {}
    for path, read in texts.items():
        if not path.endswith((".md", ".yml")) or read.startswith(NOT_READ) or "\ufffd" in read:
            continue
        # With its byte order mark and the ends of its lines.
        text = (root / path).read_bytes().decode()
        new, changed = fixed(path, text)
        if new != text:
            tidied[path] = new
            lines.append(f"{path}: {', '.join(changed)}")
    tidy = {**texts, **tidied}
    for path, text in statement_ids.typed(_chapters(tidy), tidy).items():
        lines.append(f"{path}: ids of statements")
        tidied[path] = text
    if listed := _ids_listed({**texts, **tidied}):
        lines.append(f"{issued_ids.PATH}: ids of statements")
        tidied[issued_ids.PATH] = listed
    if unsafe := input_check.check({**texts, **tidied}):
        return [], unsafe
    for path, text in tidied.items():
        file_writer.write(root, path, text)
    return lines, []


def _chapters(texts: Mapping[str, str]) -> list[Chapter]:
    promised = {
        path: text
        for path, text in texts.items()
        if path.endswith(".md") and chapters.PROMISED.search(text)
    }
    return chapters.read(promised)[0]


def _ids_listed(texts: Mapping[str, str]) -> str:
    """Return the list of ids with those of the chapters, "" where nothing is to be added."""
    text = texts.get(issued_ids.PATH, "")
    ids = (each.id for chapter in _chapters(texts) for each in statements_of(chapter))
    raised = issued_ids.raised(text, ids) if text else ""
    return "" if raised == text else raised
