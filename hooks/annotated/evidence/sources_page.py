"""Page of sources, as Markdown: each with its kind, its notes and what does not fit."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from types import MappingProxyType

from annotated.content.endnotes import Endnote, Endnotes
from annotated.content.source_parts import order
from annotated.content.sources import Source
from annotated.content.statements import Statement
from annotated.core.markdown_text import escaped
from annotated.core.placeholders import raw_html
from annotated.evidence.references import reference_html, title_html
from annotated.model.anchors import remark_anchor
from annotated.model.edtf import parse
from annotated.model.remarks import Remark

HEADINGS = {
    "press": "Press",
    "wire": "News agencies",
    "think-tank": "Think tanks",
    "academic": "Journals",
    "opinion": "Analysis and opinion",
    "interview": "Interviews by the author",
    "official": "Officials",
    "group": "The group’s own publications",
    "monitor": "The group’s own words, carried by a monitor",
}
IN_TIME = "In order of time"


@dataclass(frozen=True)
class SourceEntries:
    """Writes the entry of each source: a heading with its key for an id, and what cites it.

    `statements` are those of the text; `remarks_on` returns those on a source as Markdown. An entry
    is HTML, which Markdown does not read.
    """

    endnotes: Endnotes
    statements: Sequence[Statement] = ()
    remarks_on: Callable[[str], str] = lambda _: ""

    def listed(self, sources: Sequence[Source]) -> str:
        """Return the entries of some sources, with the remarks on each."""
        return "\n\n".join(
            _entry(source, self._citing[source.key], self._resting)
            + _told(self.remarks_on(source.key))
            for source in sources
        )

    def texts_on(self, sources: Iterable[Source]) -> list[list[str]]:
        """Return for each source the statements that rest on it: all that entries show of them."""
        return [
            [said.text for note in self._citing[source.key] for said in self._resting[note.note]]
            for source in sources
        ]

    @cached_property
    def _citing(self) -> Mapping[str, list[Endnote]]:
        """Return the notes that cite each source."""
        citing: dict[str, list[Endnote]] = defaultdict(list)
        for note in self.endnotes.notes.values():
            for cite in note.cites:
                citing[cite.text].append(note)
        return citing

    @cached_property
    def _resting(self) -> Mapping[str, list[Statement]]:
        """Return the statements that rest on each note."""
        resting: dict[str, list[Statement]] = defaultdict(list)
        for statement in self.statements:
            for number in statement.notes:
                resting[number].append(statement)
        return resting


def page(
    sources: Collection[Source],
    entries: SourceEntries,
    editors: Mapping[Source, Sequence[Remark]] = MappingProxyType({}),
) -> str:
    """Return all sources by kind and author, each with what cites it, then their order in time.

    `editors` are the sources that no note cites, with the remarks that name each.
    """
    lines: list[str] = []
    for kind, heading in HEADINGS.items():
        if chosen := sorted((source for source in sources if source.kind == kind), key=order):
            lines += [f"\n## {heading} ({len(chosen)}) {{ #kind-{kind} }}\n"]
            lines += [entries.listed(chosen)]
    lines += of_editors(editors)
    return "\n".join([*lines, f"\n## {IN_TIME}\n", f"<div>\n{_calendar(sources)}\n</div>"])


def _told(remarks: str) -> str:
    """Return remarks, which Markdown is to read, after a block of HTML."""
    return f"\n\n{remarks}" if remarks else ""


def of_editors(sources: Mapping[Source, Sequence[Remark]]) -> Iterator[str]:
    """Yield the lines on the sources that no note cites; each has the remarks that name it."""
    if not sources:
        return
    yield f"\n## Seen by the editors ({len(sources)}) {{ #kind-editors }}\n"
    yield "The article cites none of these. They stand behind remarks of the guide.\n"
    for source in sorted(sources, key=order):
        links = "; ".join(
            f"[{escaped(remark.subject)}](audit.md#{remark_anchor(remark.id)})"
            for remark in sources[source]
        )
        note = escaped(escape(source.note, quote=False))
        yield f"{_heading(source)}\n\n{escaped(reference_html(source))}. {note} Remarks: {links}.\n"


def _calendar(sources: Collection[Source]) -> str:
    months: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        months[source.year_and_month].append(source)
    return "\n".join(_month(month, months[month]) for month in sorted(months))


def _month(month: str, sources: Sequence[Source]) -> str:
    links = "; ".join(f'<a href="#{source.key}">{title_html(source)}</a>' for source in sources)
    return f'<p id="date-{month}" class="source"><b>{parse(month).words}</b>: {links}</p>'


def _entry(
    source: Source, citing: Sequence[Endnote], resting: Mapping[str, Sequence[Statement]]
) -> str:
    """Return the entry of a source; `resting` are the statements by the note that they cite."""
    citations = "; ".join(map(_citation, citing))
    where = f'<span class="cited-in">Cited in {citations}.</span> ' if citing else ""
    locators = [cite.remark for note in citing for cite in note.cites if cite.text == source.key]
    remarks = " ".join(escape(remark, quote=False) for remark in _remarks(source, locators))
    leaning = [statement for note in citing for statement in resting.get(note.note, ())]
    told = f"<p>{reference_html(source)}. {where}{remarks}</p>{_resting(leaning)}"
    return raw_html(f"{_heading(source)}\n{told}", source.key)


def _heading(source: Source) -> str:
    return f'<h3 id="{source.key}">{title_html(source)}</h3>'


def _citation(note: Endnote) -> str:
    what = f": {escape(note.supports, quote=False)}" if note.supports else ""
    return f"note {escape(note.note)}, ¶{note.paragraph}{what}"


def _resting(statements: Sequence[Statement]) -> str:
    if not statements:
        return ""
    texts = (escape(statement.text, quote=False) for statement in statements)
    items = "".join(f'<li data-unlinked="">{text}</li>' for text in texts)
    words = "1 sentence leans" if len(statements) == 1 else f"{len(statements)} sentences lean"
    summary = f"<summary>{words} on it</summary>"
    return f'\n<details class="mentions-folded">{summary}<ul>{items}</ul></details>'


def _remarks(source: Source, locators: Sequence[str]) -> Iterator[str]:
    pages = source.pages.replace("–", "-")
    # Most notes give the pages themselves.
    if pages and not any(f" {pages}" in locator.replace("–", "-") for locator in locators):
        yield f"{'Page' if pages.isdecimal() else 'Pages'} {source.pages}."
    if source.language:
        yield f"Language: {source.language}."
    if source.several:
        yield "One citation for several of them."
    if not source.public:
        yield "Not public: a reader cannot check it."
    if source.corrected:
        yield f"The date may rather be {parse(source.corrected).words}: {source.corrected_basis}"
    if source.note:
        yield source.note
