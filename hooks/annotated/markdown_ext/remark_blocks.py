"""Remark blocks: the remarks on one thing, which follow one another, put together and folded.

A remark is written as `!!! remark CERTAINTY WEIGHT PLACE ID "Subject"`, its text indented below.
PLACE is `p12` beside paragraph 12, `note` in a note, `entry` in the entry of anything else.
What stands beside a paragraph is not written again in a note of the page: its row there holds a
link to it, in whose place `docs/assets/told-beside.js` puts the words when somebody opens it.
"""

import math
from collections.abc import Mapping
from itertools import groupby
from types import MappingProxyType
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from annotated.model.remarks import CERTAINTIES

# After inline Markdown (20) has been read, and the list of notes (50) built.
PRIORITY = 14
# A line of the text and of the margin holds about so many letters, and is so high, in rem: see
# `margins.css`. The first is rather more than there are, the second rather fewer.
LETTERS_OF_LINE, LINE = 70, 1.58
LETTERS_OF_SUBJECT, ROW, SECOND_LINE = 26, 1.25, 0.9
NOWHERE: Mapping[str, str] = MappingProxyType({})


class RemarkBlocks(Extension):
    """Puts together the remarks that follow one another."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - named by the base class
        """Add the tree processor to `md`."""
        md.treeprocessors.register(_Gather(md), "remark_blocks", PRIORITY)


class _Gather(Treeprocessor):
    def run(self, root: Element) -> None:
        remarks = [element for element in root.iter() if _is_remark(element)]
        if not remarks:
            return
        beside = {id_: place for place, id_ in map(_place, reversed(remarks)) if place[0] == "p"}
        for parent in [*root.iter()]:
            if any(_is_remark(child) for child in parent):
                _gather(parent, beside)


def _is_remark(element: Element) -> bool:
    return element.get("class", "").split()[:2] == ["admonition", "remark"]


def _place(remark: Element) -> tuple[str, str]:
    """Return where a remark stands, and its id."""
    place, id_ = remark.get("class", "").split()[4:6]
    return place, id_


def _gather(parent: Element, beside: Mapping[str, str]) -> None:
    """Put together the remarks in `parent`; `beside` says by id which stand beside a paragraph."""
    children = list(parent)
    parent[:] = []
    for is_remark, group in groupby(children, key=_is_remark):
        found = list(group)
        if is_remark:
            above = parent[-1] if len(parent) else Element("p")
            place, _ = _place(found[0])
            parent.append(
                _beside(above, found) if place[0] == "p" else _listed(place, found, beside)
            )
        else:
            parent.extend(found)
    if parent.tag == "li":
        _move_way_back(parent)


def _move_way_back(note: Element) -> None:
    """Move the link back to the text, which follows the remarks, to the end of the first line."""
    first, last = note[0], note[-1]
    if last is not first and [link.get("class") for link in last] == ["footnote-backref"]:
        first.append(last[0])
        note.remove(last)


def _beside(above: Element, remarks: list[Element]) -> Element:
    """Return the block beside a paragraph: as many rows as are no higher than it, then a fold."""
    block = Element("div", {"class": "beside"})
    folded = SubElement(block, "details", {"class": "folded"})
    SubElement(folded, "summary").text = counted(len(remarks))
    shown = _count_shown(above, [_subject(remark) for remark in remarks])
    folded.extend(_row(remark) for remark in remarks[:shown])
    if rest := remarks[shown:]:
        more = SubElement(folded, "details", {"class": "more"})
        SubElement(more, "summary").text = f"{len(rest)} more" if shown else counted(len(rest))
        more.extend(_row(remark) for remark in rest)
    return block


def _count_shown(above: Element, subjects: list[str]) -> int:
    """Return how many rows fit beside a paragraph, one of which may say how many do not."""
    lines = math.ceil(len("".join(above.itertext())) / LETTERS_OF_LINE)
    marks = [mark.get("href", "").rpartition(":")[2] for mark in above.iter("a")]
    room = lines * LINE - ROW * sum(mark.isalpha() and len(mark) == 1 for mark in marks)
    heights = [
        ROW + SECOND_LINE * (math.ceil(len(subject) / LETTERS_OF_SUBJECT) - 1)
        for subject in subjects
    ]
    fits = [count for count in range(len(heights)) if sum(heights[:count]) + ROW <= room]
    return len(heights) if sum(heights) <= room else max(fits, default=0)


def _listed(place: str, remarks: list[Element], beside: Mapping[str, str]) -> Element:
    """Return the remarks on a note, folded into one line, or those of an entry, a row for each."""
    if place != "note":
        block = Element("div", {"class": "remarks"})
        block.extend(_row(remark) for remark in remarks)
        return block
    block = Element("details", {"class": "remarks"})
    SubElement(block, "summary").text = counted(len(remarks))
    block.extend(_row(remark, beside) for remark in remarks)
    return block


def counted(number: int) -> str:
    """Return “1 remark” or “2 remarks”."""
    return f"{number} remark{'s' * (number != 1)}"


def _subject(remark: Element) -> str:
    return "".join(remark[0].itertext())


def _row(remark: Element, beside: Mapping[str, str] = NOWHERE) -> Element:
    certainty, weight = remark.get("class", "").split()[2:4]
    place, id_ = _place(remark)
    row = Element("details", {"class": f"remark {certainty} {weight}"})
    head = SubElement(row, "summary")
    subject = SubElement(head, "span", {"class": "subject"})
    subject.text = _subject(remark)
    SubElement(head, "span", {"class": "visually-hidden"}).text = f", {CERTAINTIES[certainty]}"
    told = SubElement(row, "div", {"class": "told"})
    if place[0] == "p":
        told.set("id", f"{place}-remark-{id_}")
    if id_ in beside:
        link = {"class": "told-beside", "href": f"#{beside[id_]}-remark-{id_}"}
        SubElement(SubElement(told, "p"), "a", link).text = f"Told at ¶{beside[id_][1:]}"
    else:
        told.extend(remark[1:])
    return row
