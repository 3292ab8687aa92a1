"""A copy as Markdown chapters with the spine of the guide, and back, without losing a character.

A paragraph is one line, closed by `{ #p12 }`; emphasis is `*so*`, the mark of a note `[^12]`, a
heading `# so` above its paragraph, a note `[^12]: so` in a file of its own. Every other sign that
Markdown would take as its own is escaped by a backslash.
"""

import re
from collections.abc import Mapping, Sequence
from posixpath import basename

from annotated.content.chapters import Chapter
from annotated.own_copy.copy_model import Copy
from annotated.own_copy.copy_text_signs import EMPHASIS, EMPHASIS_END, MARK, RAISED, RAISED_END

NOTES = "notes.md"
# By this a woven page is known, wherever it lies.
WOVEN = '<fieldset class="faces" data-woven'
SPECIAL = re.compile(r"[\\`*_\[\]{}<>|&~^$]|^(?:[#+=:!-]|\d+(?=[.)]))")
BLOCK = re.compile(r"(?m)(?:^# (?P<heading>.+)\n\n)?^(?P<text>.+)\n\{ #p(?P<number>\d+) \}$")
NOTE = re.compile(r"(?m)^\[\^(\w+)\]: (.*)$")
TOKEN = re.compile(r"\\(.)|\[\^(\w+)\]|(\*)|(&#(\d+);)")


def write(copy: Copy, chapters: Sequence[Chapter]) -> dict[str, str]:
    """Return the files: name to text, in the names of the guide's chapters."""
    files = {basename(chapter.path): _chapter(copy, chapter) for chapter in chapters}
    notes = [f"[^{label}]: {_markdown(text)}\n" for label, text in copy.notes.items()]
    return files | {NOTES: "\n".join(notes)}


def read(files: Mapping[str, str]) -> Copy:
    """Return the copy that `write` has written."""
    blocks = [match for text in files.values() for match in BLOCK.finditer(text)]
    notes = {match[1]: _signed(match[2]) for match in NOTE.finditer(files.get(NOTES, ""))}
    return Copy(
        {int(match["number"]): _signed(match["text"]) for match in blocks},
        {int(match["number"]): _signed(match["heading"]) for match in blocks if match["heading"]},
        notes,
    )


def _chapter(copy: Copy, chapter: Chapter) -> str:
    out = []
    for one in chapter.paragraphs:
        if one.number in copy.headings:
            out.append(f"# {_markdown(copy.headings[one.number])}\n\n")
        out.append(f"{_markdown(copy.paragraphs[one.number])}\n{{ #p{one.number} }}\n\n")
    return "".join(out)


def _markdown(text: str) -> str:
    text = SPECIAL.sub(lambda match: _escaped(match[0]), text)
    text = MARK.sub(r"[^\1]", text)
    return text.replace(EMPHASIS, "*").replace(EMPHASIS_END, "*")


def _escaped(sign: str) -> str:
    # A number at the head of a line would begin a list: its first digit is written by its code.
    return f"&#{ord(sign[0])};{sign[1:]}" if sign[0].isdigit() else f"\\{sign}"


def _signed(markdown: str) -> str:
    stressed = False

    def sign(match: re.Match[str]) -> str:
        nonlocal stressed
        if match[2]:
            return f"{RAISED}{match[2]}{RAISED_END}"
        if match[3]:
            stressed = not stressed
            return EMPHASIS if stressed else EMPHASIS_END
        return match[1] or chr(int(match[5]))

    return TOKEN.sub(sign, markdown)
