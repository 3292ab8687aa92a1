"""Sanitizer of the HTML of a page: only listed elements and attributes are kept.

It is the second lock. The first, `allowed_markup`, checks what is typed, by line; this one reads
the HTML that Markdown returns, with a parser like those of browsers, and so finds what the first
has overlooked.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from html import unescape

import nh3

from annotated.core import placeholders
from annotated.core.problems import Problem
from annotated.safety import allowed_urls

# What Markdown and our extensions of it generate, and the entries of the page of sources.
EVERYWHERE = {"class", "id", "lang", "dir", "title", "aria-label"}
ATTRIBUTES = {
    "a": {"href", "rel", "hidden"},
    "circle": {"cx", "cy"},
    "div": {"hidden", "data-find"} | placeholders.attributes("div"),
    "img": {"src", "alt"},
    "li": {"value", "data-number", "data-unlinked"},
    "link": {"rel", "href"},
    "ol": {"start"},
    "p": {"data-speaker"},
    "span": placeholders.attributes("span"),
    "svg": {"aria-hidden"},
    "table": {"role"},
    "tbody": {"role"},
    "thead": {"role"},
    "th": {"role"},
    "tr": {"role"},
    "td": {"role", "data-column"},
}
ELEMENTS = {
    "a", "abbr", "b", "blockquote", "br", "circle", "cite", "code", "dd", "del", "details", "div",
    "dl", "dt", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "img", "kbd", "li", "link", "ol",
    "p", "pre", "q", "small", "span", "strong", "sub", "summary", "sup", "svg", "table", "tbody",
    "td", "th", "thead", "tr", "ul", "wbr",
}  # fmt: skip
# The position of the dot on a locator map.
PERCENT = re.compile(r"-?[\d.]+%")
OWN_STYLES = re.compile(r"(?:\.\./)*assets/(?:[a-z]+/)?[a-z-]+\.css")
# nh3 gives an empty value to an attribute without a value.
EMPTY = '=""'
# This suffices where no attribute has a bracket, and Markdown and nh3 both write it as an entity.
START_TAG = re.compile(r"<([a-zA-Z!?][^\s/>]*)([^>]*)>")


def clean(html: str) -> tuple[str, list[str]]:
    """Return `html` with only what is listed here, and the tags that this has changed."""
    safe = nh3.clean(
        html,
        tags=ELEMENTS,
        clean_content_tags={"script", "style"},
        attributes={"*": EVERYWHERE, **ATTRIBUTES},
        attribute_filter=_value,
        url_schemes={"http", "https"},
        link_rel=None,
    ).replace("&nbsp;", "&#160;")
    if f"hidden{EMPTY}" in safe:
        safe = START_TAG.sub(lambda tag: tag[0].replace(f"hidden{EMPTY}", "hidden"), safe)
    return safe, [] if safe == html else _changed(html, safe)


def problems(path: str, changed: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for each tag of the page `path` that the sanitizer has changed."""
    for tag in dict.fromkeys(changed):
        message = f"the page would hold '{tag[:60]}', which may not stand in it. Type it otherwise."
        yield Problem(path, 1, message, "markup-not-allowed")


def _changed(html: str, safe: str) -> list[str]:
    before, after = _tags(html), _tags(safe)
    return [] if before == after else [*(Counter(before) - Counter(after))]


def _value(element: str, name: str, value: str) -> str | None:
    """Return the value of an attribute, or None where the attribute is to be removed."""
    if element == "circle":
        return value if PERCENT.fullmatch(value) else None
    if element == "img" and name == "src":
        return None if allowed_urls.fault_of_picture(value) else value
    if element == "link" and name == "href":
        return value if OWN_STYLES.fullmatch(value) else None
    return value


def _tags(html: str) -> list[str]:
    """Return the start tags in one spelling, so that only what differs in effect differs."""
    return [
        f"<{name}{unescape(rest.removesuffix('/').rstrip()).replace(EMPTY, '')}>"
        for name, rest in START_TAG.findall(html)
    ]
