"""Content with bad intentions: the cases of tests/hostile/, each put into the invented guide."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from annotated.content import source_files
from originals import TEMPLATE

FOLDER = Path(__file__).parents[1] / "hostile"
BASE = source_files.texts(TEMPLATE)
CHAPTER, ENDNOTES = "docs/chapters/02-winter.md", "bibliography/endnotes.yml"
ARTICLE = "bibliography/article.yml"
FOLDERS = {
    "place": "places", "event": "events", "term": "glossary", "person": "people",
    "group": "groups", "page": "about", "remark": "remarks",
}  # fmt: skip
KINDS = {"place": "area", "event": "battle", "person": "leader", "group": "army"}
LISTS = ("spellings", "also", "places", "actors")


@dataclass(frozen=True)
class Case:
    """A text with bad intentions: where it stands, and what is to become of it.

    `number` keeps the files of all cases apart; `then` is “harmless” or “refused” and a code.
    """

    number: int
    theme: str
    name: str
    where: str
    text: str
    then: str

    def __str__(self) -> str:
        return f"{self.theme}: {self.name}"

    @property
    def code(self) -> str:
        """Return the code of the problem that is to be reported, or nothing."""
        return self.then.partition("refused ")[2]

    @property
    def id(self) -> str:
        """Return the id of the entry or page that is made for it."""
        return f"case-{self.number}"

    def files(self) -> tuple[dict[str, str], str, range]:
        """Return the files that differ, the path of the one concerned, the lines of the text."""
        what, _, of = self.where.partition(" of ")
        if self.where.startswith("file "):
            path = self.where.removeprefix("file ")
            return _whole(path, self.text)
        if what == "chapter":
            return _changed(CHAPTER, "{ #p8 }", f"[{self.text}]{{ #p8-s99 .author }}\n{{ #p8 }}")
        if of == "note":
            return _changed(ENDNOTES, "- note: 2\n", f"{self._of_note(what)}\n- note: 2\n")
        if of == "article":
            line = next(line for line in BASE[ARTICLE].split("\n") if line.startswith(f"{what}:"))
            return _changed(ARTICLE, line, f"{what}: {_quoted(self.text)}")
        if of == "source":
            return _whole(f"bibliography/{self.id}.bib", self._source(what))
        kind = of or ("page" if what == "page" else "place")
        return _whole(f"docs/{FOLDERS[kind]}/{self.id}.md", self._entry(kind, what if of else ""))

    def _of_note(self, field: str) -> str:
        if field == "locator":
            return f"    - courier1874rope: {_quoted(self.text)}"
        return f"  {field}: {_quoted(self.text)}"

    def _source(self, field: str) -> str:
        fields = {"title": "A title", "year": "1900", "kind": "press"} | {field: self.text}
        lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
        return f"@misc{{{self.id},\n{lines}}}\n"

    def _remark(self, field: str) -> str:
        head = {"subject": f"Case {self.number}", "certainty": "certain", "weight": "fact"}
        head |= {field: self.text} if field in head else {}
        typed = "".join(f"{name}: {_quoted(value)}\n" for name, value in head.items())
        at = f"at:\n  - note: {_quoted(self.text) if field == 'note' else 2}\n"
        body = self.text if field == "text" else "It does not fit."
        return f"---\n{typed}{at}---\n{body}\n"

    def _entry(self, kind: str, field: str) -> str:
        if kind == "remark":
            return self._remark(field)
        body = "" if field else self.text
        if kind == "page":
            head = {"title": f"Case {self.number}"} | ({field: self.text} if field else {})
            return _page(head, f"# Case {self.number}\n\n{body}")
        head = {"name": f"Case {self.number}", "summary": "A case.", "not_in_text": "A case."}
        head |= {"kind": KINDS[kind]} if kind in KINDS else {}
        head |= {"certainty": "stated"} if kind == "event" else {}
        return _page(head | ({field: self.text} if field else {}), body)


def _page(head: Mapping[str, str], body: str) -> str:
    fields = "".join(
        f"{name}: {f'[{_quoted(value)}]' if name in LISTS else _quoted(value)}\n"
        for name, value in head.items()
    )
    return f"---\n{fields}---\n{body}\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _whole(path: str, text: str) -> tuple[dict[str, str], str, range]:
    return {path: text}, path, range(1, text.count("\n") + 2)


def _changed(path: str, words: str, others: str) -> tuple[dict[str, str], str, range]:
    assert words in BASE[path]
    before, _, after = BASE[path].partition(words)
    first = before.count("\n") + 1
    return {path: before + others + after}, path, range(first - 8, first + others.count("\n") + 1)


def cases() -> Iterator[Case]:
    """Yield all cases, in the order of their files."""
    number = 0
    for path in sorted(FOLDER.glob("*.yml")):
        for row in yaml.safe_load(path.read_text(encoding="utf-8")):
            number += 1
            times = int(row.get("times", 1))
            text = row.get("before", "") + row["text"] * (1 if "middle" in row else times)
            text += row.get("middle", "") * times + row.get("after", "")
            assert row["why"]
            yield Case(number, path.stem, row["name"], row["in"], text, row["then"])


def sharing(cases: Iterable[Case]) -> list[dict[str, Case]]:
    """Return the cases by path in as few projects as hold them all, each file that of one case."""
    projects: list[dict[str, Case]] = []
    for case in cases:
        _, path, _ = case.files()
        free = (project for project in projects if path not in project)
        if (project := next(free, None)) is None:
            projects.append(project := {})
        project[path] = case
    return projects
