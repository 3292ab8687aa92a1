"""Templates of the theme: found, corrected and compiled, which takes longer than to fill them."""

import marshal
import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path, PurePath
from types import CodeType
from typing import TypeAlias, cast

import jinja2
from mkdocs.config.defaults import MkDocsConfig

from annotated.core.build_cache import BuildCache
from annotated.mkdocs_host import template_urls, theme_fixes

# From the text of a template, its name and its file.
Compile: TypeAlias = Callable[[str, str | None, str | None], CodeType]


def keep(in_process: BuildCache, build_cache: BuildCache, config: MkDocsConfig) -> list[bytes]:
    """Keep the environment of templates while our own files, which are returned, stay as they are.

    It is kept `in_process`, and what is compiled for it in `build_cache`.
    """
    own = config.theme.custom_dir
    ours = sorted(path for path in Path(own).rglob("*") if path.is_file()) if own else []
    sources = [path.read_bytes() for path in ours]
    subject = config.theme.get_env, build_cache
    config.theme.get_env = partial(  # type: ignore[method-assign]
        in_process.run_on, subject, _environment, config.theme.dirs, sources
    )
    return sources


def _environment(
    subject: tuple[Callable[[], jinja2.Environment], BuildCache],
    folders: list[str],
    _sources: list[bytes],
) -> jinja2.Environment:
    create, build_cache = subject
    environment = create()
    theme_fixes.correct_templates(environment)
    template_urls.keep(environment)
    compile_ = cast("Compile", environment.compile)
    environment.compile = partial(_compiled, build_cache, compile_)  # type: ignore[assignment,method-assign]
    if environment.loader:
        environment.loader.list_templates = partial(listed, folders)  # type: ignore[method-assign]
    return environment


def listed(folders: Iterable[str]) -> list[str]:
    """Return the names of all templates in some folders, as their loader would, but for icons.

    Those, thousands, are in a folder that is hidden, and MkDocs takes nothing from such a folder.
    """
    return sorted({name for folder in folders for name in _in(folder)})


def _in(folder: str) -> Iterator[str]:
    for path, below, names in os.walk(folder):
        below[:] = [name for name in below if not name.startswith(".")]
        yield from (PurePath(path, name).relative_to(folder).as_posix() for name in names)


def _compiled(
    build_cache: BuildCache,
    compile_: Compile,
    source: str,
    name: str | None = None,
    filename: str | None = None,
) -> CodeType:
    return cast(
        "CodeType",
        marshal.loads(build_cache.run_on(compile_, _code, source, name, filename)),  # noqa: S302 - as safe as the code beside it
    )


def _code(compile_: Compile, source: str, name: str | None, filename: str | None) -> bytes:
    return marshal.dumps(compile_(source, name, filename))
