"""Voices behind an item of the study: who says its statements, where, and on what they rest."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape

from annotated.content.guide import Guide
from annotated.content.statements import Statement
from annotated.evidence.statement_evidence import Evidence
from annotated.model.remarks import Remark

DOCS = "docs/"
AUDIT = "sources/audit.md"


@dataclass(frozen=True)
class Voices:
    """The statements of a guide with their evidence.

    `page_url` returns the URL of a page by its path below `docs/`, with its fragment.
    """

    guide: Guide
    evidence: Evidence
    page_url: Callable[[str], str]

    @cached_property
    def statements(self) -> Mapping[str, Statement]:
        """Return all statements by id."""
        return {statement.id: statement for statement in self.guide.statements}

    def of(self, ids: Sequence[str]) -> list[Statement]:
        """Return the statements of these ids that exist."""
        return [self.statements[id_] for id_ in ids if id_ in self.statements]

    def listed(self, ids: Sequence[str], *, on_paper: bool = False) -> str:
        """Return a list of links to the statements, one for each speaker in each paragraph.

        On paper no pointer rests on a link, so that no link has the words of its statement.
        """
        groups: dict[tuple[str, str], list[Statement]] = {}
        for said in self.of(ids):
            groups.setdefault((said.label, said.speaker), []).append(said)
        items = "".join(self._item(said, on_paper=on_paper) for said in groups.values())
        return f'<ul class="voices" data-search-exclude>{items}</ul>'

    def remarks(self, ids: Sequence[str]) -> list[Remark]:
        """Return the remarks that hang on words of these statements, but for those of print."""
        return [
            remark
            for remark in self.guide.remarks
            if remark.weight != "print" and any(hangs(remark, said) for said in self.of(ids))
        ]

    def remark_links(self, remarks: Iterable[Remark]) -> str:
        """Return links to remarks, or ""."""
        links = "; ".join(
            f'<a href="{self.page_url(f"{AUDIT}#remark-{remark.id}")}">{escape(remark.subject)}</a>'
            for remark in remarks
        )
        return f'<p class="on-this">Remarks: {links}</p>' if links else ""

    def _item(self, said: Sequence[Statement], *, on_paper: bool) -> str:
        first, evidence = said[0], self.evidence
        rests = ", ".join(dict.fromkeys(evidence.rests_on(each) for each in said))
        words = " ".join(each.text for each in said)
        title = "" if on_paper else f' title="{escape(words)}"'
        return (
            f'<li class="voice {first.speaker}"><a href="{self.url(first)}"'
            f'{title}><b aria-hidden="true">{evidence.letter(first)}</b>'
            f'<span class="visually-hidden">{evidence.label(first)}, </span>{first.label}</a>'
            f'<span class="rests-on"><span class="visually-hidden">, rests on: </span>'
            f"{escape(rests)}</span></li>"
        )

    def url(self, statement: Statement) -> str:
        """Return the URL of a statement."""
        return self.page_url(f"{statement.chapter.removeprefix(DOCS)}#{statement.id}")


def hangs(remark: Remark, said: Statement) -> bool:
    """Return whether a remark is on words of a statement."""
    return any(
        str(anchor.paragraph) == said.paragraph and anchor.words in said.text
        for anchor in remark.at
        if anchor.words
    )
