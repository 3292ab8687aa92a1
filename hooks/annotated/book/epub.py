"""EPUB of the book, for readers of electronic books (EPUB 3.3).

The file is the same each time for one state of the guide.
"""

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from annotated.book import printed_sheets
from annotated.book.epub_chapters import EpubChapters
from annotated.book.epub_pages import EpubPages, Page
from annotated.content.guide import Guide
from annotated.content.release import Release
from annotated.evidence.statement_evidence import Evidence
from annotated.maps.atlas import Atlas

MIMETYPE = "application/epub+zip"
CONTAINER = """<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/package.opf"
media-type="application/oebps-package+xml"/></rootfiles></container>
"""
STYLE = Path(__file__).with_name("epub.css")
FONT = Path(__file__).with_name("noto-naskh-arabic-400-normal.ttf")
PAGE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"
lang="en" xml:lang="en"><head><title>{title}</title>
<link rel="stylesheet" href="style.css"/></head>
<body>{body}</body></html>
"""
SUMMARY = (
    "All is text but two maps, each told in words below it. Notes open at their marks and lead "
    "back. The list of pages has the paragraphs of the article."
)
# What a reader who does not see, or does not point, can rely on (EPUB Accessibility 1.1).
ACCESS = (
    ("accessMode", "textual"), ("accessMode", "visual"), ("accessModeSufficient", "textual"),
    ("accessibilityFeature", "alternativeText"), ("accessibilityFeature", "ARIA"),
    ("accessibilityFeature", "displayTransformability"), ("accessibilityFeature", "index"),
    ("accessibilityFeature", "longDescription"),
    ("accessibilityFeature", "pageBreakMarkers"), ("accessibilityFeature", "pageNavigation"),
    ("accessibilityFeature", "readingOrder"), ("accessibilityFeature", "structuralNavigation"),
    ("accessibilityFeature", "tableOfContents"), ("accessibilityHazard", "none"),
    ("accessibilitySummary", SUMMARY),
)  # fmt: skip


@dataclass(frozen=True)
class Epub:
    """Writes the book of a guide; `cover` is a picture, as PNG."""

    guide: Guide
    evidence: Evidence
    release: Release
    atlas: Atlas
    cover: bytes

    def packed(self) -> bytes:
        """Return the file."""
        target = BytesIO()
        with ZipFile(target, "w") as archive:
            for path, content in self._files().items():
                entry = ZipInfo(path)
                # A reader knows the format by the first file, which must not be compressed.
                entry.compress_type = ZIP_STORED if path == "mimetype" else ZIP_DEFLATED
                archive.writestr(entry, content)
        return target.getvalue()

    @cached_property
    def _chapters(self) -> EpubChapters:
        return EpubChapters(self.guide, self.evidence)

    @cached_property
    def _pages(self) -> Sequence[Page]:
        return [*EpubPages(self.guide, self.release, self.atlas, self._chapters).pages()]

    def _files(self) -> dict[str, str | bytes]:
        styles = (printed_sheets.STYLE, STYLE)
        files: dict[str, str | bytes] = {
            "mimetype": MIMETYPE,
            "META-INF/container.xml": CONTAINER,
            "book/package.opf": self._package(),
            "book/style.css": "".join(path.read_text(encoding="utf-8") for path in styles),
            f"book/{FONT.name}": FONT.read_bytes(),
            "book/cover.png": self.cover,
            "book/nav.xhtml": self._navigation(),
        }
        for page in self._pages:
            title = escape(page.title)
            files[f"book/{page.name}.xhtml"] = PAGE.format(title=title, body=page.section)
        return files

    def _package(self) -> str:
        spine = "".join(f'<itemref idref="{page.name}"/>' for page in self._pages)
        return (
            '<?xml version="1.0" encoding="utf-8"?>\n<package version="3.0" '
            'xmlns="http://www.idpf.org/2007/opf" unique-identifier="id" xml:lang="en">\n'
            f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{"".join(self._told())}'
            f"</metadata>\n<manifest>{''.join(self._items())}</manifest>\n"
            f"<spine>{spine}</spine></package>\n"
        )

    def _told(self) -> Iterator[str]:
        """Yield what is told of the book."""
        release, article = self.release, self.guide.article
        named = uuid.uuid5(uuid.NAMESPACE_URL, release.address or release.title)
        yield f'<dc:identifier id="id">urn:uuid:{named}</dc:identifier>'
        yield f"<dc:title>{escape(release.title)}</dc:title><dc:language>en</dc:language>"
        for author in release.authors:
            yield f"<dc:creator>{escape(author.name)}</dc:creator>"
        yield f"<dc:description>{escape(release.about)}</dc:description>" if release.about else ""
        yield f"<dc:rights>{escape(release.licence)}</dc:rights>" if release.licence else ""
        day = release.day or "1970-01-01"
        yield f"<dc:date>{day}</dc:date>"
        yield f'<meta property="dcterms:modified">{day}T00:00:00Z</meta>'
        if article:
            yield f"<dc:source>{escape(article.address)}</dc:source>"
            yield f'<meta property="pageBreakSource">{escape(article.address)}</meta>'
        for key, words in ACCESS:
            yield f'<meta property="schema:{key}">{words}</meta>'

    def _items(self) -> Iterator[str]:
        """Yield the files of the book."""
        yield (
            '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
            '<item id="cover" href="cover.png" properties="cover-image" media-type="image/png"/>'
            '<item id="style" href="style.css" media-type="text/css"/>'
            f'<item id="arabic" href="{FONT.name}" media-type="font/ttf"/>'
        )
        for page in self._pages:
            drawn = ' properties="svg"' if "<svg" in page.body else ""
            yield (
                f'<item id="{page.name}" href="{page.name}.xhtml"{drawn} '
                'media-type="application/xhtml+xml"/>'
            )

    def _navigation(self) -> str:
        contents = "".join(
            f'<li><a href="{page.name}.xhtml">{escape(page.title)}</a></li>' for page in self._pages
        )
        places = "".join(
            f'<li><a href="{page}#p{number}">¶{number}</a></li>'
            for number, page in self._chapters.pages.items()
        )
        marks = "".join(
            f'<li><a epub:type="{kind}" href="{name}.xhtml">{words}</a></li>'
            for kind, name, words in (
                ("titlepage", "title", "Title page"),
                ("bodymatter", "chapter-1", "Text"),
                ("glossary", "glossary", "Glossary"),
                ("index", "index", "Index of names"),
            )
        )
        body = (
            f'<nav epub:type="toc" role="doc-toc"><h1>Contents</h1><ol>{contents}</ol></nav>'
            '<nav epub:type="page-list" role="doc-pagelist" hidden="hidden">'
            f"<h1>Paragraphs</h1><ol>{places}</ol></nav>"
            f'<nav epub:type="landmarks" hidden="hidden"><h1>Places</h1><ol>{marks}</ol></nav>'
        )
        return PAGE.format(title="Contents", body=body)
