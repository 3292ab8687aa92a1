"""Placeholders: the registry of all that is replaced by a later step, and the stash of raw HTML.

A placeholder is written by one step and replaced by a later one, usually in another module. All
are registered here, so that no two steps share one and the sanitizer lets no other pass:

- characters of Unicode's private use area. `input_check` refuses them in every file of the
  project, and the import of a reader's own copy removes the reserved ones, so that nobody can
  forge them;
- empty elements whose attribute holds a key. Only MAP, FRONT and
  FRONT_WORDS may be typed; the rest is refused.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

# All the characters below, and room for more, as a range within brackets of a pattern.
RESERVED = "\ue000-\ue02f"

# The key of a source in place of its reference: `evidence.references`, between mkdocs-bibtex,
# which reads `@key`, and the linked page.
REFERENCE, REFERENCE_END = "\ue000", "\ue001"
# The relative address of the page of sources within a reference: `evidence.references`.
SOURCES_PAGE = "\ue002"
# Signs that mkdocs-bibtex must not see: `evidence.citations`, until Markdown has read the page.
AT_SIGN, BACKSLASH = "\ue005", "\ue006"
# Generated HTML in Markdown, with an id in it before: `raw_html` and `stash`, below.
RAW_HTML, RAW_HTML_END, RAW_ID_END = "\ue003", "\ue004", "\ue007"
# The first character of what is no text: a symbolic link, before its target, and a file that
# would be published unread, before its suffix. From `content.source_files` to `input_check`.
SYMBOLIC_LINK, UNREAD_FILE = "\ue00f", "\ue010"
# What a copy raises, emphasises, or numbers in a list: `own_copy`, from reading to storing.
RAISED, RAISED_END = "\ue020", "\ue021"
EMPHASIS, EMPHASIS_END = "\ue022", "\ue023"
NUMBERED, NUMBERED_END = "\ue024", "\ue025"


class Element(NamedTuple):
    """An empty element that is replaced: its tag, the attribute with its key, one more if any."""

    tag: str
    attribute: str
    option: str = ""

    def html(self, key: object, option: str = "") -> str:
        """Return the element for a key of letters, digits, hyphens and underscores."""
        more = f' {self.option}="{option}"' if option else ""
        return f'<{self.tag} {self.attribute}="{key}"{more}></{self.tag}>'

    @property
    def pattern(self) -> re.Pattern[str]:
        """Return the pattern of the element: group 1 is its key, 2 the value of the option."""
        option = rf'(?: {self.option}="([\w-]+)")?' if self.option else ""
        return re.compile(rf'<{self.tag} {self.attribute}="([\w-]+)"{option}></{self.tag}>')


# A block of the stash, by its index, and an id in it: `stash` and `restore`, below.
STASHED = Element("div", "data-stashed", option="id")
# The mentions of an entity, as a list or folded, and their number, with or without the paragraphs,
# by its id: written where the
# pages of entities are generated, replaced by `linking.backlinks` once every page is linked.
MENTIONS = Element("div", "data-mentions")
FOLDED_MENTIONS = Element("div", "data-folded-mentions")
MENTION_COUNT = Element("span", "data-mention-count")
MENTION_NUMBER = Element("span", "data-mention-number")
# The locator map of a place with names, by its id, which links nothing: written where its page is
# generated, replaced by `maps.locator_names`.
LOCATOR = Element("span", "data-locator")
# A part of the map by its name, typed in `docs/map/index.md`: replaced by `maps.map_page`.
MAP = Element("div", "data-map", option="data-sheet")
# A part of the front page by its name, and words within a sentence, typed in `docs/index.md`:
# replaced by `site.front_page`.
FRONT = Element("div", "data-front", option="data-of")
FRONT_WORDS = Element("span", "data-front-words")
COUNTS = (MENTION_COUNT, MENTION_NUMBER)
ELEMENTS = (STASHED, MENTIONS, FOLDED_MENTIONS, *COUNTS, LOCATOR, MAP, FRONT, FRONT_WORDS)
# The beginning of one that waits until all pages are linked.
WAITING = re.compile("<(?:{})=".format("|".join(f"{each[0]} {each[1]}" for each in ELEMENTS[1:])))


def attributes(tag: str) -> set[str]:
    """Return the attributes of placeholders of one kind of element."""
    names = (name for element in ELEMENTS if element.tag == tag for name in element[1:])
    return {name for name in names if name}


# The script of a page, which is typed in exactly this form, is stashed like generated HTML.
RAW = re.compile(
    rf"{RAW_HTML}(?:([\w-]+){RAW_ID_END})?(.*?){RAW_HTML_END}"
    r'|(<script src="(?:\.\./)?assets/[a-z/-]+\.js" defer></script>)',
    re.DOTALL,
)


def raw_html(html: str, id_: str = "") -> str:
    """Return generated HTML as it is to be put into Markdown, between blank lines.

    An `id_` that it holds is named where a link of another page leads to it: such are checked.
    """
    return f"{RAW_HTML}{id_ and id_ + RAW_ID_END}{html}{RAW_HTML_END}"


def stash(markdown: str) -> tuple[str, list[str]]:
    """Return `markdown` with a placeholder for each block of raw HTML, and the blocks.

    Neither Markdown nor the sanitizer reads a block: it is our own, and may be large.
    """
    # Most pages have none, and a search for two strings is faster than one for the pattern.
    if RAW_HTML not in markdown and "<script" not in markdown:
        return markdown, []
    blocks: list[str] = []

    def placeholder(match: re.Match[str]) -> str:
        blocks.append(match[3] if match[2] is None else match[2])
        return STASHED.html(len(blocks) - 1, match[1] or "")

    return RAW.sub(placeholder, markdown), blocks


def restore(html: str, blocks: Sequence[str]) -> str:
    """Return `html` with every block of the stash in its place; one that is missing is empty."""
    return STASHED.pattern.sub(lambda match: "".join(blocks[int(match[1]) :][:1]), html)
