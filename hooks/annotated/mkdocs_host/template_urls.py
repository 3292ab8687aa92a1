"""Addresses in templates: the filter `url` of MkDocs, asked once for all pages of a folder."""

from collections.abc import Callable
from functools import partial

import jinja2
from jinja2 import pass_context
from jinja2.runtime import Context

Filter = Callable[[Context, str], str]


def keep(environment: jinja2.Environment) -> None:
    """Let `environment` compute the way from a folder to an address once."""
    environment.filters["url"] = pass_context(partial(_kept, {}, environment.filters["url"]))


def _kept(known: dict[tuple[str, str], str], url: Filter, context: Context, value: str) -> str:
    page = context["page"]
    start = f"page:{_folder(page.url)}" if page else f"base:{context['base_url']}"
    key = start, str(value)
    if key not in known:
        known[key] = url(context, value)
    return known[key]


def _folder(url: str) -> str:
    """Return that part of the address of a page from which MkDocs counts the way to another."""
    folder, _, name = url.rpartition("/")
    return folder if "." in name else url
