"""Description of a page for search engines: its own first paragraph, not that of the whole site.

https://html.spec.whatwg.org/multipage/semantics.html#meta-description
"""

import re

from annotated.core.html_tokenizer import tokens

ARTICLE = re.compile(r"<article\b.*?</article>", re.DOTALL)
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
    if META.search(page):
        return META.sub(lambda _: meta, page, count=1)
    return page.replace(CHARSET, CHARSET + meta, 1)


def _first_text(page: str) -> str:
    """Return the text as an attribute holds it; that of a page is escaped but for quotes."""
    article = ARTICLE.search(page)
    body = article[0] if article else ""
    texts = (_plain(UP_LINK.sub("", paragraph)) for paragraph in PARAGRAPH.findall(body))
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
