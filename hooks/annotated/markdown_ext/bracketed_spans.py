"""Bracketed spans: `[text]{ .class }`, a span with attributes, as a Markdown extension.

The notation is that of Pandoc's bracketed spans; the attributes are those of Python-Markdown's
attr_list. It marks who says a sentence, and the language of a word.
"""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

from annotated.markdown_ext.attribute_lists import attributes

BRACKET = re.compile(r"[\[\]]")
ATTRIBUTES = re.compile(r"\{:?[ ]*([^}\n]+?)[ ]*\}")
# Before links (160) and footnotes (175), so that both may be inside a span.
PRIORITY = 178
# Python-Markdown never applies a pattern again to what it has itself built, so there is one for
# each level: a speaker, a hedge or a word of another language in it, one in the other.
LEVELS = 3


class Span(InlineProcessor):
    """Makes `<span>` of brackets that attributes in braces follow."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 - named by the base class
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """Return the element and the range that it replaces, or nothing where it is no span."""
        end = closing_bracket(data, m.start())
        typed = ATTRIBUTES.match(data, end + 1) if end else None
        if not typed:
            return None, None, None
        element = Element("span")
        element.text = data[m.end() : end]
        classes = []
        for name, value in attributes(typed[1]):
            if name == ".":
                classes.append(value)
            else:
                element.set(name, value)
        if classes:
            element.set("class", " ".join(classes))
        return element, m.start(), typed.end()


def closing_bracket(text: str, start: int) -> int:
    """Return where the bracket that opens at `start` closes, or 0 where it never does."""
    depth = 0
    for bracket in BRACKET.finditer(text, start):
        depth += 1 if bracket[0] == "[" else -1
        if not depth:
            return bracket.start()
    return 0


def level_name(level: int) -> str:
    """Return the name of the pattern of a level."""
    return f"bracketed_span_{level}"


class SpanExtension(Extension):
    """Registers the span."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - named by the base class
        """Add the span to the inline patterns of `md`."""
        for level in range(LEVELS):
            priority = PRIORITY - level / LEVELS
            md.inlinePatterns.register(Span(r"\[", md), level_name(level), priority)
