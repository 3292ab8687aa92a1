"""Pages of sources where one page would be too long: what leads to them, and each of them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from annotated.content.guide import Guide
from annotated.content.source_parts import Part
from annotated.content.sources import Source
from annotated.core.markdown_text import escaped
from annotated.core.placeholders import raw_html
from annotated.evidence.references import title_html
from annotated.evidence.sources_page import HEADINGS, IN_TIME, SourceEntries, of_editors
from annotated.model.edtf import parse

UP = "[All sources](index.md){ .up }"


@dataclass(frozen=True)
class DividedSources:
    """Writes the pages as Markdown; `entries` writes the entry of each source.

    `page_of` returns how such a page reaches the one of a source, by its key.
    """

    guide: Guide
    entries: SourceEntries
    page_of: Callable[[str], str]

    def whole(self) -> str:
        """Return what stands on the page of sources: the parts of each kind, then the months."""
        lines: list[str] = []
        for kind in HEADINGS:
            parts = [part for part in self.guide.source_parts if part.kind == kind]
            if parts:
                count = sum(len(part.sources) for part in parts)
                lines.append(f"\n## {HEADINGS[kind]} ({count}) {{ #kind-{kind} }}\n")
                lines += [f"- {_link(part)} ({len(part.sources)})" for part in parts]
        lines += of_editors(self.guide.editors_sources)
        return "\n".join([*lines, f"\n## {IN_TIME}\n", *self._months()])

    def part(self, part: Part) -> str:
        """Return what stands below the title of a part."""
        if part.kind:
            anchor = f"{{ #kind-{part.kind} }}"
            listed = f"## {HEADINGS.get(part.kind, part.kind)} ({len(part.sources)}) {anchor}\n\n"
            listed += self.entries.listed(part.sources)
        else:
            listed = "\n\n".join(self._month(*month) for month in _by_month(part))
        series = [each for each in self.guide.source_parts if each.kind == part.kind]
        after = series[series.index(part) + 1 :][:1]
        # The way up stands at both ends of a long list.
        on = " · ".join([UP, *(f"Next: {_link(each)}" for each in after)])
        return f"{UP}\n\n{listed}\n\n{on}\n"

    def _months(self) -> Iterator[str]:
        """Yield a line for each month, which leads to where its sources begin."""
        parts = [part for part in self.guide.source_parts if not part.kind]
        found = [(month, part, len(listed)) for part in parts for month, listed in _by_month(part)]
        for month, pieces in groupby(sorted(found, key=lambda piece: piece[0]), lambda one: one[0]):
            links = ", ".join(f"[{count}]({_name(part)}#date-{month})" for _, part, count in pieces)
            yield f"**{parse(month).words}**: {links}\n{{ #date-{month} .source }}\n"

    def _month(self, month: str, sources: Sequence[Source]) -> str:
        links = "; ".join(
            f'<a href="{self.page_of(source.key)}#{source.key}">{title_html(source)}</a>'
            for source in sources
        )
        words, id_ = parse(month).words, f"date-{month}"
        # A month has hundreds of links, which Markdown would take long to read.
        return raw_html(f'<p class="source" id="{id_}"><strong>{words}</strong>: {links}</p>', id_)


def title(part: Part) -> str:
    """Return the title of a part as text."""
    return f"{HEADINGS.get(part.kind, part.kind) if part.kind else IN_TIME}: {part.words}"


def _link(part: Part) -> str:
    return f"[{escaped(part.words)}]({_name(part)})"


def _name(part: Part) -> str:
    return part.path.rpartition("/")[2]


def _by_month(part: Part) -> list[tuple[str, list[Source]]]:
    month = attrgetter("year_and_month")
    return [(key, [*group]) for key, group in groupby(part.sources, key=month)]
