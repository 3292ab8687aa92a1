"""The page of sources, as Markdown: each with its kind, its notes and what does not fit."""

import re
from collections.abc import Iterator, Sequence

from annotated.dates import parse
from annotated.endnotes import Endnotes
from annotated.folding import fold
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
    """Return all sources by kind and author, each with the notes and paragraphs that cite it."""
    lines: list[str] = []
    for kind, heading in HEADINGS.items():
        chosen = sorted((s for s in sources if s.kind == kind), key=_order)
        if chosen:
            lines += [f"\n## {heading} ({len(chosen)})\n"]
            lines += [_entry(source, endnotes) for source in chosen]
    return "\n".join(lines)


def _order(source: Source) -> tuple[str, str]:
    last = source.authors[0].rpartition(" ")[2] if source.authors else ""
    return (fold(last or source.title), fold(source.title))


def _entry(source: Source, endnotes: Endnotes) -> str:
    citing = [n for n in endnotes.notes.values() if source.key in {c.text for c in n.cites}]
    where = "; ".join(f"note {note.note}, ¶{note.paragraph}" for note in citing)
    parts = [f"@{source.key}.", f"[Cited in {where}.]{{ .cited-in }}", *_remarks(source)]
    return f"### {_plain(source.title)} {{ #{source.key} .source }}\n\n" + "\n".join(parts) + "\n"


def _plain(text: str) -> str:
    return re.sub(r"([*_\[\]])", r"\\\1", text)


def _remarks(source: Source) -> Iterator[str]:
    if source.language:
        yield f"Language: {source.language}."
    if not source.public:
        yield "Not public: a reader cannot check it."
    if source.corrected:
        yield f"The date may rather be {parse(source.corrected).words}: {source.corrected_basis}"
    if source.note:
        yield source.note
