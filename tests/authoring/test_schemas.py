"""The schemas for editors say what the reader of the files says."""

import json
from collections.abc import Iterator
from functools import cache

import pytest
import yaml
from jsonschema import Draft7Validator

from annotated.authoring import schemas
from annotated.content import dataclass_reader, front_matter, remarks, source_files
from annotated.model.kinds import KINDS
from conftest import ROOT

TEXTS = source_files.texts(ROOT)
LISTS = {name: f"bibliography/{name}.yml" for name in schemas.LISTS}


class Core(yaml.SafeLoader):
    """YAML nearly as an editor reads it, by version 1.2: a date is a text."""


Core.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@cache
def validator(name: str) -> Draft7Validator:
    schema = json.loads((ROOT / schemas.FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


def complaints(name: str, text: str) -> list[str]:
    """Return what an editor would complain of, in the front matter or list `text`."""
    found: Iterator[object] = validator(name).iter_errors(yaml.load(text, Core))  # noqa: S506 - a safe loader
    return [str(error) for error in found]


def entries() -> Iterator[tuple[str, str]]:
    for path, text in TEXTS.items():
        for kind in KINDS:
            if path.startswith(f"docs/{kind.folder}/") and not path.endswith("/index.md"):
                yield kind.word, text
        if remarks.is_remark(path):
            yield remarks.WORD, text


@pytest.mark.parametrize("name", schemas.names())
def test_a_schema_is_what_the_reader_reads(name: str) -> None:
    file = ROOT / schemas.FOLDER / f"{name}.json"

    assert file.read_text(encoding="utf-8") == schemas.text(name), "run 'make schemas'"


def test_every_entry_keeps_to_its_schema() -> None:
    found = {word for word, text in entries() if complaints(word, front_matter.split(text)[0])}

    assert found == set()


@pytest.mark.parametrize("name", LISTS)
def test_a_list_keeps_to_its_schema_and_names_it(name: str) -> None:
    text = TEXTS[LISTS[name]]

    assert complaints(name, text) == []
    assert text.startswith(schemas.line(LISTS[name]) + "\n")


def test_an_entry_that_names_a_schema_names_its_own() -> None:
    naming = [(word, text) for word, text in entries() if "$schema=" in text]

    assert len(naming) > 0
    assert all(f"$schema=../../schemas/{word}.json\n" in text for word, text in naming)


PLACE = "name: Rawa\nsummary: A town.\nkind: town\n"
EVENT = "name: Rawa falls\nsummary: It fell.\nkind: capture\ncertainty: stated\n"
NOTE = "- note: 1\n  paragraph: 1\n  cites: [one]\n"
REMARK = (
    "subject: A date\ncertainty: certain\nweight: fact\nat:\n  - paragraph: 1\n    words: May\n"
)
WRONG = {
    "a field that is not known": ("place", PLACE + "spelings: [Rawa]\n"),
    "a field that is missing": ("place", "name: Rawa\nkind: town\n"),
    "a kind that is not known": ("place", PLACE.replace("town\n", "hamlet\n")),
    "a point of one number": ("place", PLACE + "point: [34.5]\n"),
    "a point of words": ("place", PLACE + "point: [north, east]\n"),
    "a point beyond the pole": ("place", PLACE + "point: [91.0, 40.0]\n"),
    "a point that is a text": ("place", PLACE + 'point: "34.5, 41.9"\n'),
    "a precision that is not known": ("place", PLACE + "precision: 4\n"),
    "a list where a text stands": ("place", PLACE.replace("A town.", "[A town.]")),
    "a spelling with two remarks": ("place", PLACE + "spellings:\n  - {Rawa: one, Rawah: two}\n"),
    "yes for true": ("place", PLACE + "quiet: often\n"),
    "a date in words": ("event", EVENT + "date: May 2017\n"),
    "a date with a slash": ("event", EVENT + "date: 2017/05/04\n"),
    "a certainty that is not known": ("event", EVENT.replace("stated", "sure")),
    "a note without a paragraph": ("endnotes", NOTE.replace("  paragraph: 1\n", "")),
    "a paragraph that is no number": ("endnotes", NOTE.replace("paragraph: 1", "paragraph: one")),
    "notes that are no list": ("endnotes", "note: 1\n"),
    "a remark on nothing": ("remark", REMARK.partition("at:")[0]),
    "a remark on nothing at all": ("remark", REMARK.partition("at:")[0] + "at: []\n"),
    "a remark on a river": ("remark", REMARK.replace("paragraph: 1", "river: tigris")),
    "a paragraph that has no number": ("remark", REMARK.replace("paragraph: 1", "paragraph: one")),
    "a weight that is not known": ("remark", REMARK.replace("fact", "heavy")),
    "a series that comes out by the month": ("series", "- container: A\n  every: month\n"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_refused_while_typing(case: str) -> None:
    name, text = WRONG[case]

    assert complaints(name, text)


def test_what_the_wrong_cases_begin_from_is_right() -> None:
    assert [complaints(*case) for case in (("place", PLACE), ("event", EVENT))] == [[], []]
    assert complaints("endnotes", NOTE) == complaints("remark", REMARK) == []


DATES = ("2017-05-04", "2017-05", "2017", "2017-21", "201X", "2017-05~", "2017/2018-03", "../2017")
NO_DATES = ("May", "2017-5", "17-05-04", "2017-05-04T10:00", "2017//2018", "")


@pytest.mark.parametrize("written", [*DATES, *NO_DATES])
def test_schema_and_reader_agree_on_the_form_of_a_date(written: str) -> None:
    text = f'{EVENT}date: "{written}"\ndated_by: text\n'
    kind = next(kind for kind in KINDS if kind.word == "event")
    head = front_matter.read("docs/events/one.md", f"---\n{text}---\n")[0]

    given = {"id": "one", "path": "", "body": "", "body_line": 1}
    read = dataclass_reader.build(kind.type, "docs/events/one.md", head, given)[1] == []

    assert read == (complaints("event", text) == []) == (written in DATES)
