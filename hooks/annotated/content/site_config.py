"""Configuration of the site: what the steps of the core read of `mkdocs.yml`.

The generator reads the same file. Where it renders Markdown, it is told the list of extensions that
stands here, so that a check and a build never differ in it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

import yaml

PATH = "mkdocs.yml"
# Extensions that the generator always adds, before those of the configuration.
ALWAYS = ("toc", "tables", "fenced_code")


@dataclass(frozen=True)
class SiteConfig:
    """The extensions of Markdown by name, with the settings of some, and the navigation.

    `nav` maps the paths of pages, below `docs/`, to their titles, or to "" where the page has its
    own; `not_in_nav` are patterns of the paths of pages that need not stand there.
    """

    extensions: tuple[str, ...] = ALWAYS
    settings: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    nav: Mapping[str, str] = field(default_factory=dict)
    not_in_nav: tuple[str, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)

    def needs_no_place(self, path: str) -> bool:
        """Tell whether a page need not stand in the navigation."""
        return any(fnmatchcase(f"/{path}", pattern) for pattern in self.not_in_nav)


class _Loader(yaml.SafeLoader):
    """A loader that reads a value of an unknown tag, such as `!ENV`, as UNREAD."""


# Stands for what only the generator can read. No extension may have such a setting.
UNREAD = object()
_Loader.add_multi_constructor("", lambda loader, suffix, node: UNREAD)  # noqa: ARG005


def read(text: str) -> SiteConfig:
    """Return the configuration; raise yaml.MarkedYAMLError where `text` is no YAML."""
    fields = yaml.load(text, Loader=_Loader) or {}  # noqa: S506 - a safe loader, see above
    listed = [_extension(item) for item in fields.get("markdown_extensions") or []]
    for name, settings in listed:
        if UNREAD in settings.values():
            raise yaml.MarkedYAMLError(problem=f"a tag in the settings of '{name}'")
    nav = dict(_pages(fields.get("nav") or []))
    patterns = str(fields.get("not_in_nav") or "").split()
    lines = text.split("\n")
    return SiteConfig(
        tuple(dict.fromkeys([*ALWAYS, *(name for name, _ in listed)])),
        {name: settings for name, settings in listed if settings},
        nav,
        tuple(patterns),
        {path: _line_of(path, lines) for path in nav},
    )


def _extension(item: str | dict[str, dict[str, object]]) -> tuple[str, dict[str, object]]:
    return (item, {}) if isinstance(item, str) else next(iter(item.items()))


def _pages(item: object, title: str = "") -> Iterator[tuple[str, str]]:
    """Yield the path and the title of each page below an item of the navigation."""
    if isinstance(item, str):
        yield item, title
    elif isinstance(item, list):
        for part in item:
            yield from _pages(part)
    elif isinstance(item, dict):
        for name, part in item.items():
            yield from _pages(part, str(name))


def _line_of(path: str, lines: list[str]) -> int:
    return next((number for number, line in enumerate(lines, start=1) if path in line), 1)
