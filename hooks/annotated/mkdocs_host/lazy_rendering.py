"""Stands where the host fills in its templates: a page is put off until somebody asks for it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeAlias

# Objects of the host and of the theme.
Page: TypeAlias = Any
Environment: TypeAlias = Any
Jinja: TypeAlias = Any
Later: TypeAlias = Callable[[Page, Callable[[str], str]], None]


class PutOff:
    """Stands for the environment of templates: a page is not filled in yet, but put off.

    `later` takes the page and what fills it in with its content.
    """

    def __init__(self, environment: Environment, later: Later) -> None:
        self._environment, self._later = environment, later

    def get_template(self, name: str) -> "Template":
        """Return a template by name."""
        return Template(self._environment.get_template(name), self._later)


@dataclass(frozen=True)
class Template:
    """A template of the host, which fills in what is no page, such as a list of addresses."""

    template: Jinja
    later: Later

    def render(self, context: Mapping[str, Any]) -> str:
        """Return what the template makes of `context`, or nothing where that is put off."""
        if page := context.get("page"):
            self.later(page, partial(_filled_in, self.template, dict(context)))
            return ""
        return str(self.template.render(context))


def _filled_in(template: Jinja, context: Mapping[str, Any], content: str) -> str:
    context["page"].content = content
    # The host marks the page in the navigation only while it writes it.
    context["page"].active = True
    try:
        return str(template.render(context))
    finally:
        context["page"].active = False
