"""The costly steps of the host, taken again only for pages that would come out differently.

What the host hands over is known here by the few attributes that are used, so that this file
needs no host.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from pathlib import Path
from typing import Any, TypeAlias

from annotated.memory import Memory, digest

# Objects of the host and of the theme.
Page: TypeAlias = Any
Host: TypeAlias = Any
Outline: TypeAlias = Any
Environment: TypeAlias = Any
Jinja: TypeAlias = Any
Index: TypeAlias = Any


def ground(configuration: str, theme: str | None, *others: object) -> str:
    """Return what stands for all that pages depend on besides their own words.

    `configuration` is the path of the host's file, `theme` the folder of our own templates.
    """
    files = [Path(configuration)]
    files += sorted(path for path in Path(theme).rglob("*") if path.is_file()) if theme else []
    return digest(*(path.read_bytes() for path in files), *others)


def keep_templates(memory: Memory, config: Host) -> None:
    """Have the templates of the theme found and compiled once, while it stays as it is.

    The theme brings thousands of icons, which the host looks through for each list of files.
    """
    make = config.theme.get_env
    key = ("templates", ground(config.config_file_path, config.theme.custom_dir))
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
    """Return what a template and the search read of a page, besides the navigation."""
    rest = (page.title, page.meta, page.edit_url, _outline(page.toc))
    return page.url, page.content, digest(*rest)


def _outline(toc: Outline) -> list[Any]:
    return [(item.title, item.url, _outline(item.children)) for item in toc]


class Templates:
    """Stands for the environment of templates where the host makes pages."""

    def __init__(
        self, memory: Memory, ground: str, environment: Environment, *finish: Callable[[str], str]
    ) -> None:
        self._memory, self._ground, self._finish = memory, ground, finish
        self._environment = environment

    def get_template(self, name: str) -> "Template":
        """Return a template by name."""
        template = self._environment.get_template(name)
        return Template(self._memory, self._ground + name, template, self._finish)


class Template:
    """A template that is not filled in again with the same words; `finish` has the last word."""

    def __init__(
        self, memory: Memory, ground: str, template: Jinja, finish: Iterable[Callable[[str], str]]
    ) -> None:
        self._memory, self._ground, self._template = memory, ground, template
        self._finish = tuple(finish)

    def render(self, context: Mapping[str, Any]) -> str:
        """Return the whole page; what is no page, such as a list of addresses, is made anew."""
        page = context.get("page")
        if page is None:
            return self._finished(context)
        key = ("template", self._ground, str(context["nav"]), *page_key(page))
        return self._memory.recall(key, lambda: self._finished(context))

    def _finished(self, context: Mapping[str, Any]) -> str:
        return reduce(
            lambda page, step: step(page), self._finish, str(self._template.render(context))
        )


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
