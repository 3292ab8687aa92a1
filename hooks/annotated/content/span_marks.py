"""Marks of spans in a chapter, `[…]{ .author }`: only those that the guide knows mean anything.

attr_list takes any word in braces, so that a slip would leave a span without its mark: the class
that nothing shows, or a word without its dot, which becomes an attribute that nothing reads.
"""

import re
from collections.abc import Iterator

from annotated.content.chapters import Chapter
from annotated.core.problems import Problem, did_you_mean
from annotated.markdown_ext.attribute_lists import attributes
from annotated.markdown_ext.bracketed_spans import ATTRIBUTES
from annotated.model.vocabulary import HEDGE_KINDS, NO_HEDGE, SPEAKERS

KNOWN = (*SPEAKERS, *HEDGE_KINDS, NO_HEDGE)
LISTED = f" Known are {', '.join(KNOWN)}."
SPAN = re.compile(rf"(?<=\]){ATTRIBUTES.pattern}")


def unknown(chapter: Chapter) -> Iterator[Problem]:
    """Yield a problem for each mark of a span that is none; it hides who speaks there."""
    texts = [(paragraph.line, paragraph.markdown) for paragraph in chapter.paragraphs]
    texts += [(note.line, note.markdown) for note in chapter.own_notes]
    for first_line, text in texts:
        for line, words in enumerate(text.split("\n"), start=first_line):
            for span in SPAN.finditer(words):
                if fault := _fault(span[0], span[1]):
                    hidden = (speaker_at(chapter.path, line),)
                    yield Problem(chapter.path, line, fault, "mark-unknown", hides=hidden)


def speaker_at(path: str, line: int) -> str:
    """Return the name by which the speaker of a line is hidden and missed."""
    return f"speaker {path}:{line}"


def _fault(typed: str, within: str) -> str:
    for name, value in attributes(within):
        if name == "." and value not in KNOWN:
            nearest = did_you_mean(value, KNOWN)
            return f"'{typed}' is no mark.{nearest or LISTED}"
        if value is None or name == value:
            return f"'{typed}' marks nothing. Did you mean '{{ .{name} }}'?"
    return ""
