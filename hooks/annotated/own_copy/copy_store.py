"""Storage of a copy: Markdown chapters like those of the guide, in a folder that git ignores.

A paragraph is one line, closed by `{ #p12 }`; emphasis is `*so*`, the mark of a note `[^12]`, a
heading `# so` above its paragraph, a note `[^12]: so` in a file of its own. Every other character
that Markdown would take as its own is escaped by a backslash, so that no character is lost.

The folder is written as a whole or not at all.
"""

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from posixpath import basename

from annotated.content.chapters import Chapter
from annotated.core import file_writer
from annotated.core.placeholders import EMPHASIS, EMPHASIS_END, RAISED, RAISED_END
from annotated.own_copy.copy_model import Copy
from annotated.own_copy.copy_text import NOTE_MARK

FOLDER = "original"
# Where a copy is written before it takes its place.
NEW = ".build/original"
NOTES = "notes.md"
# If set to anything, the copy is woven into a build. `make build` and `make serve` set it, and no
# other way to build a site: whatever publishes one may be a command that nobody here has heard of.
WEAVE_IN = "WITH_ORIGINAL"
LEFT_OUT = "%s/ is left out: only 'make build' and 'make serve' weave your own copy in."
# A page with a copy in it contains this, whatever its address.
WOVEN = '<fieldset class="faces" data-woven'
SPECIAL = re.compile(r"[\\`*_\[\]{}<>|&~^$]|^(?:[#+=:!-]|\d+(?=[.)]))")
BLOCK = re.compile(r"(?m)(?:^# (?P<heading>.+)\n\n)?^(?P<text>.+)\n\{ #p(?P<number>\d+) \}$")
NOTE = re.compile(r"(?m)^\[\^(\w+)\]: (.*)$")
TOKEN = re.compile(r"\\(.)|\[\^(\w+)\]|(\*)|(&#(\d+);)")


def save(root: Path, files: Mapping[str, str]) -> None:
    """Write the files (name to text) into the folder below `root`, replacing what it contains."""
    file_writer.recover_folder(root, NEW, FOLDER)
    file_writer.checked(root, NEW).mkdir(parents=True)
    for name, text in files.items():
        file_writer.write(root, f"{NEW}/{name}", text)
    file_writer.replace_folder(root, NEW, FOLDER)


def load(root: Path) -> dict[str, str]:
    """Return the files of the folder (name to text); nothing where there is none."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(stored_files(root))}


def is_wanted() -> bool:
    """Tell whether a build of this process is to weave the copy in."""
    return bool(os.environ.get(WEAVE_IN))


def stored_files(root: Path) -> list[Path]:
    """Return the paths of the files in the folder; a link is none."""
    if (root / FOLDER).is_symlink():
        return []
    return [path for path in (root / FOLDER).glob("*.md") if not path.is_symlink()]


def remove(root: Path) -> bool:
    """Remove the folder, or the link in its place; tell whether there was one."""
    if (root / FOLDER).is_symlink():
        (root / FOLDER).unlink()
        return True
    file_writer.recover_folder(root, NEW, FOLDER)
    there = (root / FOLDER).exists()
    file_writer.clear_folder(root, FOLDER)
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
