"""What a page says of itself to a search engine: its own first words, not those of the whole site.

https://html.spec.whatwg.org/multipage/semantics.html#meta-description
"""

import re

from annotated.core.html_tokenizer import tokens

ARTICLE = re.compile(r"<article\b.*?</article>", re.DOTALL)
PARAGRAPH = re.compile(r'<p(?: class="lead")?>(.*?)</p>', re.DOTALL)
LINK = re.compile(r'<a class="up".*?</a>', re.DOTALL)
META = re.compile(r'<meta name="description" content="[^"]*">')
CHARSET = '<meta charset="utf-8">'
LONGEST = 300


def described(page: str) -> str:
    """Return a whole page with a description: its first paragraph of words, which may be a lead.

    A page without one keeps the description that it has.
    """
    words = _words(page)
    if not words:
        return page
    meta = f'<meta name="description" content="{words}">'
    if META.search(page):
        return META.sub(lambda _: meta, page, count=1)
    return page.replace(CHARSET, CHARSET + meta, 1)


def _words(page: str) -> str:
    """Return the words as an attribute holds them; the text of a page is escaped but for quotes."""
    article = ARTICLE.search(page)
    body = article[0] if article else ""
    plain = (_plain(LINK.sub("", one)) for one in PARAGRAPH.findall(body))
    return _short(next((one for one in plain if one.strip(" ·")), ""))


def _plain(html: str) -> str:
    text = "".join(token.raw for token in tokens(html) if token.is_text)
    return " ".join(text.split()).replace('"', "&quot;")


def _short(words: str) -> str:
    """Return as many whole sentences as fit, or as many words as fit of a first long one."""
    if len(words) <= LONGEST:
        return words
    cut = words[:LONGEST]
    sentences, stop, _ = cut.rpartition(". ")
    return sentences + stop.strip() if stop else f"{cut.rpartition(' ')[0]} …"
