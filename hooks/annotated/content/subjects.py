"""Subjects: what statements are about without naming it, where the text plainly goes on."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from annotated.content.dataclass_reader import build
from annotated.content.yaml_reader import YamlFile
from annotated.core.problems import Problem, did_you_mean

PATH = "docs/claims/subjects.yml"
FORM = "Begin each subject with '- about: …'."


@dataclass(frozen=True)
class Subject:
    """What `statements`, by their ids, are `about`: ids of places, persons, groups and events."""

    about: tuple[str, ...]
    statements: tuple[str, ...]
    line: int = 1


def read(path: str, text: str) -> tuple[tuple[Subject, ...], list[Problem]]:
    """Read the YAML list of subjects; of no file there are none."""
    file = YamlFile(path, text, "subjects-malformed")
    records, problems = file.records(f"is not a list. {FORM}", f"is no subject. {FORM}")
    subjects = []
    for record in records:
        subject, found = build(Subject, path, record, {"line": record.line})
        problems += found
        subjects += [subject] if subject else []
    return tuple(subjects), problems


def unknown(
    subjects: Iterable[Subject], statements: Collection[str], entities: Collection[str]
) -> Iterator[Problem]:
    """Yield a problem for each id of a statement or of an entry that there is not."""
    for subject in subjects:
        for id_ in subject.about:
            if id_ not in entities:
                message = f"'{id_}' is no entry.{did_you_mean(id_, entities)}"
                missed = f"entity {id_}"
                yield Problem(PATH, subject.line, message, "entity-unknown", misses=missed)
        for id_ in subject.statements:
            if id_ not in statements:
                message = f"'{id_}' is the id of no statement. Write one that a chapter has."
                missed = f"statement {id_}"
                yield Problem(PATH, subject.line, message, "statement-unknown", misses=missed)
