"""Inline notation that a page cannot hold, left out: Markdown tries each of it on every text.

Where none of its signs is in the text of a page, a pattern finds nothing there.
"""

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

# After raw HTML (20) has been taken out, and all the rest read.
PRIORITY = 0
# The signs with one of which each kind of notation begins, by its name in Python-Markdown.
SIGNS = {
    "backtick": ("`",),
    "escape": ("\\",),
    "link": ("](",),
    "image_link": ("![",),
    "image_reference": ("![",),
    "short_image_ref": ("![",),
    "autolink": ("<",),
    "automail": ("<",),
    "html": ("<",),
    "linebreak": ("  ",),
    "entity": ("&",),
    "delimiter": ("*", "_"),
}


class UnusedPatterns(Extension):
    """Leaves out the notation whose signs are not in the text; the instance reads one text."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - named by the base class
        """Add the preprocessor to `md`."""
        md.preprocessors.register(_LeaveOut(md), "unused_patterns", PRIORITY)


class _LeaveOut(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        for name, signs in SIGNS.items():
            if not any(sign in text for sign in signs):
                self.md.inlinePatterns.deregister(name, strict=False)
        return lines
