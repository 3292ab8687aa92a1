"""Nothing that the chapters name or date is missing from the catalogue."""

import re
from collections.abc import Iterator

import pytest
import yaml

from annotated.content import guide, source_files
from annotated.content.chapters import Paragraph
from annotated.content.guide import Guide
from annotated.evidence.dates_in_text import MONTHS, printed
from annotated.model import edtf
from annotated.model.edtf import Date
from annotated.model.entities import Event
from cases import FOLDER
from conftest import ROOT

LINK = re.compile(r"\[((?:[^\[\]])*)\]\(([^)]*)\)")
MARKS = re.compile(r"\[\^\w+\]|\{ [^}]*\}|^> ?|[\[\]]", re.MULTILINE)
EVENT = re.compile(r"\(\.\./events/([\w-]+)\.md\)")
CAPITAL = re.compile(r"(?<![.:?!“] )(?<!^)(?<!^“)\b[A-Z][\w’-]+", re.MULTILINE)


@pytest.fixture(scope="module")
def content() -> Guide:
    return guide.read(source_files.texts(ROOT))[0]


def reasons(name: str) -> dict[str, str]:
    """Return the exceptions of a list, each with its reason."""
    items = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
    return {str(word): reason for item in items for word, reason in item.items()}


def paragraphs(content: Guide) -> list[Paragraph]:
    return [paragraph for chapter in content.chapters for paragraph in chapter.paragraphs]


def names(content: Guide) -> Iterator[tuple[int, str]]:
    """Yield the capitalised words that no spelling and no hand-made link covers."""
    matcher = content.matcher
    for paragraph in paragraphs(content):
        text = MARKS.sub("", LINK.sub(lambda link: link[1].lower(), paragraph.markdown))
        for found in reversed(list(matcher.find(text))):
            text = text[: found.start] + "·" + text[found.end :]
        for word in CAPITAL.findall(text):
            if word not in MONTHS:
                yield paragraph.number, word


def test_every_name_is_a_spelling_or_has_a_reason(content: Guide) -> None:
    listed = reasons("names-without-entry.yml")
    words = {word for _, word in names(content)}

    unknown = [f"¶{number} {word}" for number, word in names(content) if word not in listed]

    assert unknown == []
    assert [word for word in listed if word not in words] == []


def told(content: Guide, paragraph: Paragraph) -> list[Date]:
    """Return the dates of the events that a paragraph links."""
    entities = content.catalogue.entities
    linked = [entities[id_] for id_ in EVENT.findall(paragraph.markdown)]
    named = [
        entities.get(mention.spelling.id) for mention in content.matcher.find(paragraph.markdown)
    ]
    events = [event for event in [*linked, *named] if isinstance(event, Event)]
    return [event.date for event in events if event.date]


def overlap(one: Date, other: Date) -> bool:
    (first, last), (begin, end) = one.sort_key, other.sort_key
    first = first if one.start else edtf.parse("0001").sort_key[0]
    last = last if one.end else edtf.parse("9999").sort_key[1]
    return first <= end and begin <= last


def test_every_date_belongs_to_an_event_or_has_a_reason(content: Guide) -> None:
    listed = reasons("dates-without-event.yml")
    unknown, seen = [], set()
    for paragraph in paragraphs(content):
        for date in printed(LINK.sub(r"\1", paragraph.markdown)):
            key = f"¶{paragraph.number} {date.edtf}"
            if not any(overlap(known, date) for known in told(content, paragraph)):
                seen.add(key)
                unknown += [key] if key not in listed else []

    assert unknown == []
    assert set(listed) - seen == set()


def test_an_event_dated_by_the_text_is_told_with_that_date(content: Guide) -> None:
    listed = reasons("events-dated-elsewhere.yml")
    by_event: dict[str, str] = {}
    for paragraph in paragraphs(content):
        for id_ in EVENT.findall(paragraph.markdown):
            by_event[id_] = by_event.get(id_, "") + paragraph.markdown
    wrong = []
    for event in content.catalogue.of_type(Event):
        if event.dated_by == "text" and event.date:
            parts = [part for part in (event.date.start, event.date.end) if part]
            words = [part.words.split()[-1] for part in parts]
            words += [part.words.split()[-2] for part in parts if part.month and not part.qualifier]
            if not any(word in by_event.get(event.id, "") for word in words):
                wrong.append(event.id)

    assert sorted(wrong) == sorted(listed)
