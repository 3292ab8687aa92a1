"""Finished pages: from the template to the policy, once while all in them stays as it is."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from annotated.core.input_keys import Inputs, digest
from annotated.mkdocs_host import known_scripts, theme_fixes, theme_styles
from annotated.mkdocs_host.page_rendering import Render
from annotated.site.build import Build

# Adds what is ours to a whole page.
Complete = Callable[[str], str]
# A whole page, and what the sheet of the theme is cut by.
Finished = tuple[str, tuple[str, ...]]


# The settings that templates read, beside those of the theme.
SETTINGS = (
    "site_name", "site_url", "site_description", "site_author", "repo_url", "repo_name",
    "edit_uri", "copyright", "use_directory_urls", "mdx_configs", "extra", "extra_css",
)  # fmt: skip


def of_site(
    config: MkDocsConfig, navigation: Navigation, build: Build, templates: object
) -> Inputs:
    """Return what all pages show of the site; `templates` are the texts of our own."""
    release = build.settings.release
    return Inputs(
        [str(config[name]) for name in SETTINGS],
        [str(config.theme[name]) for name in sorted(config.theme)],
        [f"{script} {getattr(script, 'defer', '')}" for script in config.extra_javascript],
        [*config.plugins],
        str(navigation),
        (build.settings.name, release.authors, release.day),
        sorted(build.index.chapters),
        templates,
    )


@dataclass(frozen=True)
class PageInputs:
    """All that a finished page is made of: its content, and what the theme and we add to it."""

    page: Page
    content: str
    site: Inputs
    footer: Callable[[], object]

    @cached_property
    def cache_key(self) -> str:
        """Return a key that changes where the page would."""
        page = self.page
        near = [_told(item) for item in (page.previous_page, page.next_page, *page.ancestors)]
        own = (page.file.src_uri, page.url, str(page.title), repr(page.meta), str(page.toc))
        addresses = (str(page.canonical_url), str(page.edit_url))
        return digest(self.content, self.site, own, addresses, near, self.footer())


def _told(item: StructureItem | None) -> str:
    return f"{getattr(item, 'url', '')} {item.title}" if item else ""


def finish(subject: tuple[Render, Complete], inputs: PageInputs) -> Finished:
    """Return the whole page; raise ValueError where it holds what no page may hold."""
    render, complete = subject
    output = complete(theme_fixes.apply(render(inputs.content)))
    classes = tuple(sorted({*theme_styles.classes_of(output)}))
    return known_scripts.add_policy(output), classes
