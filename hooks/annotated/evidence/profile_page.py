"""Page with the profile of the evidence: counts on one scale, each linked to its list."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from typing import NamedTuple
from urllib.parse import urlencode

from annotated.content.chapters import Chapter
from annotated.content.statements import Statement
from annotated.core import placeholders
from annotated.evidence.sources_page import HEADINGS
from annotated.evidence.statement_evidence import Evidence
from annotated.evidence.statement_facets import SUPPORT
from annotated.evidence.statements_page import cited, of_chapter
from annotated.model.edtf import parse
from annotated.model.vocabulary import SPEAKERS

STATEMENTS = "claims/statements.md"
PER_HUNDRED = 100
BAR_WIDTH = 120
MONTHS = 12
# So many months without a source are shown as such; a longer time is a break in the axis.
SHOWN_EMPTY = 2
BREAK = "break"


class Row(NamedTuple):
    """A number with its label, the address of the list that it counts, and a class for its bar."""

    label: str
    amount: float
    address: str
    mark: str = ""


class Panel(NamedTuple):
    """A small table of counts."""

    caption: str
    rows: Sequence[Row]


def bar(count: float, most: float, mark: str = "") -> str:
    """Return a bar as a small SVG, hidden from assistive technology: the number is beside it."""
    width = round(BAR_WIDTH * count / most, 1) if most else 0
    return (
        f'<svg class="bar {mark}" viewBox="0 0 {BAR_WIDTH} 8" preserveAspectRatio="none" '
        f'aria-hidden="true"><rect width="{width}" height="8"/></svg>'
    )


def panels(chosen: Sequence[Panel]) -> str:
    """Return panels side by side as HTML; all bars of them are on one scale."""
    most = max((row.amount for panel in chosen for row in panel.rows), default=0)
    return f'<div class="profiles">{"".join(_panel(panel, most) for panel in chosen)}</div>'


def _panel(panel: Panel, most: float) -> str:
    body = "".join(
        f'<tr><th scope="row">{escape(row.label)}</th>'
        f"<td>{_number(row)}</td><td>{bar(row.amount, most, row.mark)}</td></tr>"
        for row in panel.rows
    )
    return (
        f'<table class="profile"><caption>{escape(panel.caption)}</caption>'
        f"<tbody>{body}</tbody></table>"
    )


def _number(row: Row) -> str:
    number = "" if row.mark == BREAK else f"{row.amount:g}"
    return f'<a href="{escape(row.address)}">{number}</a>' if row.address else number


class Profile(NamedTuple):
    """The page; `url` returns the URL of a page by its path below `docs/`, relative to it."""

    evidence: Evidence
    url: Callable[[str], str]

    def markdown(self) -> str:
        """Return the page as Markdown, with its tables as raw HTML."""
        guide = self.evidence.guide
        chapters = list(enumerate(guide.chapters, start=1))
        parts = [
            ("Who speaks", self._finding(), [self._speakers(*each) for each in chapters]),
            (
                "On what it rests",
                "By the notes that stand at a statement, or nearby.",
                [self._support(*each) for each in chapters],
            ),
            (
                "What the notes cite",
                "Citations by kind of source.",
                [self._kinds(*each) for each in chapters],
            ),
        ]
        blocks = []
        for heading, sentence, chosen in parts:
            blocks += [f"## {heading}\n", escape(sentence, quote=False)]
            blocks.append(placeholders.raw_html(panels(chosen)))
        blocks.append("## When the sources are from\n")
        blocks.append("By month as printed; where the line breaks, months without a source follow.")
        blocks.append(placeholders.raw_html(panels([self._months()])))
        blocks.append("## How thick the notes stand\n")
        blocks.append(placeholders.raw_html(panels([self._density()]) + panels([self._bare()])))
        return "\n\n".join(blocks)

    def _here(self, chapter: Chapter) -> list[Statement]:
        return of_chapter(chapter, self.evidence.guide.statements)

    def _list(self, number: int, **query: str) -> str:
        """Return the address of a selection of statements; without a script it is its chapter."""
        chapter = str(number)
        return f"{self.url(STATEMENTS)}?{urlencode(query | {'chapter': chapter})}#chapter-{chapter}"

    def _finding(self) -> str:
        """Return in a sentence where the group’s own word weighs most, and where least."""
        label = self.evidence.labels["group"]
        shares = []
        for number, chapter in enumerate(self.evidence.guide.chapters, start=1):
            here = self._here(chapter)
            count = sum(each.speaker == "group" for each in here)
            shares.append((count / (len(here) or 1), count, len(here), number))
        if not shares or not max(shares)[1]:
            return ""
        _, count, of_all, most = max(shares)
        _, least, of_least, where = min(shares)
        return (
            f"In chapter {most}, {count} of {of_all} statements are {label}; "
            f"in chapter {where}, {least} of {of_least}."
        )

    def _speakers(self, number: int, chapter: Chapter) -> Panel:
        counted = Counter(each.speaker for each in self._here(chapter))
        return Panel(
            f"{number} {chapter.title}",
            [
                Row(
                    self.evidence.labels[speaker],
                    counted[speaker],
                    self._list(number, speaker=speaker) if counted[speaker] else "",
                    speaker,
                )
                for speaker in SPEAKERS
            ],
        )

    def _support(self, number: int, chapter: Chapter) -> Panel:
        supports = [self.evidence.support(each) for each in self._here(chapter)]
        counted = Counter[str](support.where for support in supports)
        counted["doubt"] = sum(bool(support.doubt) for support in supports)
        return Panel(
            f"{number} {chapter.title}",
            [
                Row(
                    words,
                    counted[value],
                    self._list(number, support=value) if counted[value] else "",
                )
                for value, words in SUPPORT.items()
            ],
        )

    def _kinds(self, number: int, chapter: Chapter) -> Panel:
        counted = Counter(kind for _, kind in cited(chapter, self.evidence))
        page = self.url(STATEMENTS)
        return Panel(
            f"{number} {chapter.title}",
            [
                Row(heading, counted[kind], f"{page}#notes-{number}-{kind}")
                for kind, heading in HEADINGS.items()
                if counted[kind]
            ],
        )

    def _months(self) -> Panel:
        sources = self.evidence.guide.cited_sources.values()
        counted = Counter(source.year_and_month for source in sources)
        page = self.url("sources/index.md")
        rows = [
            Row(
                words,
                counted[month],
                f"{page}#date-{month}" if counted[month] else "",
                "" if month else BREAK,
            )
            for month, words in axis(counted)
        ]
        return Panel("Sources by month", rows)

    def _density(self) -> Panel:
        rows = []
        for chapter in self.evidence.guide.chapters:
            here = self._here(chapter)
            words = sum(len(each.text.split()) for each in here) or 1
            notes = len({note for each in here for note in each.notes})
            url = self.url(chapter.path.removeprefix("docs/"))
            rows.append(Row(chapter.title, round(PER_HUNDRED * notes / words, 2), url))
        return Panel("Notes to a hundred words of the retelling", rows)

    def _bare(self) -> Panel:
        page = f"{self.url(STATEMENTS)}#paragraphs-without-a-note"
        rows = [
            Row(chapter.title, sum(not paragraph.notes for paragraph in chapter.paragraphs), page)
            for chapter in self.evidence.guide.chapters
        ]
        return Panel("Paragraphs without a note", rows)


def axis(counted: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Yield (month, its words) along the axis of time, and ("", words) where it breaks.

    `counted` are numbers by month (“2017-09”), or by the year alone, which come last.
    """
    months = sorted(_number_of(month) for month in counted if "-" in month)
    for index, month in enumerate(months):
        after = months[index - 1] if index else month - 1
        between = month - after - 1
        if between > SHOWN_EMPTY:
            yield "", f"{between} months without a source"
        else:
            for empty in range(after + 1, month):
                yield _named(empty), parse(_named(empty)).words
        yield _named(month), parse(_named(month)).words
    for year in sorted(year for year in counted if "-" not in year):
        yield year, f"{year}, without a month"


def _number_of(month: str) -> int:
    year, _, number = month.partition("-")
    return int(year) * MONTHS + int(number) - 1


def _named(number: int) -> str:
    return f"{number // MONTHS:04}-{number % MONTHS + 1:02}"
