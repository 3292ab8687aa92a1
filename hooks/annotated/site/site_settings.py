"""Settings of a site, and the addresses of its chapters, as far as pages show them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotated.content.release import UNRELEASED, Release


@dataclass(frozen=True)
class SiteSettings:
    """The configuration of a site, as far as pages show it.

    `name` is that of the guide with its version, `edit_url` where `docs/` can be edited, with a
    slash at its end, or ""; `pages` are the URLs of all files below `docs/` by path. `release`
    tells which state of the guide this is, and where the site will be.
    """

    name: str
    edit_url: str
    pages: Mapping[str, str]
    release: Release = UNRELEASED


@dataclass(frozen=True)
class ChapterUrls:
    """The title and URL of a chapter, and the number and URL of each of its paragraphs."""

    title: str
    url: str
    paragraphs: Sequence[tuple[int, str]]
