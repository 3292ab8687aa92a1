"""Footnotes with printed numbers, which run on across chapters, and their definitions."""

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from annotated.core import fenced_code

PRINTED = re.compile(r"[0-9]+|[a-z]")
# So many spaces before a line make it one of code.
INDENT = 4
MARKER = re.compile(r"\[\^(?P<number>\w+)\](?P<colon>:?)")
# After the extension “footnotes” has built, ordered (19) and completed (15) the list.
PRIORITY = 14


def cited(markdown: str) -> list[str]:
    """Return the numbers of the notes that `markdown` cites, in order of first citation."""
    return list(dict.fromkeys(m["number"] for m in _markers(markdown) if not _defines(m)))


def defined(markdown: str) -> list[str]:
    """Return the numbers of the notes that `markdown` itself defines."""
    return [m["number"] for m in _markers(markdown) if _defines(m)]


def _markers(markdown: str) -> Iterator[re.Match[str]]:
    return MARKER.finditer(fenced_code.without(markdown))


def _defines(marker: re.Match[str]) -> bool:
    # As Python-Markdown has it: only a mark that begins its line defines, “said[^2]: that” cites.
    if not marker["colon"]:
        return False
    start = marker.start()
    _, line_feed, before = marker.string[max(start - INDENT, 0) : start].rpartition("\n")
    return not before.strip(" ") and (bool(line_feed) or start < INDENT)


def definitions(markdown: str, words: Mapping[str, str]) -> str:
    """Return the definitions, as Markdown, of the notes that `markdown` cites and does not hold.

    `words` maps the number of a note to the Markdown of what it says.
    """
    markers = [*_markers(markdown)]
    here = {marker["number"] for marker in markers if _defines(marker)}
    cites = dict.fromkeys(marker["number"] for marker in markers if not _defines(marker))
    wanted = [number for number in cites if number in words and number not in here]
    return "".join(f"\n[^{number}]: {words[number]}\n" for number in wanted)


class PrintedNumbers(Treeprocessor):
    """Shows the printed number of a note, at its mark and in the list, instead of a count."""

    def run(self, root: Element) -> None:
        """Put printed numbers into what the extension “footnotes” has built, and a heading."""
        _sort_notes(root)
        _add_heading(root)
        for element in root.iter():
            number = (element.get("href") or element.get("id") or "").rpartition(":")[2]
            if not PRINTED.fullmatch(number):
                continue
            if element.get("class") == "footnote-ref":
                element.text = number
            elif element.get("class") == "footnote-backref":
                element.set("title", f"Back to note {number} in the text")
                element.set("aria-label", f"Back to note {number} in the text")
            elif element.tag == "li":
                # What is no number is told to the style that shows it.
                element.set("value" if number.isdigit() else "data-number", number)


def _add_heading(root: Element) -> None:
    # Without a heading of its own the list would belong to the last section of the text.
    for index, block in enumerate(root):
        if block.get("class") == "footnote":
            for line in block.findall("hr"):
                block.remove(line)
            heading = Element("h2", {"id": "notes"})
            heading.text = "Notes"
            root.insert(index, heading)
            return


def _sort_notes(root: Element) -> None:
    # Python-Markdown reads a mark inside a span later than one outside, and lists in that order.
    marks = [link.get("href") for link in root.iter("a") if link.get("class") == "footnote-ref"]
    rank = {mark: number for number, mark in enumerate(marks)}
    for block in root.iter("div"):
        if block.get("class") == "footnote":
            notes = block.find("ol")
            if notes is not None:
                notes[:] = sorted(notes, key=lambda item: rank.get(f"#{item.get('id')}", len(rank)))


class PrintedNumbersExtension(Extension):
    """Registers the printed numbers."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - named by the base class
        """Add the tree processor to `md`."""
        md.treeprocessors.register(PrintedNumbers(md), "printed_numbers", PRIORITY)
