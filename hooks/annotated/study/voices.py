"""Voices behind an item of the study: who says its statements, where, and on what they rest."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape

from annotated.content.guide import Guide
from annotated.content.statements import Statement
from annotated.evidence.claim_marks import Evidence
from annotated.model.vocabulary import SPEAKER_LETTERS

DOCS = "docs/"


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

    def listed(self, ids: Sequence[str]) -> str:
        """Return a list of links to the statements, one for each speaker in each paragraph."""
        groups: dict[tuple[str, str], list[Statement]] = {}
        for said in self.of(ids):
            groups.setdefault((said.label, said.speaker), []).append(said)
        items = "".join(map(self._item, groups.values()))
        return f'<ul class="voices" data-search-exclude>{items}</ul>'

    def _item(self, said: Sequence[Statement]) -> str:
        first, labels = said[0], self.guide.speaker_labels
        rests = ", ".join(dict.fromkeys(self.evidence.rests_on(each) for each in said))
        words = " ".join(each.text for each in said)
        return (
            f'<li class="voice {first.speaker}"><a href="{self.url(first)}" '
            f'title="{escape(words)}"><b aria-hidden="true">{SPEAKER_LETTERS[first.speaker]}</b>'
            f'<span class="visually-hidden">{labels[first.speaker]}, </span>{first.label}</a>'
            f'<span class="rests-on"><span class="visually-hidden">, rests on: </span>'
            f"{escape(rests)}</span></li>"
        )

    def url(self, statement: Statement) -> str:
        """Return the URL of a statement."""
        return self.page_url(f"{statement.chapter.removeprefix(DOCS)}#{statement.id}")
