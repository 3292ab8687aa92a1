"""The article that the guide is about: how it is cited, and where each paragraph of it stands."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from urllib.parse import quote

import yaml

from annotated.content import yaml_nodes
from annotated.content.dataclass_reader import build
from annotated.content.front_matter import FrontMatter
from annotated.core.problems import Problem
from annotated.model.entities import Remarked

MOST_WORDS = 5


@dataclass(frozen=True)
class Article:
    """How the article is cited.

    `group` is the one whose own word is told apart from others’, as in a sentence: “the League”;
    `found_by` holds, under the id of a paragraph, words that stand once at `address`.
    """

    author: str
    title: str
    published: str
    address: str
    group: str = ""
    found_by: tuple[Remarked, ...] = ()

    @property
    def citation(self) -> str:
        """Return the article as a note names it, without a full stop."""
        return f"{self.author}, “{self.title},” {self.published}"

    def original(self, anchor: str) -> str:
        """Return the address of a paragraph (`p12`) at the publisher, or "".

        Its end is a text fragment (WICG, URL Fragment Text Directives): a browser that knows
        them scrolls to the words, another opens the page at its beginning.
        """
        words = next((one.remark for one in self.found_by if one.text == anchor), "")
        return f"{self.address}#:~:text={quote(words, safe='')}" if words else ""


def read(path: str, text: str) -> tuple[Article | None, list[Problem]]:
    """Read the file; where there is none, there is no article and no problem."""
    if not text:
        return None, []
    try:
        node = yaml_nodes.compose(text)
    except yaml.MarkedYAMLError as error:
        line, words = yaml_nodes.place_of(error, text)
        message = f"cannot be read at '{words}'. Check the spaces and quotation marks."
        return None, [Problem(path, line, message, "article-malformed")]
    if not isinstance(node, yaml.MappingNode):
        message = "is not a list of fields. Write 'author: …', 'title: …' and so on."
        return None, [Problem(path, 1, message, "article-malformed")]
    fields = yaml_nodes.plain(node)
    lines = {key.value: key.start_mark.line + 1 for key, _ in node.value}
    return build(Article, path, FrontMatter(fields if isinstance(fields, dict) else {}, lines), {})


def locating_problems(
    path: str, text: str, article: Article, known: Collection[str]
) -> Iterator[Problem]:
    """Yield a problem for words of too great a number, or of a paragraph that is not `known`."""
    for one in article.found_by:
        line = 1 + text.count("\n", 0, max(text.find(f"- {one.text}:"), 0))
        if one.text not in known:
            message = f"'{one.text}' is the id of no paragraph. Write it like p12."
            yield Problem(path, line, message, "article-unknown-paragraph")
        if len(one.remark.split()) > MOST_WORDS:
            message = f"'{one.remark}' is longer than {MOST_WORDS} words. Shorten it."
            yield Problem(path, line, message, "article-too-many-words")
