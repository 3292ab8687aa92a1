"""Forms of the book of a guide, as of one day."""

from annotated.book.epub import Epub
from annotated.book.typst_source import BookSource
from annotated.content import release
from annotated.content.release import Release
from annotated.site.guide_index import GuideIndex
from conftest import ROOT

COVER = b"\x89PNG"


def about() -> Release:
    """Return the release of the guide, as of the second day of 1970."""
    return release.read(ROOT, environment={release.SECONDS: "86400"})


def typst_book(index: GuideIndex) -> BookSource:
    """Return the book for paper, before it is set."""
    return BookSource(index.guide, index.evidence, about(), index.atlas)


def epub(index: GuideIndex) -> bytes:
    """Return the electronic book; its cover is none that could be shown."""
    return Epub(index.guide, index.evidence, about(), index.atlas, COVER).packed()
