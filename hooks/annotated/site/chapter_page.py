"""Additions to a chapter besides its text: argument, sections, speakers, numbers, notes, tools."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from html import escape
from urllib.parse import urljoin

from annotated.core.input_keys import Inputs
from annotated.evidence import lens_marks
from annotated.linking import calm_links
from annotated.site import paragraph_run, remark_signs
from annotated.site.guide_index import DOCS, GuideIndex

PARAGRAPH = re.compile(r"(<p(?=[^>]*\sid=\"p(\d+)\")[^>]*>)(.*?)(</p>)", re.DOTALL)
# What the chapter says in a minute is folded: it never takes the place of the text.
MINUTE = re.compile(r'(<p class="minute">.*?</p>)', re.DOTALL)
SPEAKER = re.compile(r"\sdata-speaker=\"([^\"]*)\"")
NOTE = re.compile(r'(<li\b[^>]*\sid="fn:(\w+)"[^>]*>(?:(?!</p>).)*)(</p>)', re.DOTALL)
# The article numbers notes that only cite, and letters those that discuss.
LETTERED_NOTE = re.compile(r'<li\b[^>]*\sid="fn:([a-z])"[^>]*>(.*?)</li>', re.DOTALL)
BACKLINK = re.compile(r'(?:&#160;|\s)*<a class="footnote-backref".*?</a>')
ID = re.compile(r'\sid="[^"]*"')
WITHIN = r"(?:(?!</p>).)*"
# A paragraph that marks the note; a quotation is closed before anything may follow it.
CITING = rf'<p(?=[^>]*\sid="p\d+")[^>]*>{WITHIN}id="fnref:{{}}"{WITHIN}</p>(?:\s*</blockquote>)?'

BESIDE = re.compile(r'\s*<div class="beside">')


@dataclass(frozen=True)
class Edit:
    """Tells where a line of a file can be edited; `folder` is the address of the words, or ""."""

    folder: str

    def __call__(self, path: str, line: int) -> str:
        """Return the address for a path from the root, or ""."""
        return urljoin(self.folder, f"../{path}#L{line}") if self.folder else ""


def complete(index: GuideIndex, path: str, html: str, edit: Edit) -> str:
    """Return the linked HTML of the chapter `path` (below `docs/`) with all additions.

    A page that is no chapter comes back as it is.
    """
    if not index.parts_of.get(path):
        return html
    run, known = index.build_cache.run_on, index.known_of[f"{DOCS}{path}"]
    return run(index, _completed, path, html, edit, known)


def _completed(index: GuideIndex, path: str, html: str, edit: Edit, _known: Inputs) -> str:
    parts = index.parts_of[path]
    html = remark_signs.add(html, index.remark_blocks.beside)
    html = lens_marks.mark(html, index.marks[f"{DOCS}{path}"])
    html = calm_links.calm(html, index.entities)
    lead = f'<p class="lead">{index.summaries[path]}</p>'
    run = paragraph_run.html(html, parts, index.guide.speaker_labels)
    html = html.replace("</h1>", f"</h1>{lead}", 1)
    html = MINUTE.sub(r'<details class="minute"><summary>In a minute</summary>\1</details>', html)
    # The margin of a paragraph comes after its side notes, which are found by its plain start tag.
    lines = index.lines_of[path]
    # What only Markdown takes for a paragraph has no line of its own; it is told as a problem.
    top = (f"{DOCS}{path}", 1)
    html = add_margins(
        add_side_notes(html), index.original, lambda anchor: edit(*lines.get(anchor, top))
    )
    notes = index.guide.endnotes.notes

    def edit_note(label: str) -> str:
        return edit(notes[label].path, notes[label].line) if label in notes else ""

    return run + _add_note_tools(html, edit_note)


def add_side_notes(html: str) -> str:
    """Return a chapter in which each lettered note is repeated, folded, below its paragraph.

    The list at the end keeps the note too, so that every link to it holds.
    """
    for label, text in LETTERED_NOTE.findall(html):
        side_note = (
            f'<details class="side-note"><summary>Note {label}</summary>'
            f'<div class="told">{ID.sub("", BACKLINK.sub("", text)).strip()}</div></details>'
        )
        if paragraph := re.search(CITING.format(label), html, re.DOTALL):
            beside = BESIDE.match(html, paragraph.end())
            block = (
                f"{beside[0]}{side_note}" if beside else f'<div class="beside">{side_note}</div>'
            )
            html = html[: paragraph.end()] + block + html[(beside or paragraph).end() :]
    return html


def add_margins(html: str, original: Callable[[str], str], edit: Callable[[str], str]) -> str:
    """Return `html` with a permanent link at the head of each `<p id="p12">`, and tools behind it.

    So who listens, or goes by keyboard, passes one number before a paragraph, and its tools as
    one group after it; both stand in the margin.

    `original` and `edit` return, for `p12`, the address of that paragraph at the publisher and
    in the source of the guide, or "". A paragraph with `data-speaker` names whom it restates.
    """
    return PARAGRAPH.sub(partial(_margin, original=original, edit=edit), html)


def _margin(
    match: re.Match[str], original: Callable[[str], str], edit: Callable[[str], str]
) -> str:
    start, number, text, end = match.groups()
    anchor = f"p{number}"
    link = (
        f'<a class="paragraph-number" href="#{anchor}" '
        f'title="Permanent link to ¶{number}">¶{number}</a>'
    )
    tools = _tool("original", f"¶{number} of the article, at its publisher", original(anchor))
    tools += _tool("edit", f"Edit ¶{number}", edit(anchor))
    speaker = SPEAKER.search(start)
    quoted = f'<span class="speaker">Quoted by the article: {speaker[1]}</span>' if speaker else ""
    group = f'<span class="margin" role="group" aria-label="¶{number}: tools">{tools}</span>'
    return f"{start}{link}{quoted}{text}{group}{end}"


def _add_note_tools(html: str, edit: Callable[[str], str]) -> str:
    """Return a chapter in which each note links to where `edit` says that it can be changed."""

    def with_tool(match: re.Match[str]) -> str:
        tool = _tool("edit", f"Edit note {match[2]}", edit(match[2]))
        return match[1] + (f" {tool}" if tool else "") + match[3]

    return NOTE.sub(with_tool, html)


def _tool(word: str, title: str, address: str) -> str:
    if not address:
        return ""
    return (
        f'<a class="tool" href="{escape(address)}" rel="noreferrer" title="{title}" '
        f'aria-label="{word}: {title}">{word}</a>'
    )
