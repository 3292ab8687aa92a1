"""Remarks of the editors below a paragraph, `!!! editor certain`, and what is wrong with one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from annotated.content.chapter_blocks import INDENT, Block
from annotated.core.problems import Problem, did_you_mean
from annotated.markdown_ext.editor_notes import CLASSES

HEAD = re.compile(r"!!! editor (\w+)")
# What stands behind the signs, in whatever number and order of spaces.
TYPED = re.compile(r"[!?]+ *([\w-]*) *(.*?)\s*")
KNOWN = ", ".join(CLASSES)
FORM = (
    f"Write '!!! editor CLASS', with one of {KNOWN}, and the text below, indented by four spaces."
)


@dataclass(frozen=True)
class EditorRemark:
    """A remark on the paragraph above it: the number of that, a key of CLASSES, Markdown."""

    paragraph: int
    certainty: str
    line: int
    markdown: str


def read(path: str, block: Block, above: int | None) -> EditorRemark | Problem:
    """Return the remark that a block holds, or what is wrong with it.

    `above` is the number of the paragraph above the block, None where there is none.
    """
    head, *lines = block.lines
    match = HEAD.fullmatch(head.rstrip())
    if not match or match[1] not in CLASSES:
        return _problem(path, block.line, f"'{head.strip()}' {_fault(head)}")
    line, message = next(_faults_of_text(block), (0, ""))
    if message:
        return _problem(path, line, message)
    if above is None:
        message = f"'{head.strip()}' has no paragraph above it. Put it below the one it is on."
        return _problem(path, block.line, message)
    return EditorRemark(above, match[1], block.line, "\n".join(lines))


def _problem(path: str, line: int, message: str) -> Problem:
    return Problem(path, line, message, "editor-note-malformed")


def _fault(head: str) -> str:
    match = TYPED.fullmatch(head)
    word, rest = (match[1], match[2]) if match else ("", "")
    if word != "editor" and not did_you_mean(word, ["editor"]):
        return f"is no block of a chapter. {FORM}"
    certainty, _, title = rest.partition(" ")
    if rest and certainty in CLASSES and title:
        return f"has words behind the class. Write '!!! editor {certainty}', and the others below."
    if certainty in CLASSES:
        return f"is mistyped. Write '!!! editor {certainty}'."
    if not certainty or certainty.startswith('"'):
        return f"does not say how sure it is. {FORM}"
    nearest = did_you_mean(certainty, CLASSES)
    return f"has a class that is not one of {KNOWN}.{nearest or f' {FORM}'}"


def _faults_of_text(block: Block) -> Iterator[tuple[int, str]]:
    """Yield (line, message) for each line of the text that Markdown would not put into the note."""
    head, *lines = block.lines
    texts = [(block.line + number, line) for number, line in enumerate(lines, 1) if line.strip()]
    if not texts:
        yield block.line, f"'{head.strip()}' has no text. Write it below, indented by four spaces."
        return
    for line, text in texts:
        if not text.startswith(INDENT):
            words = f"'{shortened(text)}' belongs to the editor’s note above it"
            yield line, f"{words}, but is not indented. Begin each of its lines with four spaces."
    line, text = texts[0]
    if text.startswith(INDENT * 2):
        yield line, f"'{shortened(text)}' is indented too far. Begin it with four spaces."


def shortened(text: str) -> str:
    """Return the first words of a text, as a message quotes them."""
    words = text.split()
    return f"{' '.join(words[:6])}…" if len(words) > 6 else " ".join(words)  # noqa: PLR2004
