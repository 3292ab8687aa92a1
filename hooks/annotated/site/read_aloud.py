"""Names and roles by which a screen reader tells the marks of notes, ways back and headings."""

import re
from html import escape, unescape

MARK = re.compile(r'<a class="footnote-ref" href="#fn:(\w+)">')
BACK = re.compile(r'<a (?=[^>]*class="footnote-backref")')
LIST = '<div class="footnote">'
# Marks that follow at once: read, and seen, as one number.
NEIGHBOURS = re.compile(r'(</sup><sup id="[^"]*">)(?=<a )')
HEADING = re.compile(r"<h([1-6])\b(?![^>]*aria-label)([^>]*)>(.*?)</h\1>", re.DOTALL)
PERMANENT = re.compile(r'<a class="headerlink"(.*?</a>)', re.DOTALL)
OF_NOTES = 'class="footnote'
TAG = re.compile(r"<[^>]*>")


def tell(html: str) -> str:
    """Return a page in which notes have their roles, and headings and their links have names."""
    return HEADING.sub(_named, _with_notes(html) if OF_NOTES in html else html)


def _with_notes(html: str) -> str:
    html = MARK.sub(
        r'<a class="footnote-ref" href="#fn:\1" role="doc-noteref" aria-label="note \1">', html
    )
    html = NEIGHBOURS.sub(r"\1,&#8239;", BACK.sub('<a role="doc-backlink" ', html))
    return html.replace(LIST, f'{LIST[:-1]} role="doc-endnotes" aria-label="Notes">')


def _named(heading: re.Match[str]) -> str:
    level, attributes, inside = heading.groups()
    # Most headings are those of entries, without a link.
    if not PERMANENT.search(inside):
        return heading[0]
    name = " ".join(unescape(TAG.sub("", PERMANENT.sub("", inside))).split())
    if name:
        attributes += f' aria-label="{escape(name)}"'
        link = f'<a class="headerlink" aria-label="Link to “{escape(name)}”"'
        inside = PERMANENT.sub(lambda found: link + found[1], inside)
    return f"<h{level}{attributes}>{inside}</h{level}>"
