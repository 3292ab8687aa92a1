"""Files for readers with a language model: a list at the root, and one beside each chapter."""

from collections.abc import Callable, Iterator
from functools import partial

from annotated.content.chapters import Chapter
from annotated.content.release import Release
from annotated.core.input_keys import Inputs
from annotated.exports import llms_list, packing
from annotated.exports.kept_inputs import KeptInputs
from annotated.exports.llms_list import Link
from annotated.exports.spoken_chapters import SpokenChapter
from annotated.site import piece_inputs
from annotated.site.file_addresses import addresses
from annotated.site.guide_index import DOCS, GuideIndex
from annotated.site.urls import SiteUrls

# What is listed besides the chapters, where a guide has it.
DATA = {
    "statements": "each with its speaker, its notes and on what it rests",
    "notes": "the endnotes, with what each cites",
    "sources": "what the notes cite, by kind",
    "remarks": "what does not fit, with how sure that is",
    "places": "with points, spellings and events",
    "events": "with dates, places and who took part",
}
PAGES = {
    "data/index.md": ("Data to download", "every table and format"),
    "data/fields.md": ("Fields of the data", "what each column holds"),
    "claims/index.md": ("Who says it", "the rules by which a speaker is named"),
    "about/index.md": ("About", "how the guide was written, how to cite it, and its licence"),
}


def files(
    index: GuideIndex, urls: SiteUrls, release: Release
) -> Iterator[tuple[str, Callable[[], str]]]:
    """Yield the path of each file, from the root of the site, and what returns its text."""
    yield llms_list.PATH, partial(_list, index, urls, release)
    kept = piece_inputs.of_site(index, urls)
    for path, chapter in index.chapters.items():
        yield path_of(urls.pages[path]), partial(_chapter, index, urls, release, kept, chapter)


def path_of(url: str) -> str:
    """Return the path of the file beside the page at a URL, which may be that of a folder."""
    return f"{url}index.html.md" if url.endswith("/") else f"{url}.md"


def _chapter(
    index: GuideIndex, urls: SiteUrls, release: Release, kept: KeptInputs, chapter: Chapter
) -> str:
    own = path_of(urls.pages[chapter.path.removeprefix(DOCS)])
    spoken = SpokenChapter(index.guide, chapter, release, addresses(urls, own))
    return kept.build_cache.run_on(spoken, _text, own, release, kept.of(chapter.path))


def _text(chapter: SpokenChapter, _own: str, _release: Release, _known: Inputs) -> str:
    return chapter.text()


def _list(index: GuideIndex, urls: SiteUrls, release: Release) -> str:
    at = addresses(urls)
    chapters = [
        Link(f"{number} {chapter.title}", at.file(path_of(urls.pages[path])), chapter.summary)
        for number, (path, chapter) in enumerate(index.chapters.items(), start=1)
    ]
    data = [Link(name, at.file(f"data/{name}"), what) for name, what in _tables(index)]
    pages = [
        Link(name, at.page(path), about)
        for path, (name, about) in PAGES.items()
        if path in urls.pages
    ]
    lists = {"Chapters": chapters, "Data": data, "Optional": pages}
    return llms_list.text(index.guide, release, lists)


def _tables(index: GuideIndex) -> Iterator[tuple[str, str]]:
    """Yield the name of each file, and what it holds: of a packed list, the table."""
    for table, what in DATA.items():
        is_packed = packing.is_packed(f"{table}.json", index.guide)
        yield f"{table}.{'csv' if is_packed else 'json'}", what
