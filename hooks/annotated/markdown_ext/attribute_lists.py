"""Attribute lists, `#p1-s2 .author lang=ar`, as attr_list of Python-Markdown reads them."""

from typing import Any, TypeAlias

from markdown.extensions.attr_list import get_attrs_and_remainder

# The names and values of attributes: a class has the name ".", a bare word the value None.
Attributes: TypeAlias = list[tuple[str, Any]]


def attributes(typed: str) -> Attributes:
    """Return the attributes of what stands between braces, up to a brace that is not quoted."""
    # Only behind an equals sign may there be quotation marks, with anything between them.
    if "=" in typed or "}" in typed:
        return get_attrs_and_remainder(typed)[0]
    return [_of_word(word) for word in typed.split(" ") if word]


def _of_word(word: str) -> tuple[str, Any]:
    name = {".": ".", "#": "id"}.get(word[0])
    return (name, word[1:]) if name else (word, None)
