"""Themes: statements gathered by what they are about, where no name in them tells."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from annotated.content.dataclass_reader import build
from annotated.content.yaml_reader import YamlFile
from annotated.core.problems import Problem

PATH = "docs/claims/themes.yml"
FORM = "Begin each theme with '- theme: …'."


@dataclass(frozen=True)
class Theme:
    """A theme: its id `theme`, its `words`, the rule that it `holds` to, and ids of statements."""

    theme: str
    words: str
    holds: str
    statements: tuple[str, ...]
    line: int = 1


def read(path: str, text: str) -> tuple[tuple[Theme, ...], list[Problem]]:
    """Read the YAML list of themes; of no file there are none."""
    file = YamlFile(path, text, "themes-malformed")
    records, problems = file.records(f"is not a list. {FORM}", f"is no theme. {FORM}")
    themes: dict[str, Theme] = {}
    for record in records:
        theme, found = build(Theme, path, record, {"line": record.line})
        problems += found
        if theme and theme.theme in themes:
            earlier = themes[theme.theme].line
            message = f"'{theme.theme}' also stands on line {earlier}. Keep one."
            problems.append(file.problem(record.line, message))
        if theme:
            themes.setdefault(theme.theme, theme)
    return tuple(themes.values()), problems


def unknown(themes: Iterable[Theme], statements: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each id of a statement that the text does not have."""
    for theme in themes:
        for id_ in theme.statements:
            if id_ not in statements:
                message = f"'{id_}' is the id of no statement. Write one that a chapter has."
                missed = f"statement {id_}"
                yield Problem(PATH, theme.line, message, "statement-unknown", misses=missed)
