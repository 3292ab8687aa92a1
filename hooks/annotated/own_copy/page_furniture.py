"""Furniture of a saved page: elements that are of the page rather than of the article on it.

They are known by their names, their roles, or their classes. An element that is never closed is
none: all below it would be.
"""

import re
from collections.abc import Mapping

NAMES = {
    "nav": "navigation",
    "header": "header",
    "footer": "footer",
    "aside": "aside",
    "dialog": "aside",
    "form": "form",
    "search": "form",
    "figure": "figure",
    "figcaption": "caption",
}
ROLES = {
    "navigation": "navigation",
    "banner": "header",
    "contentinfo": "footer",
    "complementary": "aside",
    "search": "form",
}
# Only these are taken at their classes; their ends are hardly ever left out.
CONTAINERS = NAMES.keys() | {"div", "section", "ul", "span"}
CLASS = re.compile(
    r"(?:^|[\s_-])(ads?|advert\w*|shar(?:e|ing)|social|newsletter|promo\w*|related|breadcrumbs?|"
    r"cookies?|comments?|sidebar|menu|navigation|toolbar|subscribe|paywall|caption|credits?)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)


class FurnitureTracker:
    """Follows the tags of a page; `ranges` are (first, end, name) of what its furniture holds.

    Positions are whatever the caller counts. What is inside of furniture is part of it.
    """

    def __init__(self) -> None:
        self.ranges: list[tuple[int, int, str]] = []
        self._tag = self._name = ""
        self._depth = self._first = 0

    def start(self, tag: str, attributes: Mapping[str, str], position: int) -> None:
        """Follow a start tag."""
        if self._tag:
            self._depth += tag == self._tag
        elif name := _name(tag, attributes):
            self._tag, self._name, self._depth, self._first = tag, name, 1, position

    def end(self, tag: str, position: int) -> None:
        """Follow an end tag."""
        if tag and tag == self._tag:
            self._depth -= 1
            if not self._depth:
                self.ranges.append((self._first, position, self._name))
                self._tag = ""


def _name(tag: str, attributes: Mapping[str, str]) -> str:
    name = NAMES.get(tag) or ROLES.get(attributes.get("role", ""), "")
    match = CLASS.search(attributes.get("class", "")) if tag in CONTAINERS else None
    return name or (match[1].lower() if match else "")
