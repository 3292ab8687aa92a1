"""Pages and sections as entries of the search, found by what a reader wants to do there."""

from collections.abc import Iterator, Mapping

from annotated.content.search_words import SearchWords
from annotated.linking.search_folding import fold
from annotated.site.search_entry import Entry
from annotated.site.urls import SiteUrls


def entries(
    titles: Mapping[str, str], headings: Mapping[str, str], urls: SiteUrls, words: SearchWords
) -> Iterator[Entry]:
    """Yield pages, whose titles are by path, then sections, whose headings are by address."""
    for path, title in titles.items():
        forms = tuple(map(fold, words.of_pages.get(path, ())))
        yield Entry(kind="page", name=title, url=urls.pages[path], forms=forms)
    for address, heading in headings.items():
        path, _, anchor = address.partition("#")
        yield Entry(
            kind="page",
            name=heading,
            url=f"{urls.pages[path]}#{anchor}",
            forms=tuple(map(fold, words.of_sections[address])),
            where=titles.get(path, ""),
        )
