"""Cards made of the questions, for programs that bring them back at growing distances.

Each shows in which paragraphs its answer stands, and who speaks there. The id of a card lasts: it
is made of the title of the article and the id of the question, and not of any words of it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from html import escape

from annotated.content.guide import Guide
from annotated.content.questions import KINDS, Question
from annotated.content.statements import Statement
from annotated.evidence.statement_evidence import Evidence

PACKAGE, TABLE = "study/deck.apkg", "study/deck.tsv"
# What is read to make them: a change of any of it changes cards.
MADE_OF = ("docs/study/questions.yml", "docs/chapters", "docs/claims", "bibliography")
SEVERAL = re.compile(r"(?:\d+|several) sources|interviews")
ARTICLES = re.compile(r"\b(?:the|an?) |’s?\b")
NO_LETTER = re.compile(r"[^a-z]+")
QUOTE = '"'


@dataclass(frozen=True)
class Card:
    """A card: its lasting id, its deck (`Title::2 Chapter`), its sides as HTML, its tags."""

    id: str
    chapter: int
    deck: str
    front: str
    back: str
    tags: tuple[str, ...]


def cards(guide: Guide, evidence: Evidence) -> list[Card]:
    """Return a card for each question, in their order."""
    return list(_Cards(guide, evidence).all())


def deck_title(guide: Guide) -> str:
    """Return the name of the deck that holds those of the chapters."""
    title = guide.article.title if guide.article else "Guide"
    return title.partition(":")[0]


def table(all_cards: Iterable[Card]) -> str:
    """Return the cards as a table that programs for such cards import, Anki among them.

    Its first lines say what the columns are: https://docs.ankiweb.net/importing/text-files.html
    """
    head = "#separator:tab\n#html:true\n#columns:id\tdeck\tFront\tBack\ttags\n"
    head += "#guid column:1\n#deck column:2\n#tags column:5\n"
    rows = ((card.id, card.deck, card.front, card.back, " ".join(card.tags)) for card in all_cards)
    return head + "".join("\t".join(map(_field, row)) + "\n" for row in rows)


@dataclass(frozen=True)
class _Cards:
    guide: Guide
    evidence: Evidence

    def all(self) -> Iterator[Card]:
        known = {statement.id: statement for statement in self.guide.statements}
        for question in self.guide.study.questions.questions.values():
            # A question on a chapter that the guide does not have is told as a problem.
            if 0 < question.chapter <= len(self.guide.chapters):
                yield self._card(question, [known[id_] for id_ in question.at if id_ in known])

    def _card(self, question: Question, said: list[Statement]) -> Card:
        number = question.chapter
        chapter = self.guide.chapters[number - 1].title
        return Card(
            id=self._id(question),
            chapter=number,
            deck=f"{deck_title(self.guide)}::{number} {chapter}",
            front=f"<p>{escape(question.ask, quote=False)}</p>"
            f"<p><small>{escape(chapter, quote=False)} · {KINDS[question.kind]}</small></p>",
            back=f"<p>{escape(question.answer, quote=False)}</p>"
            f"<p><i>{escape(question.why, quote=False)}</i></p>"
            f"<p><small>{'<br>'.join(self._places(said))}</small></p>",
            tags=self._tags(question, said),
        )

    def _id(self, question: Question) -> str:
        title = self.guide.article.title if self.guide.article else ""
        return sha256(f"{title}\n{question.id}".encode()).hexdigest()[:16]

    def _places(self, said: Iterable[Statement]) -> Iterator[str]:
        """Yield a line for each speaker in each paragraph: “¶4, said by officials, on no note”."""
        lines: dict[tuple[str, str], list[str]] = {}
        for statement in said:
            rests = lines.setdefault((statement.label, self.evidence.label(statement)), [])
            rests.append(self.evidence.rests_on(statement))
        for (label, speaker), rests in lines.items():
            yield escape(f"{label}, {speaker}; rests on: {', '.join(dict.fromkeys(rests))}")

    def _tags(self, question: Question, said: Iterable[Statement]) -> tuple[str, ...]:
        speakers = [f"speaker-{statement.speaker}" for statement in said]
        supports = [f"support-{_slug(self.evidence.rests_on(statement))}" for statement in said]
        tags = [f"chapter-{question.chapter}", f"kind-{question.kind}", *speakers, *supports]
        return tuple(dict.fromkeys(tags))


def _slug(rests: str) -> str:
    """Return what a statement rests on as a tag: `no-note`, `several-sources`, `group-word`."""
    kind = "several " + rests.rsplit(maxsplit=1)[-1] if SEVERAL.fullmatch(rests) else rests
    return NO_LETTER.sub("-", ARTICLES.sub("", kind).lower()).strip("-")


def _field(text: str) -> str:
    """Return a field of the table: on one line, in quotation marks where it holds one."""
    line = " ".join(text.split())
    return f'"{line.replace(QUOTE, QUOTE * 2)}"' if QUOTE in line else line
