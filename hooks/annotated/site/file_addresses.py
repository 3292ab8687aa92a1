"""Addresses that files to take away hold, from the URLs of the site."""

from annotated.exports.addresses import Addresses
from annotated.model.anchors import remark_anchor
from annotated.site.guide_index import AUDIT, DOCS
from annotated.site.urls import SiteUrls


def addresses(urls: SiteUrls, of_file: str = "") -> Addresses:
    """Return the addresses; where that of the site is unknown, they count from the file given."""

    def at(url: str) -> str:
        return urls.address(url, of_file)

    def on(page: str, anchor: str) -> str:
        found = urls.pages.get(page)
        return at(f"{found}#{anchor}") if found else ""

    return Addresses(
        page=lambda path: at(urls.pages.get(path.removeprefix(DOCS), "")),
        entity=lambda id_: at(urls.entities[id_]),
        anchor=lambda anchor: at(urls.anchors.get(anchor, "")),
        statement=lambda statement: at(urls.statement(statement)),
        source=lambda key: at(urls.source(key)) if urls.source(key) else "",
        remark=lambda id_: on(AUDIT, remark_anchor(id_)),
        node=lambda id_: on("study/argument.md", id_),
        file=at,
    )
