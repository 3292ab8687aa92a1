"""Ids that have been given to statements: the last of each paragraph, and those that are gone.

Without such a list the id of a statement that was taken out could be given again.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from annotated.content.dataclass_reader import build
from annotated.content.statement_ids import ID
from annotated.content.statements import Statement
from annotated.content.yaml_reader import YamlFile
from annotated.core.problems import Problem

PATH = "docs/claims/ids.yml"
FORM = "Begin each paragraph with '- last: p12-s3'."


@dataclass(frozen=True)
class Issued:
    """What a paragraph or note has given: its `last` id, and those whose statements are `gone`."""

    last: str
    gone: tuple[str, ...] = ()
    line: int = 1

    @property
    def prefix(self) -> str:
        """Return “p12”, or “nb” for a note."""
        return self.last.split("-")[0]

    @property
    def ids(self) -> list[str]:
        """Return all ids that have been given."""
        numbers = range(1, int(self.last.rsplit("s", 1)[1]) + 1)
        return [f"{self.prefix}-s{number}" for number in numbers]


def read(text: str) -> tuple[dict[str, Issued], list[Problem]]:
    """Read the YAML list by “p12”, “nb”; of no file there are none."""
    file = YamlFile(PATH, text, "ids-malformed")
    records, problems = file.records(f"is not a list. {FORM}", f"is no paragraph. {FORM}")
    listed: dict[str, Issued] = {}
    for record in records:
        issued, found = build(Issued, PATH, record, {"line": record.line})
        problems += found
        if not issued:
            continue
        if not ID.fullmatch(issued.last):
            message = f"'{issued.last}' is no id of a statement. {FORM}"
            problems.append(file.problem(record.line, message))
        elif issued.prefix in listed:
            where = listed[issued.prefix].line
            message = f"'{issued.prefix}' also stands on line {where}. Keep one."
            problems.append(file.problem(record.line, message))
        else:
            listed[issued.prefix] = issued
    return listed, problems


def problems(statements: Iterable[Statement], files: Mapping[str, str]) -> Iterator[Problem]:
    """Yield a problem for each id that is given again, gone unsaid, or new and not listed."""
    if PATH not in files:
        return
    listed, found = read(files[PATH])
    yield from found
    typed = {statement.id: statement for statement in statements if ID.fullmatch(statement.id)}
    yield from () if found else _of_statements(typed, listed)
    for issued in listed.values():
        for id_ in issued.ids:
            if id_ not in typed and id_ not in issued.gone:
                message = (
                    f"no statement has the id '{id_}' any more. Put it back, or add it to 'gone', "
                    "so that it is never given again."
                )
                yield Problem(PATH, issued.line, message, "statement-id-unlisted")


def _of_statements(
    typed: Mapping[str, Statement], listed: Mapping[str, Issued]
) -> Iterator[Problem]:
    for id_, statement in typed.items():
        issued = listed.get(id_.split("-")[0])
        if issued and id_ in issued.gone:
            message = f"'#{id_}' is gone, by {PATH}. Take it out of the braces and run 'make fix'."
            yield Problem(statement.chapter, statement.line, message, "statement-id-wrong")
        elif not issued or id_ not in issued.ids:
            message = f"'#{id_}' is not listed in {PATH}. Let 'make fix' do so."
            yield Problem(statement.chapter, statement.line, message, "statement-id-unlisted")


def raised(text: str, ids: Iterable[str]) -> str:
    """Return the text of the list in which all `ids` of statements count as given."""
    listed, found = read(text)
    if found:
        return text
    lines = text.rstrip("\n").split("\n") if text.strip() else []
    highest = {prefix: _number(issued.last) for prefix, issued in listed.items()}
    for id_ in filter(ID.fullmatch, ids):
        prefix, number = id_.split("-")[0], _number(id_)
        if prefix not in highest:
            lines.append(f"- last: {id_}")
        elif number > highest[prefix]:
            at = next(at for at, line in enumerate(lines) if f"- last: {prefix}-s" in line)
            lines[at] = f"- last: {id_}"
        highest[prefix] = max(number, highest.get(prefix, 0))
    return "\n".join([*lines, ""])


def _number(id_: str) -> int:
    return int(id_.rsplit("s", 1)[1])
