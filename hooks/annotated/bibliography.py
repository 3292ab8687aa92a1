"""The page of sources, as Markdown: each with its kind, its notes and what does not fit."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from html import escape

from annotated.dates import parse
from annotated.endnotes import Endnote, Endnotes
from annotated.folding import fold
from annotated.references import markup
from annotated.sources import Source

HEADINGS = {
    "press": "Press",
    "wire": "News agencies",
    "think-tank": "Think tanks",
    "academic": "Journals",
    "opinion": "Analysis and opinion",
    "interview": "Interviews by the author",
    "official": "Officials",
    "group": "The group’s own publications",
}


def page(sources: Sequence[Source], endnotes: Endnotes) -> str:
    """Return all sources by kind and author, each with the notes and paragraphs that cite it.

    The entries are HTML, which Markdown leaves as it is: there may be thousands.
    """
    citing: dict[str, list[Endnote]] = defaultdict(list)
    for note in endnotes.notes.values():
        for cite in note.cites:
            citing[cite.text].append(note)
    lines: list[str] = []
    for kind, heading in HEADINGS.items():
        chosen = sorted((source for source in sources if source.kind == kind), key=_order)
        if chosen:
            entries = "\n".join(_entry(source, citing[source.key]) for source in chosen)
            lines += [f"\n## {heading} ({len(chosen)})\n", f"<div>\n{entries}\n</div>"]
    return "\n".join(lines)


def _order(source: Source) -> tuple[str, str]:
    last = source.authors[0].rpartition(" ")[2] if source.authors else ""
    return (fold(last or source.title), fold(source.title))


def _entry(source: Source, citing: Sequence[Endnote]) -> str:
    where = "; ".join(f"note {note.note}, ¶{note.paragraph}" for note in citing)
    said = " ".join(escape(remark, quote=False) for remark in _remarks(source))
    return (
        f'<p id="{source.key}" class="source">{markup(source)}. '
        f'<span class="cited-in">Cited in {where}.</span> {said}</p>'
    )


def _remarks(source: Source) -> Iterator[str]:
    if source.language:
        yield f"Language: {source.language}."
    if not source.public:
        yield "Not public: a reader cannot check it."
    if source.corrected:
        yield f"The date may rather be {parse(source.corrected).words}: {source.corrected_basis}"
    if source.note:
        yield source.note
