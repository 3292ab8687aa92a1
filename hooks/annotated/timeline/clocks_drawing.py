"""Drawing of the three clocks: each event a line from when it happened to where it is told.

Three axes run downward: when it happened, when a source first told of it, the paragraphs. The
drawing is as wide as its column: across, it is measured in hundredths. What is dated less exactly
than to the day begins as a wedge, as wide as the time within which it lies. The table beside it
says the same; so the drawing is hidden from those who cannot see it, and no stop of the keyboard.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from annotated.content.chapters import Chapter
from annotated.geo.svg_paths import svg_number
from annotated.linking.entity_links import EntityLinks
from annotated.model.edtf import parse
from annotated.model.single_date import SingleDate
from annotated.timeline.event_clocks import EventClocks, Jump
from annotated.timeline.scale import Cell, Scale
from annotated.timeline.strip_layout import Mark, placed

# The height of the axes, the room above them, and where in the width they stand.
HEIGHT, HEAD = 600, 26
LEFT, MIDDLE, RIGHT = 16, 48, 80
TITLES = ((LEFT, "happened"), (MIDDLE, "first reported"), (RIGHT, "told in"))
# Every so many paragraphs one has its number.
NUMBERED = 5


@dataclass(frozen=True)
class ClocksDrawing:
    """The drawing; `scale` is that of both axes of time, `chapters` are in reading order."""

    events: Sequence[EventClocks]
    jumps: Sequence[Jump]
    chapters: Sequence[Chapter]
    scale: Scale
    links: EntityLinks

    @classmethod
    def of(
        cls,
        events: Sequence[EventClocks],
        jumps: Sequence[Jump],
        chapters: Sequence[Chapter],
        links: EntityLinks,
    ) -> "ClocksDrawing":
        """Return the drawing of events in order of time."""
        dates = [each.dated.event.date for each in events if each.dated.event.date]
        sources = [each.reported for each in events if each.reported]
        scale = Scale.of([*dates, *(parse(source.html) for source in sources)], HEIGHT)
        return cls(events, jumps, chapters, scale, links)

    def svg(self) -> str:
        """Return the SVG: years and chapters behind, then a line for each event."""
        titles = "".join(
            f'<text class="title" x="{x}%" y="14">{words}</text>' for x, words in TITLES
        )
        lines = "".join(map(self._line, self.events))
        names = "".join(map(self._older_names, self.events))
        plane = f'viewBox="0 0 100 {HEIGHT}" preserveAspectRatio="none"'
        return (
            f'<svg width="100%" height="{HEAD + HEIGHT + 8}" aria-hidden="true">{titles}'
            f"{''.join(map(self._year, self.scale.cells))}{''.join(self._paragraphs())}"
            f'<svg x="{LEFT}%" y="{HEAD}" width="{RIGHT - LEFT}%" height="{HEIGHT}" {plane}>'
            f'<path class="axis" d="M0 0V{HEIGHT}M50 0V{HEIGHT}M100 0V{HEIGHT}"/>'
            f"{lines}</svg>{names}</svg>"
        )

    def _year(self, cell: Cell) -> str:
        words = "".join(cell.words)
        top, label = svg_number(cell.left + HEAD), svg_number(cell.left + HEAD + 11)
        return (
            f'<line class="year" x1="{LEFT}%" x2="{MIDDLE}%" y1="{top}" y2="{top}"/>'
            f'<text class="year" x="{LEFT - 2}%" y="{label}">{words}</text>'
        )

    def _paragraphs(self) -> Iterator[str]:
        """Yield the lines between the chapters, and the numbers of paragraphs."""
        back = {jump.paragraph: "↑" if jump.is_back else "↓" for jump in self.jumps}
        for chapter in self.chapters:
            top = svg_number(self._told(chapter.first) - self._step / 2 + HEAD)
            yield f'<line class="year" x1="{RIGHT}%" x2="100%" y1="{top}" y2="{top}"/>'
            yield from self._numbers(chapter, back)

    def _numbers(self, chapter: Chapter, back: Mapping[int, str]) -> Iterator[str]:
        """Yield the numbers of the paragraphs with a jump, and of some of the others."""
        for number in range(chapter.first, chapter.last + 1):
            near = {number - 1, number + 1} & back.keys()
            if number in back or (number % NUMBERED == 0 and not near):
                y = svg_number(self._told(number) + HEAD + 4)
                arrow = f'<tspan class="jump"> {back[number]}</tspan>' if number in back else ""
                yield f'<text class="told" x="{RIGHT + 2}%" y="{y}">¶{number}{arrow}</text>'

    @property
    def _step(self) -> float:
        return HEIGHT / (self.chapters[-1].last - self.chapters[0].first + 1)

    def _told(self, paragraph: int) -> float:
        return (paragraph - self.chapters[0].first + 0.5) * self._step

    def _reported(self, source: SingleDate) -> float:
        return (self.scale.at(source.first) + self.scale.at(source.last, after=True)) / 2

    def _line(self, event: EventClocks) -> str:
        """Return the line of an event: of what is not known of its clocks, nothing."""
        when = event.dated.event.date
        mark = placed(event.dated.event, when, self.scale) if when else None
        later = [
            (x, at)
            for x, at in (
                (50, self._reported(event.reported) if event.reported else None),
                (100, self._told(event.first_told) if event.first_told is not None else None),
            )
            if at is not None
        ]
        paths = f"{_begun(mark, later)}{_path('way', later)}{_dots(mark, later)}"
        if not paths:
            return ""
        more = "" if event.reported else " data-unreported"
        more += " data-vague" if mark and mark.shape == "band" else ""
        opened = self.links.open(event.dated.event.id, f' tabindex="-1"{more}', card="opens")
        return f"{opened}{paths}{self._older(event, mark)}</a>"

    def _older(self, event: EventClocks, mark: Mark | None) -> str:
        """Return the way back from an event to each source that is older than it."""
        found = [self._reported(source) for _, source in event.older] if mark else []
        return "".join(
            f"{_path('older', [(0, mark.middle if mark else y), (50, y)])}"
            f'<path class="dots older" d="M50 {svg_number(y)}h0"/>'
            for y in found
        )

    def _older_names(self, event: EventClocks) -> str:
        return "".join(
            f'<text class="older" data-of="{event.dated.event.id}" x="{MIDDLE + 2}%" '
            f'y="{svg_number(self._reported(source) + HEAD - 5)}">older, n. {escape(number)}</text>'
            for number, source in event.older
        )


def _begun(mark: Mark | None, later: Sequence[tuple[int, float]]) -> str:
    """Return the way from when an event happened: a line from a day, a wedge from a longer span."""
    if not mark or not later:
        return ""
    x, y = later[0]
    if mark.shape == "day":
        return _path("way", [(0, mark.middle), later[0]])
    top, bottom, end = map(svg_number, (mark.left, mark.right, y))
    return f'<path class="wedge" d="M0 {top}L{x} {end}L0 {bottom}z"/>'


def _path(name: str, points: Iterable[tuple[int, float]]) -> str:
    drawn = [f"{x} {svg_number(y)}" for x, y in points]
    return f'<path class="{name}" d="M{"L".join(drawn)}"/>' if len(drawn) > 1 else ""


def _dots(mark: Mark | None, later: Iterable[tuple[int, float]]) -> str:
    points = [f"M{x} {svg_number(y)}h0" for x, y in later]
    if mark and mark.shape == "day":
        points.insert(0, f"M0 {svg_number(mark.middle)}h0")
    elif mark:
        points.insert(0, f"M0 {svg_number(mark.left)}V{svg_number(mark.right)}")
    return f'<path class="dots" d="{"".join(points)}"/>' if points else ""
