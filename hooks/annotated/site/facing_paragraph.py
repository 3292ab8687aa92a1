"""An original paragraph as HTML: its note marks, its names linked as its retelling links them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from html import escape
from itertools import groupby

from annotated.content.chapters import Paragraph
from annotated.content.statements import ENTITY, LINK, Statement, plain
from annotated.core.placeholders import EMPHASIS, EMPHASIS_END
from annotated.linking.entity_links import EntityLinks
from annotated.linking.linker import LinkContext, link
from annotated.linking.matcher import Match, Matcher, Spelling
from annotated.model.anchors import paragraph_anchor
from annotated.model.vocabulary import SPEAKER_LETTERS
from annotated.own_copy.copy_model import Copy
from annotated.own_copy.copy_text import NOTE_MARK

BACK = "ofnref:"


class _Local(Matcher):
    """A matcher for one paragraph, in which some spellings mean another entity, or none.

    `meant` maps a spelling to the id of what it means here, or to "" where that is not sure.
    """

    def __init__(self, known: Matcher, meant: Mapping[str, str]) -> None:
        self._known, self._meant = known, meant

    def find(self, text: str) -> Iterator[Match]:
        for found in self._known.find(text):
            id_ = self._meant.get(found.spelling.text, found.spelling.id)
            yield replace(found, spelling=Spelling(found.spelling.text, id_))


@dataclass(frozen=True)
class Faces:
    """What the originals of a chapter are made from.

    `parts` are the sentences of its retelling, `said` the words for each kind of speaker.
    """

    copy: Copy
    paragraphs: Mapping[int, Paragraph]
    parts: Sequence[Statement]
    names: LinkContext
    said: Mapping[str, str]

    def original(self, number: int) -> str:
        """Return the original of a paragraph: its text, and what the guide adds to it."""
        text = html(self.copy.paragraphs[number])
        # The text is one span: what marks the sentences of the guide goes by children of <p>.
        linked = link(f'<p id="p{number}"><span>{text}</span></p>', self._names(number))
        link_to = (
            f'<p class="original-text"><span class="margin"><a class="paragraph-number" '
            f'href="#p{number}" title="Permanent link to ¶{number}">¶{number}</a></span>'
        )
        body = linked.html.replace(f'<p id="p{number}">', link_to, 1)
        told = self._told(number, {mention.id for mention in linked.mentions})
        added = self._voices(number) + told
        return f'<div class="original">{body}{added}</div>'

    def heading(self, number: int) -> str:
        """Return the heading that the copy has above a paragraph, if any."""
        words = self.copy.headings.get(number, "")
        return f'<p class="original-heading">{html(words)}</p>' if words else ""

    def note(self, label: str) -> str:
        """Return the words of a note in the copy, with a way back to its mark there."""
        # A note that only cites says the same in the guide; one of words is retold there.
        kind = "original-note cites" if label.isdigit() else "original-note"
        back = f"Back to note {label} in your copy"
        return (
            f'<p class="{kind}" data-unlinked>{html(self.copy.notes[label])} '
            f'<a class="footnote-backref" href="#{BACK}{label}" title="{back}" '
            f'aria-label="{back}">↑</a></p>'
        )

    @cached_property
    def _voices_of(self) -> dict[str, list[str]]:
        return {
            anchor: [speaker for speaker, _ in groupby(part.speaker for part in parts)]
            for anchor, parts in groupby(self.parts, lambda part: part.anchor)
        }

    def _voices(self, number: int) -> str:
        """Return who speaks in a paragraph, in the order of its retelling."""
        letters = " ".join(
            f'<span title="{self.said[speaker]}">'
            f'<span aria-hidden="true">{SPEAKER_LETTERS[speaker]}</span>'
            f'<span class="visually-hidden">{self.said[speaker]};</span></span>'
            for speaker in self._voices_of.get(f"p{number}", ())
            if speaker in SPEAKER_LETTERS
        )
        return f'<p class="voices">Who speaks, in order: {letters}</p>' if letters else ""

    def _told(self, number: int, found: set[str]) -> str:
        """Return links to what the retelling links and the words of the original do not name."""
        by_hand = dict.fromkeys(ENTITY.findall(self.paragraphs[number].markdown))
        entities = [self.names.entities[id_] for id_ in by_hand if id_ in self.names.entities]
        writer = EntityLinks(self.names.entities, self.names.href)
        anchor = paragraph_anchor(number)
        links = [
            writer.link(entity.id, anchor=anchor) for entity in entities if entity.id not in found
        ]
        return (
            f'<p class="told"><span>Also told here: {" · ".join(links)}</span></p>' if links else ""
        )

    def _names(self, number: int) -> LinkContext:
        meant = meanings(self.paragraphs[number].markdown)
        return replace(self.names, matcher=_Local(self.names.matcher, meant))


def meanings(markdown: str) -> dict[str, str]:
    """Return what the words linked by hand in a retold paragraph mean: words to id.

    Words that stand there in other places without a link may mean two things: these go to "".
    """
    linked = [(m[1], ENTITY.fullmatch(m[2])) for m in LINK.finditer(markdown)]
    by_hand = [(words, target[1]) for words, target in linked if target]
    text = plain(markdown)
    meant: dict[str, str] = {}
    for words, id_ in by_hand:
        times = [passage for passage, _ in by_hand].count(words)
        alone = times == len(re.findall(rf"(?<!\w){re.escape(words)}(?!\w)", text))
        sure = alone and meant.get(words, id_) == id_
        meant[words] = id_ if sure else ""
    return meant


def html(text: str) -> str:
    """Return a text with signs as HTML."""
    text = escape(text, quote=False)
    text = text.replace(EMPHASIS, "<em>").replace(EMPHASIS_END, "</em>")
    return NOTE_MARK.sub(
        rf'<sup id="{BACK}\1"><a class="footnote-ref" href="#fn:\1">\1</a></sup>', text
    )
