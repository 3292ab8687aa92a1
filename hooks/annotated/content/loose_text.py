"""Loose text of a chapter, which belongs to no paragraph: what it was meant to be."""

import re
from collections.abc import Iterator, Sequence

from annotated.content.chapter_blocks import Block, shortened
from annotated.core.problems import Problem
from annotated.markdown_ext.printed_footnotes import cited

# A number of a paragraph as it may be mistyped: `{ #p7b }`, `{ #p7 `, `{ p7 }`, `{ #p 7 }`.
NEARLY = re.compile(
    r"[ >]*(?=[{(\[]|#)[{(\[]?\s*:?\s*[#¶]?\s*[pP]?\s*([0-9]{1,4})[^\s{}]{0,3}\s*[})\]]?\s*"
)
BEHIND = re.compile(r"(?<=\S)\s*(\{:?\s*#p([0-9]{1,4})\s*\})\s*$")
MARKED = re.compile(r"[ >]*\[.*\]\{")


def problems(path: str, blocks: Sequence[Block], first: int, last: int) -> Iterator[Problem]:
    """Yield a problem for each loose block of a chapter that promises ¶`first` to ¶`last`.

    It hides the paragraphs that are missing where it is, and the marks of notes that it holds.
    """
    above = first - 1
    for index, block in enumerate(blocks):
        if block.kind == "paragraph":
            above = block.number
        below = blocks[index + 1] if index + 1 < len(blocks) else None
        if block.kind != "loose" and not block.is_number_alone:
            continue
        if block.kind == "loose" and below and below.is_number_alone:
            continue  # Told at the line of the number.
        numbers = (later.number for later in blocks[index:] if later.kind == "paragraph")
        gap = range(above + 1, next(numbers, last + 1))
        before = blocks[index - 1] if index else None
        is_close = before and block.line == before.line + len(before.lines)
        line, message = _told(block, below, gap, above if is_close else None)
        lost = block if block.kind == "loose" else before
        hidden = [f"paragraph {number}" for number in gap]
        hidden += [f"mark {number}" for number in (cited(lost.text) if lost else ())]
        # Markdown does not find the number above it either, and so no name in that paragraph.
        hidden += ["mention"] if is_close else []
        yield Problem(path, line, message, "text-outside-paragraph", hides=tuple(hidden))


def _told(
    block: Block, below: Block | None, gap: range, directly_above: int | None
) -> tuple[int, str]:
    """Return the line and the message: what is wrong, and what to type instead.

    `directly_above` is the number of the paragraph that no empty line divides from the block.
    """
    last_line, last = block.line + len(block.lines) - 1, block.lines[-1].strip(" >")
    if block.is_number_alone:
        remedy = "Put it directly below the text of the paragraph, without an empty line."
        return last_line, f"'{last}' stands alone. {remedy}"
    if behind := BEHIND.search(last):
        return last_line, f"'{behind[1]}' stands behind a sentence. Put it on a line of its own."
    if nearly := NEARLY.fullmatch(last):
        number = gap[0] if int(nearly[1]) not in gap and gap else int(nearly[1])
        return last_line, f"'{last}' closes no paragraph. Did you mean '{{ #p{number} }}'?"
    words = shortened(block.text)
    if directly_above:
        remedy = f"Put it above the line with the number of ¶{directly_above}"
    elif gap:
        remedy = f"Close it with a line '{{ #p{gap[0]} }}'"
    elif below and below.kind == "paragraph" and MARKED.match(block.lines[0]):
        remedy = f"Take out the empty line between it and ¶{below.number}"
    else:
        remedy = "Put it into the paragraph that it is of"
    others = "make it a remark ('make new KIND=remark'), or take it out"
    return block.line, f"'{words}' belongs to no paragraph. {remedy}, {others}."
