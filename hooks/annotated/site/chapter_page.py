"""What a chapter gets beyond its text: what it argues, its sections, switches, marks, margins."""

from collections.abc import Callable

from annotated.evidence import claim_marks as claims
from annotated.site import chapter_page_note_tools as note_tools
from annotated.site import chapter_page_paragraphs as paragraphs
from annotated.site import chapter_page_sidenotes as sidenotes
from annotated.site.derived import Knowledge


def dress(known: Knowledge, path: str, html: str, edit: Callable[[str, int], str]) -> str:
    """Return the page of a chapter (`path` below the folder of words), complete.

    `edit` tells where a line of a file can be edited. What is no chapter comes back as it is.
    """
    here = known.parts_of.get(path)
    if not here:
        return html
    html = claims.mark(html, here, known.evidence, known.hedges)
    lead = f'<p class="lead">{known.summaries[path]}</p>'
    head = f"</h1>{lead}{paragraphs.sections(html)}{claims.switches(here, known.project.said)}"
    html = sidenotes.add(html.replace("</h1>", head, 1))
    lines, notes = known.lines_of[path], known.project.endnotes
    html = paragraphs.number(html, known.original, lambda at: edit(*lines[at]))
    addresses = {label: edit(notes.path, note.line) for label, note in notes.notes.items()}
    return note_tools.add(html, addresses)
