"""Source of a page: its front matter and its Markdown, read in place of MkDocs.

MkDocs reads more as front matter than we do (lines of `key: value` without a fence, a block that
ends with three dots) and with another YAML reader. The theme writes what it finds there into the
page as it is, even as an attribute or within a script, and MkDocs renders the page with whatever
template a field names. So none of it is read: a page has the fields that are returned here.
"""

from functools import partial
from html import escape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from annotated.content import catalogue, front_matter, page_fields
from annotated.content.page_fields import PageFields
from annotated.core.build_cache import BuildCache
from annotated.site.guide_index import DOCS

# Fields by name, as the theme reads them.
Meta = dict[str, object]


def install(build_cache: BuildCache, page: Page) -> None:
    """Let `page` be read by us, and once while its text stays the same."""
    page.read_source = partial(_read_source, build_cache, page)  # type: ignore[method-assign]


def _read_source(build_cache: BuildCache, page: Page, _config: MkDocsConfig) -> None:
    source = build_cache.run(split, f"{DOCS}{page.file.src_uri}", page.file.content_string)
    page.markdown, page.meta = source[0], dict(source[1])


def split(path: str, text: str) -> tuple[str, Meta]:
    """Return the Markdown of the page at `path`, and its fields for the theme.

    A title is HTML there, as those are that MkDocs takes from a heading.
    """
    head, _ = front_matter.read(path, text)
    if catalogue.is_entity(path):
        meta: Meta = {"title": _title(head.fields.get("name"))}
    else:
        fields = page_fields.read(path, head)[0] or PageFields()
        search = {"exclude": True} if fields.search and fields.search.exclude else {}
        meta = {"title": _title(fields.title), "hide": fields.hide, "search": search}
    return head.body.lstrip("\n"), {name: value for name, value in meta.items() if value}


def _title(typed: object) -> str:
    return escape(typed, quote=False) if isinstance(typed, str) else ""
