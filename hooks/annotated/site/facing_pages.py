"""A chapter with the originals beside its paragraphs, and the switch between the two."""

import re
from collections.abc import Iterator

from annotated.core.html_tokenizer import tokens
from annotated.linking.linker import LinkContext
from annotated.own_copy.copy_store import WOVEN
from annotated.site.facing_paragraph import Faces
from annotated.site.guide_index import GuideIndex

SAID = "Weaving in %d paragraphs of your own copy, from %s/: this site is for this machine only."
NUMBERED = re.compile(r'<p\b[^>]*\sid="p(\d+)"')
HEADING = re.compile(r"<h2\b")
BESIDE = re.compile(r'<div class="beside"')
NOTE = re.compile(r'<li\b[^>]*\sid="fn:(\w+)"[^>]*>')
SWITCH = (
    '<link rel="stylesheet" href="{assets}/original.css">'
    '<link rel="stylesheet" href="{assets}/facing.css">'
    '<script src="{assets}/original.js" defer></script>'
    f"{WOVEN} data-search-exclude><legend>Read</legend>"
    '<label><input type="radio" name="face" id="face-original"> the original</label> '
    '<label><input type="radio" name="face" id="face-both" checked> both</label> '
    '<label><input type="radio" name="face" id="face-guide"> the guide</label>'
    '<p class="woven">Woven with your own copy, on this machine only.</p></fieldset>'
)


def weave(html: str, index: GuideIndex, path: str, names: LinkContext, assets: str) -> str:
    """Return a chapter (`path` below the folder of words) with its originals.

    `html` is the chapter as the guide shows it; nothing of it is changed. Without a copy, and
    where the page is no chapter, it comes back as it is. `assets` is the address of the folder
    of styles and scripts from this page, `names` what the linker knows there.
    """
    chapter = index.chapters.get(path)
    if not chapter or not index.copy.paragraphs:
        return html
    paragraphs = {paragraph.number: paragraph for paragraph in chapter.paragraphs}
    parts, said = index.parts_of[path], index.guide.speaker_labels
    faces = Faces(index.copy, paragraphs, parts, names, said)
    woven = "".join(_woven(html, faces, SWITCH.format(assets=assets)))
    return NOTE.sub(lambda match: match[0] + _note(faces, match[1]), woven)


def _woven(html: str, faces: Faces, switch: str) -> Iterator[str]:
    """Yield each element; a paragraph with its original and the remarks below it in one."""
    inside = False
    for element in _top_level(html):
        numbers = [int(digits) for digits in NUMBERED.findall(element)]
        here = [number for number in numbers if number in faces.copy.paragraphs]
        if inside and element.strip() and not BESIDE.match(element):
            yield "</div>"
            inside = False
        if switch and (here or HEADING.match(element)):
            yield switch
            switch = ""
        if here:
            yield "".join(map(faces.heading, here)) + '<div class="face">'
            yield from map(faces.original, here)
            inside = True
        yield element
    yield "</div>" if inside else ""


def unindexed(page: str) -> str:
    """Return a whole page which, where it is woven, asks search engines to leave it alone."""
    if WOVEN not in page:
        return page
    return page.replace("</head>", '<meta name="robots" content="noindex"></head>', 1)


def _note(faces: Faces, label: str) -> str:
    return faces.note(label) if label in faces.copy.notes else ""


def _top_level(html: str) -> Iterator[str]:
    """Yield the elements of the top level and what is between them; joined, they are `html`."""
    open_: list[str] = []
    part: list[str] = []
    for token in tokens(html):
        if not open_ and (token.opens or not token.name) and part:
            yield "".join(part)
            part = []
        part.append(token.raw)
        if token.opens:
            open_.append(token.name)
        elif token.closing and token.name in open_:
            while open_.pop() != token.name:
                pass
    yield "".join(part)
