"""Environment of templates that hands the rendering of a page over: to be put off, or kept.

MkDocs gets a template by name and renders it with the page in its context, for every page of the
site; a contributor who runs `make serve` looks at one or two, and a second build changes few.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

import jinja2
from mkdocs.structure.pages import Page

# Renders the template of a page, given its content.
Render: TypeAlias = Callable[[str], str]
# Returns the whole page, or "" where it is rendered later.
Handle: TypeAlias = Callable[[Page, Render], str]


@dataclass(frozen=True)
class PageEnvironment:
    """Environment that MkDocs uses in place of the one of the theme, which it asks for templates.

    Templates include others through their own environment, and so get them as they are.
    """

    environment: jinja2.Environment
    handle: Handle

    def get_template(self, name: str) -> "PageTemplate":
        """Return a template by name."""
        return PageTemplate(self.environment.get_template(name), self.handle)


@dataclass(frozen=True)
class PageTemplate:
    """Template that hands a page over; what is no page, such as the site map, it renders itself."""

    template: jinja2.Template
    handle: Handle

    def render(self, context: Mapping[str, object]) -> str:
        """Return what the template renders of `context`, or what is made of a page."""
        page = context.get("page")
        if not isinstance(page, Page):
            return self.template.render(context)
        return self.handle(page, partial(_render, self.template, dict(context), page))


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
        page.content = ""
