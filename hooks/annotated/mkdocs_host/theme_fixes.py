"""Corrections of the templates of Material: what checkers of pages refuse, what no page needs.

Each says why. `tests/project/test_audit_of_site.py` fails when Material has corrected it: then it
can go. A template is corrected once, when it is read, and not each page that it renders.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

import jinja2

from annotated.mkdocs_host import page_sheets
from annotated.mkdocs_host.meta_description import add_description
from annotated.mkdocs_host.running_head import add_running_head

# The text of a template, its file, and what tells whether it is still that text.
Source = tuple[str, str | None, Callable[[], bool] | None]


@dataclass(frozen=True)
class Correction:
    """A pattern `wrong`, each match of which is replaced by `right`, and the reason `why`."""

    why: str
    wrong: re.Pattern[str]
    right: str


CORRECTIONS = (
    Correction(
        "HTML knows no automatic completion of a checkbox.",
        re.compile(r'(<input class="md-toggle"[^>]*type="checkbox"[^>]*) autocomplete="off"'),
        r"\1",
    ),
    Correction(
        "Of which part of the theme an element is, its script alone asks, which no page has.",
        re.compile(r' data-md-component="[\w-]+"'),
        "",
    ),
    Correction(
        "That script alone opens a dialog.",
        re.compile(r'<div class="md-dialog">\s*<div class="md-dialog__inner[^>]*></div>\s*</div>'),
        "",
    ),
    Correction(
        "The navigation has no drawer, which covers a page.",
        re.compile(r'<input[^>]*id="__drawer"[^>]*>|<label class="md-overlay"[^>]*></label>'),
        "",
    ),
    Correction(
        "A script at the head of a page can choose its scheme before the body is there.",
        re.compile(r'(<html [^>]*class="no-js")(?! data-md-)'),
        r'\1 data-md-color-scheme="default"',
    ),
    Correction(
        "A drawing within HTML need not say that it is SVG.",
        re.compile(r'(?<=<svg) xmlns="http://www\.w3\.org/2000/svg"'),
        "",
    ),
)

# A wide table is scrolled in a frame, which the script of the theme would put around it.
TABLE = re.compile(r'<table(?: role="table")?>.*?</table>', re.DOTALL)
FRAMED = r'<div class="md-typeset__scrollwrap"><div class="md-typeset__table">\g<0></div></div>'
# Where the end of a line says nothing: a block begins or ends there.
IDLE = re.compile(
    r"\n(?=</?(?:body|div|footer|form|head|header|li|link|main|meta|nav|p|script|title|ul)\b)"
)


def correct_templates(environment: jinja2.Environment) -> None:
    """Let every template of `environment` be corrected when it is read."""
    loader = environment.loader
    if loader:
        loader.get_source = partial(_corrected, loader.get_source)  # type: ignore[method-assign]


def _corrected(
    get_source: Callable[[jinja2.Environment, str], Source],
    environment: jinja2.Environment,
    template: str,
) -> Source:
    text, path, is_current = get_source(environment, template)
    return corrected(text), path, is_current


def corrected(template: str, corrections: Iterable[Correction] = CORRECTIONS) -> str:
    """Return the text of a template, corrected."""
    for correction in corrections:
        template = correction.wrong.sub(correction.right, template)
    return template


def _without_blanks(page: str) -> str:
    head, start, rest = page.partition("<article")
    article, end, tail = rest.rpartition("</article>")
    opening, closed, content = article.partition(">")
    return f"{_short(head)}{start}{opening}{closed}{content.strip()}{end}{_short(tail)}"


def _short(part: str) -> str:
    return IDLE.sub("", unindented(part))


def unindented(part: str) -> str:
    """Return a part of a page without the empty lines and the indents that templates leave."""
    first, *lines = part.split("\n")
    if not lines:
        return part
    between = filter(None, map(str.strip, lines[:-1]))
    return "\n".join([first.rstrip(), *between, lines[-1].lstrip()])


def framed(html: str) -> str:
    """Return HTML with a frame around each table."""
    return TABLE.sub(FRAMED, html)


def apply(page: str) -> str:
    """Return a whole page with framed tables, a description, a running head, its sheets first."""
    page = framed(_without_blanks(page))
    return page_sheets.to_head(add_running_head(add_description(page)))
