"""Book in a built site: PDF for each size of paper and EPUB, in `book/`, offered on every page."""

import os
import re
from html import escape
from pathlib import Path

from annotated.book import pdf
from annotated.book.epub import Epub
from annotated.book.printed_sheets import printed
from annotated.book.typst_source import PAPERS, BookSource
from annotated.content import guide, release, source_files
from annotated.core import file_writer
from annotated.evidence.statement_evidence import Evidence
from annotated.exports import service_worker
from annotated.exports.packages import slug
from annotated.exports.zip_download import FOOT
from annotated.maps.atlas import Atlas

FOLDER = "book"
# The variable from which mkdocs.yml takes the address of the site.
ADDRESS = "SITE_URL"
ENDS = {"a4": "-a4.pdf", "letter": "-letter.pdf", "epub": ".epub"}
NAMES = {"a4": "PDF for A4", "letter": "PDF for US Letter", "epub": "EPUB"}


def write(root: Path, site: Path) -> list[Path]:
    """Write the book of the guide in the folder `root` into its built `site`, and offer it there.

    Raises FileExistsError where that has been done already.
    """
    file_writer.checked(site, FOLDER).mkdir()
    about = release.read(root, os.environ.get(ADDRESS, ""))
    name = f"{FOLDER}/{slug(about.title)}"
    written = {
        kind: file_writer.write(site, f"{name}{ENDS[kind]}", content)
        for kind, content in _made(root, about).items()
    }
    for path, page in service_worker.SiteFiles(site).items():
        if path.endswith(".html"):
            file_writer.write(site, path, offered(page.decode(), written))
    service_worker.write(site)
    return [*written.values()]


def _made(root: Path, about: release.Release) -> dict[str, bytes]:
    """Return each form of the book by its kind."""
    texts = source_files.texts(root)
    content, _ = guide.read(texts)
    atlas, evidence = Atlas(content, texts), Evidence(content)
    book, sheets = BookSource(content, evidence, about, atlas), printed(atlas)
    made = {paper: pdf.compiled(book.text(paper), sheets) for paper in PAPERS}
    cover = pdf.cover(content, about, sheets)
    return {**made, "epub": Epub(content, evidence, about, atlas, cover).packed()}


def offered(page: str, written: dict[str, Path]) -> str:
    """Return a whole page with links to the books at its foot."""
    links = ", ".join(
        f'<a href="\\g<2>/{FOLDER}/{escape(path.name)}" download>{NAMES[kind]}</a>'
        for kind, path in written.items()
    )
    return re.sub(FOOT, rf"\g<1><p>The guide as a book: {links}</p>", page)
