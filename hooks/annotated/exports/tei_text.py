"""TEI P5 of the guide: who says what, notes inline, and lists of all that is named.

Source: TEI P5, Guidelines for Electronic Text Encoding and Interchange, chapters 2, 3, 13 and 17.
Each statement is a `seg` whose `ana` points to its speaker, a category of the header: a speaker is
a kind of voice there, not a person. The text is that of the guide, not of the article.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from annotated.content.article import Article
from annotated.content.guide import Guide
from annotated.content.release import Release
from annotated.core.input_keys import Inputs
from annotated.exports.addresses import Addresses
from annotated.exports.kept_inputs import KeptInputs
from annotated.exports.packages import licence_address
from annotated.exports.spoken_chapters import retelling
from annotated.exports.tei_chapter import TeiChapter
from annotated.exports.tei_lists import EntityLists
from annotated.exports.tei_markup import NAMESPACE, element, text_of

# Stands for the chapters while what is around them is written; no text of the guide may hold it.
CHAPTERS = "\0"


@dataclass(frozen=True)
class TeiText:
    """Writes the file; `at` gives the addresses as it reaches them.

    `kept` are the inputs of its chapters, and of its lists.
    """

    guide: Guide
    release: Release
    at: Addresses
    kept: KeptInputs = field(default_factory=KeptInputs)

    def pieces(self) -> Iterator[str]:
        """Yield the file in pieces, a chapter each."""
        lists = self.kept.build_cache.run_on(self, _lists, self.kept.rest)
        text = element(
            "text", f"\n{element('body', CHAPTERS)}\n{element('back', lists)}\n", lang="en"
        )
        whole = element("TEI", f"\n{self._header()}\n{text}\n", xmlns=NAMESPACE)
        before, _, after = whole.partition(CHAPTERS)
        yield f'<?xml version="1.0" encoding="UTF-8"?>\n{before}'
        for number, chapter in enumerate(self._chapters()):
            yield ("\n" if number else "") + chapter
        yield f"{after}\n"

    def _chapters(self) -> Iterator[str]:
        """Yield the chapters; what one tells of notes and remarks, the next ones point to."""
        told: set[str] = set()
        for each in self.guide.chapters:
            chapter = TeiChapter(self.guide, each, self.at)
            before = told.intersection(chapter.tellable())
            run, known = self.kept.build_cache.run_on, self.kept.of(each.path)
            text, now = run(chapter, _chapter, known, before)
            told |= now
            yield text

    def _header(self) -> str:
        classes = element("classDecl", _speakers(self.guide.speaker_labels))
        described = element("fileDesc", self._described())
        return element("teiHeader", f"\n{described}\n{element('encodingDesc', classes)}\n")

    def _described(self) -> str:
        release, article = self.release, self.guide.article
        authors = "".join(element("author", text_of(author.name)) for author in release.authors)
        resp = element("resp", "retelling and remarks") + element("name", text_of(_names(release)))
        editors = element("respStmt", resp, id="editors")
        title = element("title", text_of(release.title or "A guide"))
        state = ", ".join(filter(None, (release.version, release.commit)))
        edition = element("editionStmt", element("edition", text_of(state))) if state else ""
        source = _article(article) if article else element("p", "None is named.")
        return (
            f"{element('titleStmt', f'{title}{authors}{editors}')}{edition}"
            f"{element('publicationStmt', self._published())}{element('sourceDesc', source)}"
        )

    def _published(self) -> str:
        release = self.release
        told = (release.licence or "No licence is named.", retelling(self.guide))
        licence = element(
            "licence",
            "".join(element("p", text_of(words)) for words in told),
            target=licence_address(release.licence),
        )
        date = element("date", text_of(release.day), when=release.day) if release.day else ""
        return (
            f"{element('authority', text_of(_names(release)))}{date}"
            f"{element('availability', licence)}"
        )


def _names(release: Release) -> str:
    return ", ".join(author.name for author in release.authors) or "the authors of the guide"


def _speakers(labels: dict[str, str]) -> str:
    categories = "".join(
        element("category", element("catDesc", text_of(label)), id=f"by-{speaker}")
        for speaker, label in labels.items()
    )
    return element("taxonomy", categories, id="speakers")


def _article(article: Article) -> str:
    """Return the article, of which the text is a retelling."""
    date = article.date.edtf if article.date else ""
    parts = (("volume", article.volume), ("issue", article.issue))
    scopes = "".join(element("biblScope", text_of(of), unit=unit) for unit, of in parts if of)
    content = (
        f"{element('author', text_of(article.author))} "
        f"{element('title', text_of(article.title), level='a')} "
        f"{element('title', text_of(article.container), level='j') if article.container else ''}"
        f"{scopes}{element('date', text_of(date)) if date else ''}"
        f"{element('ref', text_of(article.address), target=article.address)}"
    )
    return element("bibl", content, type="retold")


def _lists(file: TeiText, _rest: Inputs) -> str:
    return element("div", f"\n{EntityLists(file.guide, file.at).all()}\n", type="lists")


def _chapter(
    chapter: TeiChapter, _known: Inputs, told: AbstractSet[str]
) -> tuple[str, AbstractSet[str]]:
    """Return a chapter, and the notes and remarks that have been told when it ends."""
    now = {*told}
    return chapter.text(now), now
