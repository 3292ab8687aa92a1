"""The article that the guide is about: its citation, and where to find each paragraph of it."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from urllib.parse import quote

import yaml

from annotated.content.dataclass_reader import build
from annotated.content.yaml_reader import YamlFile, record
from annotated.core.problems import Problem
from annotated.model.edtf import Date
from annotated.model.entities import Remarked

MOST_WORDS = 5
# An item of `found_by`, as it is typed.
FOUND_BY = re.compile(r"^ *- [\"']?\w+[\"']?:", re.MULTILINE)


@dataclass(frozen=True)
class Article:
    """How the article is cited.

    `group` is the one whose statements are told from those of others, as in a sentence: “the
    League”; `found_by` holds, under the id of a paragraph, text that occurs once at `address`.
    What `published` says in words, programs are told in parts: the `container` with its `volume`
    and `issue`, and the `date`, a year, a month or a day.
    """

    author: str
    title: str
    published: str
    address: str
    group: str = ""
    container: str = ""
    volume: str = ""
    issue: str = ""
    date: Date | None = None
    found_by: tuple[Remarked, ...] = ()

    @property
    def citation(self) -> str:
        """Return the article as a note names it, without a full stop."""
        return f"{self.author}, “{self.title},” {self.published}"

    def original(self, anchor: str) -> str:
        """Return the address of a paragraph (`p12`) at the publisher, or "".

        Its end is a text fragment (WICG, URL Fragment Text Directives): a browser that knows
        them scrolls to that text, another opens the page at its beginning.
        """
        text = {found.text: found.remark for found in self.found_by}.get(anchor, "")
        return f"{self.address}#:~:text={quote(text, safe='')}" if text else ""


def read(path: str, text: str) -> tuple[Article | None, list[Problem]]:
    """Read the file; where there is none, there is no article and no problem."""
    file = YamlFile(path, text, "article-malformed")
    node, problems = file.root()
    if not node:
        return None, problems
    if not isinstance(node, yaml.MappingNode):
        message = "is not a list of fields. Write 'author: …', 'title: …' and so on."
        return None, [file.problem(1, message)]
    article, found = build(Article, path, record(node), {})
    return article, problems + found


def locating_problems(
    path: str, text: str, article: Article, known: Collection[str]
) -> Iterator[Problem]:
    """Yield a problem for text of too many words, or of a paragraph that is not `known`."""
    lines = [1 + text.count("\n", 0, match.start()) for match in FOUND_BY.finditer(text)]
    seen: set[str] = set()
    for index, found_by in enumerate(article.found_by):
        line = lines[index] if index < len(lines) else 1
        if found_by.text in seen:
            message = f"'{found_by.text}' stands in the list twice. Keep one."
            yield Problem(path, line, message, "front-matter-field-twice")
        seen.add(found_by.text)
        if found_by.text not in known:
            message = f"'{found_by.text}' is the id of no paragraph. Write it like p12."
            missed = f"paragraph {found_by.text.removeprefix('p')}"
            yield Problem(path, line, message, "article-unknown-paragraph", misses=missed)
        if len(found_by.remark.split()) > MOST_WORDS:
            message = f"'{found_by.remark}' is longer than {MOST_WORDS} words. Shorten it."
            yield Problem(path, line, message, "article-too-many-words")
