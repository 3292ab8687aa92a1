"""Environment of templates that defers the rendering of a page until somebody asks for it.

MkDocs gets a template by name and renders it with the page in its context, for every page of the
site; a contributor who runs `make serve` looks at one or two.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

import jinja2
from mkdocs.structure.pages import Page

# Renders the template of a page, given its content.
Render: TypeAlias = Callable[[str], str]
# Keeps the rendering of a page for later.
Defer: TypeAlias = Callable[[Page, Render], None]


@dataclass(frozen=True)
class LazyEnvironment:
    """Environment that MkDocs uses in place of the one of the theme, which it asks for templates.

    Templates include others through their own environment, and so get them as they are.
    """

    environment: jinja2.Environment
    defer: Defer

    def get_template(self, name: str) -> "LazyTemplate":
        """Return a template by name."""
        return LazyTemplate(self.environment.get_template(name), self.defer)


@dataclass(frozen=True)
class LazyTemplate:
    """Template that defers a page; what is no page, such as the site map, it renders at once."""

    template: jinja2.Template
    defer: Defer

    def render(self, context: Mapping[str, object]) -> str:
        """Return what the template renders of `context`, or "" where it is a page."""
        page = context.get("page")
        if not isinstance(page, Page):
            return self.template.render(context)
        self.defer(page, partial(_render, self.template, dict(context), page))
        return ""


def _render(
    template: jinja2.Template, context: Mapping[str, object], page: Page, content: str
) -> str:
    page.content = content
    # MkDocs sets this only while it renders the page: the navigation marks it by this.
    page.active = True
    try:
        return template.render(context)
    finally:
        page.active = False
