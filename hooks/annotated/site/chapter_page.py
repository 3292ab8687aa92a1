"""What a chapter gets beyond its text: what it argues, its sections, switches, marks, margins."""

from collections.abc import Callable

from annotated.evidence import claim_marks
from annotated.site import (
    chapter_page_note_tools,
    chapter_page_paragraphs,
    chapter_page_sidenotes,
)
from annotated.site.guide_index import GuideIndex


def dress(index: GuideIndex, path: str, html: str, edit: Callable[[str, int], str]) -> str:
    """Return the page of a chapter (`path` below the folder of words), complete.

    `edit` tells where a line of a file can be edited. What is no chapter comes back as it is.
    """
    here = index.parts_of.get(path)
    if not here:
        return html
    html = claim_marks.mark(html, here, index.evidence, index.hedges)
    lead = f'<p class="lead">{index.summaries[path]}</p>'
    switches = claim_marks.switches(here, index.guide.said)
    head = f"</h1>{lead}{chapter_page_paragraphs.sections(html)}{switches}"
    html = chapter_page_sidenotes.add(html.replace("</h1>", head, 1))
    lines, notes = index.lines_of[path], index.guide.endnotes
    html = chapter_page_paragraphs.number(html, index.original, lambda at: edit(*lines[at]))
    addresses = {label: edit(notes.path, note.line) for label, note in notes.notes.items()}
    return chapter_page_note_tools.add(html, addresses)
