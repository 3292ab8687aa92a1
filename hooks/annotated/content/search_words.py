"""Words of the search: how else readers call what they look for, as an editor lists them."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, get_args, get_type_hints

from annotated.content.dataclass_reader import build
from annotated.content.yaml_reader import YamlFile
from annotated.core.problems import Problem, did_you_mean
from annotated.model.entities import Event, Group, Person

PATH = "docs/search-words.yml"
FORM = "Begin each item with '- alike: …', '- kind: …' or '- page: …'."


KINDS = [kind for cls in (Event, Person, Group) for kind in get_args(get_type_hints(cls)["kind"])]


@dataclass(frozen=True)
class Item:
    """Words `alike` to one another, or `words` for each entry of a `kind`, or for a `page`.

    A page is named by its file below `docs/`, a section of one with the id of its heading behind.
    """

    NEEDS: ClassVar[Mapping[str, tuple[str, ...]]] = {"kind": ("words",), "page": ("words",)}

    alike: tuple[str, ...] = ()
    kind: str = ""
    page: str = ""
    words: tuple[str, ...] = ()
    line: int = 1


@dataclass(frozen=True)
class SearchWords:
    """All items that are listed."""

    items: tuple[Item, ...] = ()

    @cached_property
    def alike(self) -> tuple[str, ...]:
        """Return each group of words that stand for one another, with spaces between."""
        return tuple(" ".join(item.alike) for item in self.items if item.alike)

    @cached_property
    def of_kinds(self) -> Mapping[str, str]:
        """Return the words by kind of entry, with spaces between."""
        return {item.kind: " ".join(item.words) for item in self.items if item.kind}

    @cached_property
    def of_pages(self) -> Mapping[str, tuple[str, ...]]:
        """Return the words by path of a page below `docs/`."""
        pages = {item.page: item.words for item in self.items if item.page}
        return {page: words for page, words in pages.items() if "#" not in page}

    @cached_property
    def of_sections(self) -> Mapping[str, tuple[str, ...]]:
        """Return the words by path of a page and, behind a hash, the id of a heading on it."""
        return {item.page: item.words for item in self.items if "#" in item.page}


def read(path: str, text: str) -> tuple[SearchWords, list[Problem]]:
    """Read the YAML list of words; of no file there are none."""
    file = YamlFile(path, text, "search-words-malformed")
    records, problems = file.records(f"is not a list. {FORM}", f"is no item. {FORM}")
    items: list[Item] = []
    for record in records:
        item, found = build(Item, path, record, {"line": record.line})
        problems += found
        if item:
            problems += [file.problem(item.line, fault) for fault in _faults(item, items)]
            items.append(item)
    return SearchWords(tuple(items)), problems


def _faults(item: Item, above: Iterable[Item]) -> Iterator[str]:
    """Yield what is wrong with an item, given those above it."""
    if sum(map(bool, (item.alike, item.kind, item.page))) != 1:
        yield f"an item has one of 'alike', 'kind' and 'page'. {FORM}"
    if item.alike and item.words:
        yield "'words' are those of a kind or a page. Write them behind 'alike'."
    if item.kind and item.kind not in KINDS:
        nearest = did_you_mean(item.kind, KINDS) or " Take it out."
        yield f"'{item.kind}' is no kind of an event, a person or a group.{nearest}"
    for word in item.alike:
        if " " in word:
            yield f"'{word}' is more than one word. Write words, with commas between."
    for other in above:
        for word in set(item.alike) & set(other.alike):
            yield f"'{word}' also stands on line {other.line}. Keep one."
        for name in {item.kind, item.page} & {other.kind, other.page} - {""}:
            yield f"'{name}' also stands on line {other.line}. Keep one."


def unknown_pages(
    words: SearchWords, pages: Collection[str], ids: Mapping[str, Collection[str]]
) -> Iterator[Problem]:
    """Yield a problem for each page or section that there is not.

    `pages` are the paths of all below `docs/`, `ids` those of the headings by path.
    """
    for item in words.items:
        path, _, section = item.page.partition("#")
        if path and path not in pages:
            message = f"'{path}' is no page.{did_you_mean(path, pages)}"
            yield Problem(PATH, item.line, message, "search-words-malformed", misses=f"page {path}")
        elif section and section not in ids.get(path, {section}):
            nearest = did_you_mean(section, ids[path])
            message = f"'{item.page}' leads to no heading.{nearest}"
            yield Problem(PATH, item.line, message, "search-words-malformed")
