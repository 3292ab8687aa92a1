"""Notes of words, not of references: shown beside the paragraph that they belong to."""

import re

# The notes that the article counts by letters.
NOTE = re.compile(r'<li\b[^>]*\sid="fn:([a-z])"[^>]*>(.*?)</li>', re.DOTALL)
BACK = re.compile(r'(?:&#160;|\s)*<a class="footnote-backref".*?</a>')
ID = re.compile(r'\sid="[^"]*"')
WITHIN = r"(?:(?!</p>).)*"
PARAGRAPH = rf'<p(?=[^>]*\sid="p\d+")[^>]*>{WITHIN}id="fnref:{{}}"{WITHIN}</p>(?:\s*</blockquote>)?'


def add(html: str) -> str:
    """Return a chapter in which each lettered note stands once more, below its paragraph.

    It is folded like an editor's note; the list at the end keeps it too, so that every link to
    it holds.
    """
    for label, words in NOTE.findall(html):
        side = (
            f'\n<details class="editor-notes side-note"><summary>Note {label}</summary>'
            f"{ID.sub('', BACK.sub('', words)).strip()}</details>"
        )
        paragraph = re.search(PARAGRAPH.format(label), html, re.DOTALL)
        if paragraph:
            html = html[: paragraph.end()] + side + html[paragraph.end() :]
    return html
