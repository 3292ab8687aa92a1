"""Checks of entities against each other: names, places within places, and what is not filled in."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from annotated.authoring import new
from annotated.content.catalogue import Catalogue
from annotated.content.endnotes import Endnotes
from annotated.content.guide import Guide
from annotated.core.normalize import fold
from annotated.core.problems import Problem
from annotated.model import edtf
from annotated.model.date_suggestions import suggestions
from annotated.model.entities import Entity, Event, Place, Term, linked_ids

# The paragraph or note in which a term has a sense of its own.
SENSE = re.compile(r"¶[0-9]+|note [0-9a-z]+")
# ISO 3166-1, alpha-2.
ISO = re.compile(r"[A-Z]{2}")
# A date within a citation: “5 December 2017”, “December 2017”, “2017”.
PRINTED = re.compile(r"(?:(?:[0-9]{1,2} )?[A-Z][a-z]+\.? )?[0-9]{4}")


def check(guide: Guide) -> Iterator[Problem]:
    """Yield what is wrong with an entity beside the others, the notes and the article."""
    catalogue = guide.catalogue
    yield from _names(catalogue)
    yield from _within_itself(catalogue)
    for entity in catalogue.entities.values():
        yield from _unfilled(catalogue, entity)
    for term in catalogue.of_type(Term):
        yield from _senses(catalogue, term)
    for place in catalogue.of_type(Place):
        if place.iso and not ISO.fullmatch(place.iso):
            message = f"the field 'iso': '{place.iso}' is no code of a country. Write it like IQ."
            yield catalogue.problem(place, "iso", message, "front-matter-wrong-value")
    published = _published(guide.article.published) if guide.article else None
    for event in catalogue.of_type(Event):
        yield from _unknown_notes(catalogue, event, guide.endnotes)
        yield from _latest_day(catalogue, event)
        yield from _movement(catalogue, event)
        if published and event.date and event.date.first and event.date.first > published:
            message = f"{event.date.words} is later than the article. Is the date right?"
            problem = catalogue.problem(event, "date", message, "event-after-article")
            yield replace(problem, for_editor=True)


def _latest_day(catalogue: Catalogue, event: Event) -> Iterator[Problem]:
    """Yield a problem where the latest day of an event is none, or does not lie in its date."""
    if not event.by or not event.date:
        return
    (first, last), day = event.date.sort_key, event.by.first
    if not day or day != event.by.last:
        message = f"the field 'by': '{event.by.edtf}' is no day. Write it like 2017-10-15."
        yield catalogue.problem(event, "by", message, "front-matter-wrong-value")
    elif not first <= day <= last:
        message = (
            f"the field 'by': {event.by.words} does not lie in {event.date.words}, which is the "
            "'date'. Correct one of them."
        )
        yield catalogue.problem(event, "by", message, "latest-day-outside-date")


def _movement(catalogue: Catalogue, event: Event) -> Iterator[Problem]:
    """Yield a problem for each part of a movement that the event does not name otherwise."""
    for field, ids, others, among in (
        ("from", event.from_, event.places, "places"),
        ("toward", event.toward, event.places, "places"),
        ("moving", event.moving, event.actors, "actors"),
    ):
        for id_ in ids:
            if id_ not in others:
                message = (
                    f"the field '{field}' names '{id_}', which is not among the '{among}'. Add it "
                    "there too, so that lists and filters find the event by it."
                )
                yield catalogue.problem(event, field, message, "movement-outside-event")


def _names(catalogue: Catalogue) -> Iterator[Problem]:
    owners: dict[str, Entity] = {}
    for entity in catalogue.entities.values():
        owner = owners.setdefault(fold(entity.name), entity)
        if owner is not entity:
            message = (
                f"'{entity.name}' is also the name of {owner.path}. Add to one of them what tells "
                "them apart."
            )
            yield catalogue.problem(entity, "name", message, "name-claimed-twice")
    for entity in catalogue.entities.values():
        for alias in entity.also:
            owner = owners.get(fold(alias), entity)
            # The glossary may explain a word that is also a name of something.
            if owner is not entity and isinstance(owner, Term) == isinstance(entity, Term):
                message = f"'{alias}' is the name of {owner.path}. Is it one of this entry too?"
                problem = catalogue.problem(entity, "also", message, "alias-is-name")
                yield replace(problem, for_editor=True)


def _within_itself(catalogue: Catalogue) -> Iterator[Problem]:
    for entity in catalogue.entities.values():
        for field, id_ in linked_ids(entity):
            if id_ == entity.id:
                message = f"the field '{field}' names the entry itself. Name another one."
                problem = catalogue.problem(entity, field, message, "entity-within-itself")
                yield replace(problem, hides=("step",))
    within = {place.id: place.within for place in catalogue.of_type(Place)}
    seen: set[str] = set()
    for id_ in within:
        chain: list[str] = []
        place = id_
        while place in within and place not in seen:
            seen.add(place)
            chain.append(place)
            place = within[place]
        circle = chain[chain.index(place) :] if place in chain else []
        if len(circle) > 1:
            first = catalogue.entities[circle[0]]
            message = f"'{first.id}' is within {', within '.join([*circle[1:], first.id])}."
            problem = catalogue.problem(first, "within", message, "entity-within-itself")
            yield replace(problem, message=f"{message} Correct one of them.", hides=("step",))


def _unfilled(catalogue: Catalogue, entity: Entity) -> Iterator[Problem]:
    if entity.summary == new.SUMMARY:
        message = f"the field 'summary' still says '{entity.summary}'. Write it."
        yield catalogue.problem(entity, "summary", message, "entry-unfilled")
    if (at := entity.body.find(new.BODY.strip())) >= 0:
        line = entity.body_line + entity.body.count("\n", 0, at)
        message = f"still says '{new.BODY.split(',')[0]}…'. Write the text in place of it."
        yield Problem(entity.path, line, message, "entry-unfilled")


def _senses(catalogue: Catalogue, term: Term) -> Iterator[Problem]:
    for sense in term.senses:
        if not SENSE.fullmatch(sense.text) or not sense.remark:
            message = f"'{sense.text}' is no place of a sense. Write '- ¶43: …' or '- note b: …'."
            yield catalogue.problem(term, "senses", message, "front-matter-wrong-value")


def _unknown_notes(catalogue: Catalogue, event: Event, endnotes: Endnotes) -> Iterator[Problem]:
    for note in event.notes:
        if note not in endnotes.notes:
            message = f"the field 'notes' names '{note}', which is no note of the article."
            problem = catalogue.problem(event, "notes", message, "reference-unknown")
            yield replace(problem, misses=f"note {note}")


def _published(citation: str) -> date | None:
    """Return the last day on which an article may have been published, None if none is printed."""
    printed = [match[0] for match in PRINTED.finditer(citation)]
    dates = [suggestions(words) or suggestions(words[-4:]) for words in printed]
    return max((edtf.parse(found[0]).last or date.min for found in dates if found), default=None)
