"""Costly steps of MkDocs, run again only for pages whose result would differ.

MkDocs reads and renders every page in each build. Where one sentence was changed, `make serve`
would take as long as a first build.
"""

import logging
from collections.abc import Callable, Mapping
from copy import copy
from functools import partial
from typing import Any, TypeAlias

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from annotated.core.build_cache import BuildCache
from annotated.core.input_keys import Inputs
from annotated.markdown_ext import registration

# Attributes of a page by name.
Attributes: TypeAlias = Mapping[str, Any]
Call: TypeAlias = Callable[[], None]
# The logger of a message, its level and its words.
Message: TypeAlias = tuple[str, int, str]


def inputs(config: MkDocsConfig, *others: object) -> Inputs:
    """Return all that the HTML of a page depends on besides its own text.

    `others` are what our own extensions of Markdown and the resolver of links read.
    """
    settings = (config.mdx_configs, repr(config.validation), config.use_directory_urls)
    return Inputs(config.markdown_extensions, *settings, *others)


def keep(build_cache: BuildCache, page: Page, others: Inputs, entries: Mapping[str, str]) -> None:
    """Let `page` be rendered once, while all that this depends on stays as it is.

    `others` are the `inputs` of all pages, `entries` the targets of links to entries.
    """
    page.render = partial(  # type: ignore[method-assign]
        _render, build_cache, page, page.render, others, entries
    )


def _render(  # noqa: PLR0913, PLR0917 - the first five are bound, MkDocs passes the others
    build_cache: BuildCache,
    page: Page,
    render: Callable[[MkDocsConfig, Files], None],
    others: Inputs,
    entries: Mapping[str, str],
    config: MkDocsConfig,
    files: Files,
) -> None:
    """Render the Markdown of `page`, as MkDocs does with our extensions for this page."""
    path = page.file.src_uri
    own = copy(config)
    # MkDocs passes the list on to Markdown, which takes instances as well as names.
    own.markdown_extensions = [
        *config.markdown_extensions,
        *registration.extensions(path, entries),  # type: ignore[list-item]
    ]
    heard = _Heard()
    subject = page, partial(render, own, files), heard
    attributes, links, told = build_cache.run_on(
        subject, _after_rendering, others, path, page.markdown
    )
    # A page that is taken over would be told to be well where it was not.
    for name, level, words in () if heard.messages else told:
        logging.getLogger(name).log(level, "%s", words)
    page.__dict__.update(attributes)
    # Links to anchors are validated against the files of this build, not of an earlier one.
    found = ((files.get_file_from_path(target), anchors) for target, anchors in links.items())
    page.links_to_anchors = {file: anchors for file, anchors in found if file}


class _Heard(logging.Handler):
    """What is logged of a page while it is rendered, from warnings on."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[Message] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append((record.name, record.levelno, record.getMessage()))


def _after_rendering(
    subject: tuple[Page, Call, _Heard], _others: Inputs, _path: str, _markdown: str | None
) -> tuple[Attributes, dict[str, dict[str, str]], list[Message]]:
    page, call, heard = subject
    # The generator keeps its messages from the root.
    known = logging.root.manager.loggerDict.values()
    ends = [each for each in known if isinstance(each, logging.Logger) and not each.propagate]
    for logger in (logging.root, *ends):
        logger.addHandler(heard)
    try:
        attributes = dict(_changes(page, call))
    finally:
        for logger in (logging.root, *ends):
            logger.removeHandler(heard)
    links: dict[File, dict[str, str]] = attributes.pop("links_to_anchors", None) or {}
    kept = {file.src_uri: anchors for file, anchors in links.items()}
    return attributes, kept, heard.messages


def _changes(page: Page, call: Call) -> Attributes:
    """Return the attributes of `page` that `call` sets."""
    before = dict(vars(page))
    call()
    return {name: value for name, value in vars(page).items() if before.get(name) is not value}
