"""EPUB of the book, for readers of electronic books (EPUB 3.3, EPUB Accessibility 1.1).

A note opens where its mark stands, in programs that know notes; the list of pages leads to each
paragraph. The file is the same each time for one state of the guide.
"""

import re
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from annotated.book.typst_text import CITED, EMPHASIS, LINK
from annotated.content.chapters import Chapter
from annotated.content.guide import Guide
from annotated.content.release import Release
from annotated.content.statements import Statement
from annotated.evidence.references import reference_html
from annotated.evidence.statement_evidence import Evidence
from annotated.model.entities import Event, Group, Person, Term
from annotated.model.participation import time_key
from annotated.model.remarks import CERTAINTIES, Remark
from annotated.model.vocabulary import SPEAKER_LETTERS

MIMETYPE = "application/epub+zip"
CONTAINER = """<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/package.opf"
media-type="application/oebps-package+xml"/></rootfiles></container>
"""
STYLE = """.by { font: 0.7em monospace; } .number { font-size: 0.8em; }
aside { font-size: 0.85em; } .remark { border-left: 1px solid; padding-left: 0.8em; }
h1 { font-weight: normal; } sup { line-height: 0; } dt { font-weight: bold; }
"""
PAGE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"
lang="en" xml:lang="en"><head><title>{title}</title>
<link rel="stylesheet" href="style.css"/></head>
<body>{body}</body></html>
"""
ACCESS = (
    ("accessMode", "textual"), ("accessModeSufficient", "textual"),
    ("accessibilityFeature", "tableOfContents"), ("accessibilityFeature", "readingOrder"),
    ("accessibilityFeature", "structuralNavigation"), ("accessibilityFeature", "pageNavigation"),
    ("accessibilityHazard", "none"),
)  # fmt: skip


@dataclass(frozen=True)
class Epub:
    """Writes the book of a guide."""

    guide: Guide
    evidence: Evidence
    release: Release

    def packed(self) -> bytes:
        """Return the file."""
        target = BytesIO()
        with ZipFile(target, "w") as archive:
            for path, text in self._files().items():
                entry = ZipInfo(path)
                # A reader knows the format by the first file, which must not be compressed.
                entry.compress_type = ZIP_STORED if path == "mimetype" else ZIP_DEFLATED
                archive.writestr(entry, text)
        return target.getvalue()

    def _files(self) -> dict[str, str]:
        pages = dict(self._pages())
        return {
            "mimetype": MIMETYPE,
            "META-INF/container.xml": CONTAINER,
            "book/package.opf": self._package(pages),
            "book/style.css": STYLE,
            "book/nav.xhtml": self._navigation(pages),
        } | {
            f"book/{name}.xhtml": PAGE.format(title=escape(title), body=body)
            for name, (title, body) in pages.items()
        }

    def _pages(self) -> Iterator[tuple[str, tuple[str, str]]]:
        """Yield the name, title and body of each page."""
        yield "title", (self.release.title, self._title_page())
        for number, chapter in enumerate(self.guide.chapters, start=1):
            yield f"chapter-{number}", (chapter.title, self._chapter(chapter))
        events = sorted(self.guide.catalogue.of_type(Event), key=time_key)
        rows = [
            (event.date.words if event.date else "undated", f"{event.name}. {event.summary}")
            for event in events
        ]
        yield "timeline", ("Timeline", _listed("Timeline", rows))
        for heading, cls in (("Glossary", Term), ("People", Person), ("Groups", Group)):
            found = self.guide.catalogue.of_type(cls)
            named = sorted(((entity.name, entity.summary) for entity in found), key=_folded)
            yield heading.lower(), (heading, _listed(heading, named))

    def _title_page(self) -> str:
        release, article = self.release, self.guide.article
        of_article = f"A retelling of {article.citation}. " if article else ""
        labels = self.guide.speaker_labels.items()
        letters = "; ".join(
            f"{SPEAKER_LETTERS[who]} {label}" for who, label in labels if who in SPEAKER_LETTERS
        )
        key = f"A letter stands before the words of each who speaks, until another does: {letters}."
        state = (release.version, release.day, release.licence, release.address)
        told = (
            f"{of_article}It is in other words throughout: the text of the article is not here.",
            f"{key} The numbers of notes are those that the article prints.",
            ", ".join(filter(None, (*(author.name for author in release.authors), *state))),
        )
        lines = "".join(f"<p>{escape(words)}</p>" for words in told)
        return f"<h1>{escape(release.title)}</h1>{lines}"

    def _chapter(self, chapter: Chapter) -> str:
        parts, notes = [f"<h1>{escape(chapter.title)}</h1>"], dict[str, str]()
        for paragraph in chapter.paragraphs:
            number = str(paragraph.number)
            here = self.guide.statements_in.get(number, [])
            mark = (
                f'<span class="number" epub:type="pagebreak" role="doc-pagebreak" id="p{number}" '
                f'aria-label="¶{number}">¶{number}</span> '
            )
            parts.append(f"<p>{mark}{self._statements(here)}</p>")
            parts += map(_remark, self.guide.heavy_remarks_on("paragraph", number))
            notes |= {note: self._note(note) for statement in here for note in statement.notes}
        return "\n".join([*parts, *notes.values()])

    def _statements(self, statements: Sequence[Statement]) -> str:
        written, speaker = [], ""
        for statement in statements:
            letter = self.evidence.letter(statement) if statement.speaker != speaker else ""
            speaker = statement.speaker
            notes = "".join(
                f'<sup><a epub:type="noteref" role="doc-noteref" href="#n{note}">{note}</a></sup> '
                for note in statement.notes
            ).rstrip()
            by = f'<span class="by">{letter}</span> ' if letter else ""
            written.append(f"{by}{escape(statement.text, quote=False)}{notes}")
        return " ".join(written)

    def _note(self, number: str) -> str:
        note = self.guide.endnotes.notes.get(number)
        own = [statement.text for statement in self.guide.statements_in.get(number, ())]
        cites = note.cites if note else ()
        cited = "; ".join(
            reference_html(self.guide.sources[cite.text])
            + (f", {escape(cite.remark)}" if cite.remark else "")
            for cite in cites
            if cite.text in self.guide.sources
        )
        told = "" if number.isdigit() else f"{escape(' '.join(own), quote=False)} "
        return (
            f'<aside epub:type="footnote" role="doc-footnote" id="n{number}">'
            f"<p>{number}. {told}{cited}.</p></aside>"
        )

    def _package(self, pages: Mapping[str, object]) -> str:
        release = self.release
        named = uuid.uuid5(uuid.NAMESPACE_URL, release.address or release.title)
        authors = "".join(
            f"<dc:creator>{escape(author.name)}</dc:creator>" for author in release.authors
        )
        access = "".join(f'<meta property="schema:{key}">{of}</meta>' for key, of in ACCESS)
        items = "".join(
            f'<item id="{name}" href="{name}.xhtml" media-type="application/xhtml+xml"/>'
            for name in pages
        )
        spine = "".join(f'<itemref idref="{name}"/>' for name in pages)
        day = release.day or "1970-01-01"
        return (
            '<?xml version="1.0" encoding="utf-8"?>\n<package version="3.0" '
            'xmlns="http://www.idpf.org/2007/opf" unique-identifier="id" xml:lang="en">\n'
            '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f'<dc:identifier id="id">urn:uuid:{named}</dc:identifier>'
            f"<dc:title>{escape(release.title)}</dc:title><dc:language>en</dc:language>{authors}"
            f"<dc:rights>{escape(release.licence)}</dc:rights>"
            f'<meta property="dcterms:modified">{day}T00:00:00Z</meta>{access}</metadata>\n'
            '<manifest><item id="nav" href="nav.xhtml" properties="nav" '
            'media-type="application/xhtml+xml"/>'
            f'<item id="style" href="style.css" media-type="text/css"/>{items}</manifest>\n'
            f"<spine>{spine}</spine></package>\n"
        )

    def _navigation(self, pages: Mapping[str, tuple[str, str]]) -> str:
        contents = "".join(
            f'<li><a href="{name}.xhtml">{escape(title)}</a></li>'
            for name, (title, _) in pages.items()
        )
        places = "".join(
            f'<li><a href="{name}.xhtml#p{number}">¶{number}</a></li>'
            for name, (_, body) in pages.items()
            for number in re.findall(r'role="doc-pagebreak" id="p(\d+)"', body)
        )
        body = (
            f'<nav epub:type="toc" role="doc-toc"><h1>Contents</h1><ol>{contents}</ol></nav>'
            f'<nav epub:type="page-list" hidden="hidden"><h1>Paragraphs</h1><ol>{places}</ol></nav>'
        )
        return PAGE.format(title="Contents", body=body)


def _listed(heading: str, rows: Sequence[tuple[str, str]]) -> str:
    entries = "".join(
        f"<dt>{escape(name)}</dt><dd>{escape(told, quote=False)}</dd>" for name, told in rows
    )
    return f"<h1>{heading}</h1><dl>{entries}</dl>"


def _folded(row: tuple[str, str]) -> str:
    return row[0].casefold()


def _remark(remark: Remark) -> str:
    words = CITED.sub("", LINK.sub(r"\1", LINK.sub(r"\1", " ".join(remark.body.split()))))
    told = EMPHASIS.sub(r"<em>\1</em>", escape(words, quote=False))
    subject = escape(remark.subject, quote=False)
    return (
        f'<aside class="remark"><p><strong>{subject}</strong>. {told} '
        f"<em>({CERTAINTIES[remark.certainty]})</em></p></aside>"
    )
