"""The costly steps of the host, taken again only for pages that would come out differently.

What the host hands over is known here by the few attributes that are used, so that this file
needs no host.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

from annotated.memory import Memory, digest

# Objects of the host and of the theme.
Page: TypeAlias = Any
Host: TypeAlias = Any
Outline: TypeAlias = Any
Environment: TypeAlias = Any
Index: TypeAlias = Any


def ground(config: Host, *others: object) -> str:
    """Return what stands for all that the HTML of pages depends on besides their own words.

    `config` is the host's configuration, `others` what our own extensions of Markdown know.
    """
    extensions = [one for one in config.markdown_extensions if isinstance(one, str)]
    how = (config.mdx_configs, config.validation, config.use_directory_urls)
    return digest(extensions, *how, *others)


def keep_templates(memory: Memory, config: Host) -> None:
    """Have the templates of the theme found and compiled once, while our own stay as they are.

    The theme brings thousands of icons, which the host looks through for each list of files.
    """
    make, own = config.theme.get_env, config.theme.custom_dir
    ours = sorted(path for path in Path(own).rglob("*") if path.is_file()) if own else []
    key = ("templates", *config.theme.dirs, *(path.read_bytes() for path in ours))
    config.theme.get_env = lambda: memory.recall(key, lambda: _listed_once(make()))


def _listed_once(environment: Environment) -> Environment:
    search, found = environment.list_templates, Memory()
    environment.list_templates = lambda **how: found.recall("all", lambda: search(**how))
    return environment


def render(memory: Memory, ground: str, page: Page, make: Callable[..., None], *host: Host) -> None:
    """Turn the Markdown of `page` into HTML as `make` does, or take over what came out before.

    `ground` is that of all pages; `host` are the configuration and the files, which `make` takes.
    """
    made, links = memory.recall(
        ("render", ground, page.file.src_uri, page.markdown),
        lambda: _made(page, lambda: make(*host)),
    )
    page.__dict__.update(made)
    # Links are checked against the files of this build, not of the one that found them.
    page.links_to_anchors = {host[1].get_file_from_path(to): found for to, found in links.items()}


def _made(page: Page, make: Callable[[], None]) -> tuple[dict[str, Any], dict[str, Any]]:
    before = dict(vars(page))
    make()
    made = {name: value for name, value in vars(page).items() if before.get(name) is not value}
    links = made.pop("links_to_anchors", None) or {}
    return made, {file.src_uri: found for file, found in links.items()}


def page_key(page: Page) -> tuple[str, ...]:
    """Return what the search reads of a page."""
    rest = (page.title, page.meta, page.edit_url, _outline(page.toc))
    return page.url, page.content, digest(*rest)


def _outline(toc: Outline) -> list[Any]:
    return [(item.title, item.url, _outline(item.children)) for item in toc]


class SearchIndex:
    """Stands for the index of the theme's search, which reads every page once more.

    `names` returns, for the address of an entry, the names under which it is found first: the
    search weighs tags most.
    """

    def __init__(self, memory: Memory, index: Index, names: Callable[[str], list[str]]) -> None:
        self._memory, self._index, self._names = memory, index, names
        self.entries: list[dict[str, Any]] = index.entries

    def add_entry_from_context(self, page: Page) -> None:
        """Add a page to the index: copies, as the entries may still be changed."""
        key = ("search", *page_key(page))
        self.entries += [dict(entry) for entry in self._memory.recall(key, lambda: self._new(page))]

    def _new(self, page: Page) -> list[dict[str, Any]]:
        before = len(self.entries)
        self._index.add_entry_from_context(page)
        made = self.entries[before:]
        del self.entries[before:]
        return made

    def generate_search_index(self, previous: Index) -> str:
        """Return the index as the search reads it."""
        for entry in self.entries:
            if names := self._names(entry["location"]):
                entry["tags"] = names
        return str(self._index.generate_search_index(previous))
