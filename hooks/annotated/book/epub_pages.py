"""Pages of the electronic book by their file: what stands before the chapters, they, and lists."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from annotated.book import lists, opening
from annotated.book.epub_chapters import EpubChapters
from annotated.book.printed_sheets import KEY, printed
from annotated.book.xhtml_text import leading, of_markdown, plain
from annotated.content.guide import Guide
from annotated.content.release import Release
from annotated.maps.atlas import Atlas


@dataclass(frozen=True)
class Page:
    """A page of a book. `part` is a term of the EPUB structural vocabulary, `role` one of ARIA."""

    name: str
    title: str
    body: str
    part: str = ""
    role: str = ""

    @property
    def section(self) -> str:
        """Return the body as a part of the book, whose kind programs know."""
        role = f' role="{self.role}" aria-label="{escape(self.title)}"' if self.role else ""
        return f'<section epub:type="{self.part}"{role}>{self.body}</section>'


@dataclass(frozen=True)
class EpubPages:
    """Writes the pages of a guide."""

    guide: Guide
    release: Release
    atlas: Atlas
    chapters: EpubChapters

    def pages(self) -> Iterator[Page]:
        """Yield the pages in the order of reading."""
        yield Page("title", self.release.title, self._title(), "titlepage")
        yield Page("imprint", "Imprint", self._imprint(), "imprint")
        yield Page("maps", "Maps", self._maps(), "preface")
        yield Page("reading", "How to read this book", self._reading(), "preface")
        for number, chapter in enumerate(self.guide.chapters, start=1):
            body = self.chapters.body(chapter)
            yield Page(f"chapter-{number}", chapter.title, body, "chapter", "doc-chapter")
        for heading, entries in lists.lists(self.guide).items():
            part = "glossary" if heading == "Glossary" else "appendix"
            yield Page(
                heading.lower(), heading, self._listed(heading, entries), part, f"doc-{part}"
            )
        yield Page("index", "Index of names", self._index(), "index", "doc-index")

    def _title(self) -> str:
        names = ", ".join(author.name for author in self.release.authors)
        told = (opening.about(self.guide), names)
        return f"<h1>{plain(self.release.title)}</h1>{_paragraphs(told)}"

    def _imprint(self) -> str:
        state = (*opening.state(self.release), f"{opening.ARABIC}.")
        return f"<h1>Imprint</h1>{_paragraphs([line for line in state if line])}"

    def _maps(self) -> str:
        key = "; ".join(f"{mark} {words}" for mark, words in KEY)
        return "<h1>Maps</h1>" + "".join(
            f"<figure>{sheet.drawing}<figcaption><strong>{plain(sheet.title)}.</strong> "
            f"{plain(key)}. <small>{plain(sheet.credit)}.</small></figcaption></figure>"
            f"<p>{plain(sheet.words)}</p>"
            for sheet in printed(self.atlas)
        )

    def _reading(self) -> str:
        key = "".join(
            f'<dt class="by">{letter}</dt><dd>{plain(label)}</dd>'
            for letter, label in opening.speakers(self.guide).items()
        )
        return (
            f"<h1>How to read this book</h1><p>{opening.LETTERS}</p><dl>{key}</dl>"
            f"{_paragraphs((opening.NUMBERS, opening.NOTES, opening.REMARKS))}"
        )

    def _listed(self, heading: str, entries: Sequence[lists.Entry]) -> str:
        told = "".join(
            f"<dt>{' '.join(filter(None, (plain(entry.name), plain(entry.arabic))))}</dt>"
            f"<dd>{of_markdown(entry.told, self.chapters.pages)}</dd>"
            for entry in entries
        )
        return f"<h1>{heading}</h1><dl>{told}</dl>"

    def _index(self) -> str:
        """Return the names, each with the paragraphs that have it."""
        naming, rows = lists.paragraphs_naming(self.guide), list[str]()
        for entity in lists.indexed(self.guide):
            if numbers := naming.get(entity.id):
                places = leading(", ".join(f"¶{at}" for at in numbers), self.chapters.pages)
                rows.append(f"<li>{plain(entity.name)} {places}</li>")
        return f"<h1>Index of names</h1><ul>{''.join(rows)}</ul>"


def _paragraphs(lines: Sequence[str]) -> str:
    return "".join(f"<p>{plain(line)}</p>" for line in lines)
