"""Blocks of remarks as Markdown, for `markdown_ext.remark_blocks`: beside paragraphs, in notes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from annotated.content.chapter_blocks import NUMBER, OWN_NOTE
from annotated.content.guide import Guide
from annotated.core import fenced_code
from annotated.core.markdown_text import escaped
from annotated.model.anchors import paragraph_anchor
from annotated.model.remarks import CERTAINTIES, WEIGHTS, Remark

INDENT = " " * 4


@dataclass(frozen=True)
class RemarkBlocks:
    """Writes blocks; where the project has an audit, each remark links to its entry there."""

    guide: Guide
    has_audit: bool

    def beside(self, number: str) -> list[Remark]:
        """Return the remarks that stand beside a paragraph, the gravest first."""
        return self.guide.heavy_remarks_on("paragraph", number)

    def in_chapter(self, markdown: str) -> str:
        """Return the Markdown of a chapter with its remarks below each paragraph and own note."""
        lines = markdown.split("\n")
        outside = fenced_code.without(markdown).split("\n")
        out: list[str] = []
        own_note = ""
        for line, seen in zip(lines, outside, strict=True):
            if own_note and seen.strip() and not seen.startswith(INDENT):
                self._close(own_note, out)
                own_note = ""
            if defined := OWN_NOTE.match(seen):
                own_note = defined[1]
            out.append(line)
            if closing := NUMBER.fullmatch(seen):
                number = closing[1]
                blocks = [*self._blocks(self.beside(number), paragraph_anchor(number))]
                out += [*blocks, ""] if blocks else []
        if own_note:
            self._close(own_note, out)
        return "\n".join(out)

    def _close(self, own_note: str, out: list[str]) -> None:
        """Put the remarks on a note behind its last line."""
        while not out[-1].strip():
            out.pop()
        out[-1] += self.in_note(own_note)
        out.append("")

    def on(self, kind: str, name: str) -> str:
        """Return the remarks on a note, a source or an entry, or ""."""
        place = "note" if kind == "note" else "entry"
        return "\n".join(self._blocks(self.guide.remarks_on.get((kind, name), ()), place))

    def in_note(self, label: str) -> str:
        """Return the remarks on a note, indented as what belongs to it."""
        blocks = self.on("note", label)
        return "".join(f"\n{INDENT}{line}" if line else "\n" for line in blocks.split("\n"))

    def _blocks(self, remarks: Iterable[Remark], place: str) -> Iterator[str]:
        for remark in remarks:
            classes = f"{remark.certainty} {remark.weight} {place} {remark.id}"
            yield ""
            yield f'!!! remark {classes} "{escaped(remark.subject)}"'
            for line in "\n\n".join(self._paragraphs(remark)).split("\n"):
                yield f"{INDENT}{line}" if line else ""

    def _paragraphs(self, remark: Remark) -> Iterator[str]:
        sure = CERTAINTIES[remark.certainty].capitalize()
        yield f"[{sure}; {WEIGHTS[remark.weight]}]{{ .sure }}"
        yield remark.body
        if remark.sources:
            yield f"Seen by the editors: {'; '.join(f'@{key}' for key in remark.sources)}."
        link = [f"[In the audit](../remarks/{remark.id}.md)"] if self.has_audit else []
        if where := [*_places(remark), *link]:
            yield f"{' · '.join(where)}\n{{ .remark-places }}"


def _places(remark: Remark) -> Iterator[str]:
    """Yield the paragraphs and notes that a remark is on, each once."""
    targets = dict.fromkeys(attachment.target for attachment in remark.at)
    for kind, name in targets:
        if kind == "paragraph":
            yield f"¶{name}"
        elif kind == "note":
            yield f"note {name}"
