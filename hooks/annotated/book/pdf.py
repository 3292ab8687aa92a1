"""PDF of the book for each size of paper, tagged for readers who listen (PDF/UA-1).

Typst writes it, which refuses what that standard does not allow. The book stands in the folder
`book/` of a built site, with its EPUB, and every page offers both.
"""

import re
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

from annotated.book.epub import Epub
from annotated.book.typst_source import PAPERS, BookSource
from annotated.content import guide, release, source_files
from annotated.core import file_writer
from annotated.evidence.statement_evidence import Evidence
from annotated.exports import service_worker
from annotated.exports.packages import slug
from annotated.exports.zip_download import FOOT

FOLDER = "book"
NAMES = {"a4": "PDF for A4", "letter": "PDF for US Letter", "epub": "EPUB"}


def compiled(source: str) -> bytes:
    """Return the PDF; raise typst.TypstError where the source cannot be set, or is not UA-1."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "book.typ"
        path.write_text(source, encoding="utf-8")
        return bytes(typst.compile(path, pdf_standards=["ua-1"], ignore_system_fonts=True))


def write(root: Path, site: Path) -> list[Path]:
    """Write the book of the guide in the folder `root` into its built `site`, and offer it there.

    Raises FileExistsError where that has been done already.
    """
    content, _ = guide.read(source_files.texts(root))
    about = release.read(root)
    book = BookSource(content, Evidence(content), about)
    file_writer.checked(site, FOLDER).mkdir()
    written = {
        paper: file_writer.write(
            site, f"{FOLDER}/{slug(about.title)}-{paper}.pdf", compiled(book.text(paper))
        )
        for paper in PAPERS
    }
    electronic = Epub(content, Evidence(content), about).packed()
    name = f"{FOLDER}/{slug(about.title)}.epub"
    written["epub"] = file_writer.write(site, name, electronic)
    for path, page in service_worker.files(site).items():
        if path.endswith(".html"):
            file_writer.write(site, path, offered(page.decode(), written))
    service_worker.write(site)
    return [*written.values()]


def offered(page: str, written: dict[str, Path]) -> str:
    """Return a whole page with links to the books at its foot."""
    links = ", ".join(
        f'<a href="\\g<2>/{FOLDER}/{escape(path.name)}" download>{NAMES[paper]}</a>'
        for paper, path in written.items()
    )
    return re.sub(FOOT, rf"\g<1><p>The guide as a book: {links}</p>", page)
