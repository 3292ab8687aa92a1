"""Corrections of the HTML of Material that checkers of pages refuse.

Each says why. `tests/project/test_audit_of_site.py` fails when Material has corrected it: then it
can go.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from annotated.mkdocs_host.meta_description import add_description
from annotated.mkdocs_host.running_head import add_running_head


@dataclass(frozen=True)
class Correction:
    """A pattern `wrong`, each match of which is replaced by `right`, and the reason `why`."""

    why: str
    wrong: re.Pattern[str]
    right: str


def _correction(why: str, wrong: str, right: str) -> Correction:
    return Correction(why, re.compile(wrong, re.DOTALL), right)


CORRECTIONS = (
    _correction(
        "HTML knows no automatic completion of a checkbox.",
        r'(<input class="md-toggle"[^>]*type="checkbox"[^>]*) autocomplete="off"',
        r"\1",
    ),
    _correction(
        "A place in the order of tabs is a number.",
        r'(<label class="md-nav__link[^>]*) tabindex=""',
        r"\1",
    ),
    _correction(
        "The label of a table of contents is for a box that only pages of the navigation have.",
        r'\A((?:(?!id="__toc").)*<label class="md-nav__title") for="__toc"'
        r'(?=(?:(?!id="__toc").)*\Z)',
        r"\1",
    ),
    _correction(
        "Two landmarks, of which one is shown at a time, must not have the same name.",
        r'(<nav class="md-nav md-nav--secondary" aria-label=")([^"]*)'
        r'(?=">.*<nav class="md-nav md-nav--secondary" aria-label="\2")',
        r"\1\2, folded",
    ),
)


# A wide table is scrolled in a frame, which the script of the theme would put around it.
TABLE = re.compile(r'<table(?: role="table")?>.*?</table>', re.DOTALL)
FRAMED = r'<div class="md-typeset__scrollwrap"><div class="md-typeset__table">\g<0></div></div>'
# Blank lines that templates leave between elements; those of an article may be code.
BLANK = re.compile(r"(?<=>)\n\s*\n\s*(?=<)")


def _without_blanks(page: str) -> str:
    head, start, rest = page.partition("<article")
    article, end, tail = rest.rpartition("</article>")
    head, tail = (BLANK.sub("\n", part) for part in (head, tail))
    return f"{head}{start}{article}{end}{tail}"


def apply(page: str, corrections: Iterable[Correction] = CORRECTIONS) -> str:
    """Return a whole page of the theme, corrected, with a description and a running head."""
    for correction in corrections:
        page = correction.wrong.sub(correction.right, page)
    page = TABLE.sub(FRAMED, _without_blanks(page))
    return add_running_head(add_description(page))
