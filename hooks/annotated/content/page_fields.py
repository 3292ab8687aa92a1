"""Fields at the head of a page that is not an entry: the only ones that reach its template."""

from dataclasses import dataclass
from typing import Literal

from annotated.content import dataclass_reader
from annotated.content.front_matter import FrontMatter
from annotated.content.value_types import SearchSetting
from annotated.core.problems import Problem

# Those of a chapter, which a page without `paragraphs` does not have.
OF_CHAPTERS = "summary"


@dataclass(frozen=True)
class PageFields:
    """What a page says of itself: its title, what is hidden beside it, whether it is searched.

    `paragraphs` and `summary` are those of a chapter, which `content.chapters` reads.
    """

    title: str = ""
    hide: tuple[Literal["navigation", "toc"], ...] = ()
    search: SearchSetting | None = None
    paragraphs: str = ""
    summary: str = ""


def read(path: str, head: FrontMatter) -> tuple[PageFields | None, list[Problem]]:
    """Return the fields of the page at `path`, none where a value cannot be read."""
    fields, problems = dataclass_reader.build(PageFields, path, head, {})
    if OF_CHAPTERS in head.fields and "paragraphs" not in head.fields:
        message = f"the field '{OF_CHAPTERS}' is only for a chapter. Take it out."
        line = head.line_of(OF_CHAPTERS)
        problems.append(Problem(path, line, message, "front-matter-unknown-field"))
    return fields, problems
