"""The costly steps of the host, taken again only for pages that would come out differently.

What the host hands over is known here by the few attributes that are used, so that this file
needs no host.
"""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

from annotated.core.build_cache import BuildCache, digest

# Objects of the host and of the theme.
Page: TypeAlias = Any
Host: TypeAlias = Any
Environment: TypeAlias = Any


def ground(config: Host, *others: Mapping[str, str]) -> str:
    """Return what stands for all that the HTML of pages depends on besides their own words.

    `config` is the host's configuration, `others` what our own extensions of Markdown know, in
    whatever order.
    """
    extensions = [one for one in config.markdown_extensions if isinstance(one, str)]
    how = (config.mdx_configs, config.validation, config.use_directory_urls)
    return digest(extensions, *how, *(sorted(one.items()) for one in others))


def keep_templates(build_cache: BuildCache, config: Host) -> None:
    """Have the templates of the theme found and compiled once, while our own stay as they are.

    The theme brings thousands of icons, which the host looks through for each list of files.
    """
    make, own = config.theme.get_env, config.theme.custom_dir
    ours = sorted(path for path in Path(own).rglob("*") if path.is_file()) if own else []
    key = ("templates", *config.theme.dirs, *(path.read_bytes() for path in ours))
    config.theme.get_env = lambda: build_cache.get_or_compute(key, lambda: _listed_once(make()))


def _listed_once(environment: Environment) -> Environment:
    search, found = environment.list_templates, BuildCache()
    environment.list_templates = lambda **how: found.get_or_compute("all", lambda: search(**how))
    return environment


def keep(build_cache: BuildCache, ground: str, page: Page) -> None:
    """Have `page` read and turned into HTML once, while all that this depends on is as it was."""
    page.read_source = partial(read, build_cache, page, page.read_source)
    page.render = partial(render, build_cache, ground, page, page.render)


def read(build_cache: BuildCache, page: Page, make: Callable[..., None], *host: Host) -> None:
    """Part the head of the file of `page` from its words as `make` does, or as it did before."""
    key = ("read", page.file.content_string)
    page.__dict__.update(
        build_cache.get_or_compute(key, lambda: _changed(page, lambda: make(*host)))
    )


def render(
    build_cache: BuildCache, ground: str, page: Page, make: Callable[..., None], *host: Host
) -> None:
    """Turn the Markdown of `page` into HTML as `make` does, or take over what came out before.

    `ground` is that of all pages; `host` are the configuration and the files, which `make` takes.
    """
    made, links = build_cache.get_or_compute(
        ("render", ground, page.file.src_uri, page.markdown),
        lambda: _made(page, lambda: make(*host)),
    )
    page.__dict__.update(made)
    # Links are checked against the files of this build, not of the one that found them.
    page.links_to_anchors = {host[1].get_file_from_path(to): found for to, found in links.items()}


def _made(page: Page, make: Callable[[], None]) -> tuple[dict[str, Any], dict[str, Any]]:
    made = _changed(page, make)
    links = made.pop("links_to_anchors", None) or {}
    return made, {file.src_uri: found for file, found in links.items()}


def _changed(page: Page, make: Callable[[], None]) -> dict[str, Any]:
    before = dict(vars(page))
    make()
    return {name: value for name, value in vars(page).items() if before.get(name) is not value}
