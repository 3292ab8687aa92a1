"""Live paragraph: one paragraph of a chapter on another page, with its remarks and its notes.

It is cut out of the linked chapter, so that nothing of it is typed or marked twice.
"""

import re
from posixpath import dirname, join, normpath

from annotated.core.html_tokenizer import tokens
from annotated.site.urls import FolderUrls

HREF = re.compile(r'(\shref=")([^"]*)')
ID = re.compile(r'\sid="([^"]*)"')
NOTE_MARK = re.compile(r'href="#(fn:\w+)"')
REMARKS = '<details class="remarks">'
BESIDE = '<div class="beside">'


def cut(chapter: str, anchor: str) -> str:
    """Return a paragraph (`p12`) of the HTML of a chapter as a figure, or "" where it has none.

    It has an id no more, as it is the chapter where that leads.
    """
    begin = re.search(rf'<p(?=[^>]*\sid="{anchor}")[^>]*>', chapter)
    if not begin:
        return ""
    paragraph = _element(chapter, begin.start())
    rest = chapter[begin.start() + len(paragraph) :].lstrip()
    beside = _element(rest, 0) if rest.startswith(BESIDE) else ""
    labels = dict.fromkeys(NOTE_MARK.findall(paragraph))
    notes = "".join(_note(chapter, label) for label in labels)
    shown = paragraph.replace(f' id="{anchor}"', ' class="as-told"', 1)
    listed = (
        '<details class="footnote"><summary>The notes of this paragraph</summary>'
        f"<ol>{notes}</ol></details>"
    )
    return f"{shown}{beside}{listed if notes else ''}"


def moved(html: str, chapter_url: str, urls: FolderUrls) -> str:
    """Return a part of the page at `chapter_url` with its links as another page reaches them.

    A link to what the part holds itself stays in it.
    """
    inside = {f"#{id_}" for id_ in ID.findall(html)}
    folder, name = dirname(chapter_url), chapter_url.rpartition("/")[2]

    def link(match: re.Match[str]) -> str:
        href = match[2]
        if href in inside or "//" in href:
            return match[0]
        path, mark, fragment = href.partition("#")
        return f"{match[1]}{urls.url(normpath(join(folder, path or name)))}{mark}{fragment}"

    return HREF.sub(link, html)


def _note(chapter: str, label: str) -> str:
    """Return a note without its remarks, which stand beside the paragraph already."""
    begin = re.search(rf'<li(?=[^>]*\sid="{re.escape(label)}")[^>]*>', chapter)
    note = _element(chapter, begin.start()) if begin else ""
    remarks = note.find(REMARKS)
    return note if remarks < 0 else note.replace(_element(note, remarks), "", 1)


def _element(html: str, start: int) -> str:
    """Return the element that begins at `start`, up to the tag that closes it."""
    name, depth, end = "", 0, start
    for token in tokens(html[start:]):
        end += len(token.raw)
        name = name or token.name
        if token.name == name:
            depth += -1 if token.closing else 1
            if not depth:
                break
    return html[start:end]
