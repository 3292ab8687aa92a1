"""Rendering of Markdown for a check, with the extensions and settings of a build."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from posixpath import dirname

from markdown import Markdown

from annotated.content.site_config import SiteConfig
from annotated.core.input_keys import digest
from annotated.markdown_ext import registration
from annotated.markdown_ext.page_links import PageLinks
from annotated.site.urls import relative

ID = re.compile(r'\s(?:id|name)="([^"]+)"')


@dataclass(frozen=True)
class Renderer:
    """Renders pages; `entries` are the targets of links to entries, `urls` those of all files."""

    config: SiteConfig
    entries: Mapping[str, str]
    urls: Mapping[str, str]

    @cached_property
    def cache_key(self) -> str:
        """Return a key that changes where the HTML of any Markdown does."""
        config = self.config
        return digest(config.extensions, config.settings, self.entries, sorted(self.urls.items()))


@dataclass(frozen=True)
class RenderedPage:
    """A page as HTML, with the text of its first heading and the ids of its elements.

    `broken` are links to no file, `targets` the path and the fragment of links that have one.
    """

    html: str
    heading: str
    ids: frozenset[str]
    broken: tuple[str, ...]
    targets: Mapping[str, tuple[str, str]]


def render(markdown: str, path: str, renderer: Renderer) -> RenderedPage:
    """Return the page at `path`, below `docs/`, as HTML."""
    url = renderer.urls[path]
    links = PageLinks(path, renderer.urls, partial(relative, folder=dirname(url)))
    own = registration.extensions(path, renderer.entries)
    md = Markdown(
        extensions=[*renderer.config.extensions, *own, links],
        extension_configs={name: dict(it) for name, it in renderer.config.settings.items()},
    )
    html = md.convert(markdown)
    outline = getattr(md, "toc_tokens", [])
    heading = outline[0]["name"] if outline and html.startswith("<h1") else ""
    return RenderedPage(
        html, heading, frozenset(ID.findall(html)), tuple(links.broken), links.targets
    )
