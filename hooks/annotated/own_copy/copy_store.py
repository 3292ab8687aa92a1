"""Storage of a copy: Markdown chapters like those of the guide, in a folder that git ignores.

A paragraph is one line, closed by `{ #p12 }`; emphasis is `*so*`, the mark of a note `[^12]`, a
heading `# so` above its paragraph, a note `[^12]: so` in a file of its own. Every other character
that Markdown would take as its own is escaped by a backslash, so that no character is lost.

The folder is written as a whole or not at all.
"""

import os
import re
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from posixpath import basename

from annotated.content.chapters import Chapter
from annotated.core.placeholders import EMPHASIS, EMPHASIS_END, RAISED, RAISED_END
from annotated.own_copy.copy_model import Copy
from annotated.own_copy.copy_text import NOTE_MARK

FOLDER = "original"
NOTES = "notes.md"
# If set to anything, the copy is left out of a build: by tests, and by whatever is published.
LEAVE_OUT = "WITHOUT_ORIGINAL"
# A page with a copy in it contains this, whatever its address.
WOVEN = '<fieldset class="faces" data-woven'
SPECIAL = re.compile(r"[\\`*_\[\]{}<>|&~^$]|^(?:[#+=:!-]|\d+(?=[.)]))")
BLOCK = re.compile(r"(?m)(?:^# (?P<heading>.+)\n\n)?^(?P<text>.+)\n\{ #p(?P<number>\d+) \}$")
NOTE = re.compile(r"(?m)^\[\^(\w+)\]: (.*)$")
TOKEN = re.compile(r"\\(.)|\[\^(\w+)\]|(\*)|(&#(\d+);)")


def save(root: Path, files: Mapping[str, str]) -> None:
    """Write the files (name to text) into the folder below `root`, replacing what it contains."""
    beside = root / ".build" / FOLDER
    shutil.rmtree(beside, ignore_errors=True)
    try:
        beside.mkdir(parents=True)
        for name, text in files.items():
            (beside / name).write_text(text, encoding="utf-8")
        shutil.rmtree(root / FOLDER, ignore_errors=True)
        beside.rename(root / FOLDER)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def load(root: Path) -> dict[str, str]:
    """Return the files of the folder (name to text); nothing where they are to be left out."""
    if os.environ.get(LEAVE_OUT):
        return {}
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(stored_files(root))}


def stored_files(root: Path) -> list[Path]:
    """Return the paths of the files in the folder."""
    return list((root / FOLDER).glob("*.md"))


def remove(root: Path) -> bool:
    """Remove the folder; tell whether there was one."""
    there = (root / FOLDER).exists()
    shutil.rmtree(root / FOLDER, ignore_errors=True)
    return there


def to_files(copy: Copy, chapters: Sequence[Chapter]) -> dict[str, str]:
    """Return the files (name to text), named as the guide's chapters are."""
    files = {basename(chapter.path): _chapter(copy, chapter) for chapter in chapters}
    notes = [f"[^{label}]: {_markdown(text)}\n" for label, text in copy.notes.items()]
    return files | {NOTES: "\n".join(notes)}


def from_files(files: Mapping[str, str]) -> Copy:
    """Return the copy that `to_files` has written."""
    blocks = [match for text in files.values() for match in BLOCK.finditer(text)]
    notes = {match[1]: _text(match[2]) for match in NOTE.finditer(files.get(NOTES, ""))}
    return Copy(
        {int(match["number"]): _text(match["text"]) for match in blocks},
        {int(match["number"]): _text(match["heading"]) for match in blocks if match["heading"]},
        notes,
    )


def _chapter(copy: Copy, chapter: Chapter) -> str:
    out = []
    for paragraph in chapter.paragraphs:
        number = paragraph.number
        if number in copy.headings:
            out.append(f"# {_markdown(copy.headings[number])}\n\n")
        out.append(f"{_markdown(copy.paragraphs[number])}\n{{ #p{number} }}\n\n")
    return "".join(out)


def _markdown(text: str) -> str:
    text = SPECIAL.sub(lambda match: _escaped(match[0]), text)
    text = NOTE_MARK.sub(r"[^\1]", text)
    return text.replace(EMPHASIS, "*").replace(EMPHASIS_END, "*")


def _escaped(special: str) -> str:
    # A number at the head of a line would begin a list: its first digit is written by its code.
    if special[0].isdigit():
        return f"&#{ord(special[0])};{special[1:]}"
    return f"\\{special}"


def _text(markdown: str) -> str:
    """Return a line of Markdown as text with private characters: the inverse of `_markdown`."""
    emphasised = False

    def plain(match: re.Match[str]) -> str:
        nonlocal emphasised
        if match[2]:
            return f"{RAISED}{match[2]}{RAISED_END}"
        if match[3]:
            emphasised = not emphasised
            return EMPHASIS if emphasised else EMPHASIS_END
        return match[1] or chr(int(match[5]))

    return TOKEN.sub(plain, markdown)
