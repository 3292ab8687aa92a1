"""Description of a page for search engines: its own first paragraph, not that of the whole site.

https://html.spec.whatwg.org/multipage/semantics.html#meta-description
"""

import re

from annotated.core.html_tokenizer import tokens

PARAGRAPH = re.compile(r'<p(?: class="lead")?>(.*?)</p>', re.DOTALL)
UP_LINK = re.compile(r'<a class="up".*?</a>', re.DOTALL)
META = re.compile(r'<meta name="description" content="[^"]*">')
CHARSET = '<meta charset="utf-8">'
LONGEST = 300


def add_description(page: str) -> str:
    """Return a whole page with a description: its first paragraph of text, which may be a lead.

    A page without one keeps the description that it has.
    """
    text = _first_text(page)
    if not text:
        return page
    meta = f'<meta name="description" content="{text}">'
    head, end, rest = page.partition("</head>")
    if META.search(head):
        head = META.sub(lambda _: meta, head, count=1)
    else:
        head = head.replace(CHARSET, CHARSET + meta, 1)
    return f"{head}{end}{rest}"


def _first_text(page: str) -> str:
    """Return the text as an attribute holds it; that of a page is escaped but for quotes."""
    start = page.find("<article")
    end = page.find("</article>", start) if start >= 0 else -1
    # One by one, as the first is mostly near the start of a long page.
    paragraphs = PARAGRAPH.finditer(page, start, end) if end >= 0 else ()
    texts = (_plain(UP_LINK.sub("", paragraph[1])) for paragraph in paragraphs)
    return _short(next((text for text in texts if text.strip(" ·")), ""))


def _plain(html: str) -> str:
    text = "".join(token.raw for token in tokens(html) if token.is_text)
    return " ".join(text.split()).replace('"', "&quot;")


def _short(text: str) -> str:
    """Return as many whole sentences as fit, or as many words as fit of a first long one."""
    if len(text) <= LONGEST:
        return text
    cut = text[:LONGEST]
    sentences, stop, _ = cut.rpartition(". ")
    return sentences + stop.strip() if stop else f"{cut.rpartition(' ')[0]} …"
