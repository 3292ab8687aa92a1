"""Linked data: the guide in the vocabulary of schema.org, as JSON-LD for programs of the web.

Sources: JSON-LD 1.1; schema.org. The vocabulary is named in the file and need not be fetched. What
the article claims stays its claim: nothing here rates whether it is true, and only the article’s
own address stands for the article.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from annotated.content.article import Article
from annotated.content.guide import Guide
from annotated.content.release import Author, Release
from annotated.core import short_json
from annotated.exports.addresses import Addresses
from annotated.exports.packages import MEDIA, licence_address
from annotated.model.arabic_script import is_arabic
from annotated.model.edtf import Date
from annotated.model.entities import Entity, Event, Group, Person, Place, Term
from annotated.model.vocabulary import CERTAINTY, EXACT

Json = dict[str, object]
NAME = "guide.jsonld"
GLOSSARY, DATA = "docs/glossary/index.md", "docs/data/index.md"
# A date that is known as it is written: ISO 8601 has no “about”, no season and no open end.
PLAIN = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?")
TYPES: dict[type[Entity], str] = {
    Place: "Place",
    Event: "Event",
    Term: "DefinedTerm",
    Person: "Person",
}


@dataclass(frozen=True)
class LinkedData:
    """Writes the file; `files` says what each file of the data is, by its name."""

    guide: Guide
    release: Release
    at: Addresses
    files: Mapping[str, str]

    def text(self) -> str:
        """Return the file, one thing to a line."""
        things = ",\n".join(short_json.text(_known(node)) for node in self._graph())
        return f'{{"@context":{{"@vocab":"https://schema.org/"}},"@graph":[\n{things}\n]}}\n'

    def _graph(self) -> Iterator[Json]:
        yield self._site()
        yield self._book()
        if article := self.guide.article:
            yield _article(article)
        yield from self._chapters()
        yield {
            "@id": self.at.page(GLOSSARY),
            "@type": "DefinedTermSet",
            "name": "Glossary",
            "isPartOf": _at(self._home),
        }
        yield from map(self._entity, self.guide.catalogue.entities.values())
        yield self._data()

    @property
    def _home(self) -> str:
        return self.at.page("docs/index.md")

    @property
    def _guide(self) -> str:
        # No page is the guide as a whole: this file names it.
        return f"{self.at.file(f'data/{NAME}')}#guide"

    def _state(self) -> Json:
        release, licence = self.release, licence_address(self.release.licence)
        return {
            "license": licence or release.licence,
            "author": [*map(_author, release.authors)],
            "version": release.version,
            "identifier": _value("commit", release.commit) if release.commit else "",
            "dateModified": release.day,
            "inLanguage": "en",
        }

    def _site(self) -> Json:
        named: Json = {"@id": self._home, "@type": "WebSite", "name": self.release.title}
        return named | {"url": self._home, "hasPart": _at(self._guide)} | self._state()

    def _book(self) -> Json:
        article = self.guide.article
        return {
            "@id": self._guide,
            "@type": ["Book", "LearningResource"],
            "name": self.release.title,
            "description": self.release.about,
            "learningResourceType": "study guide",
            "isPartOf": _at(self._home),
            "isBasedOn": _at(article.address) if article else "",
            "hasPart": [_at(self.at.page(chapter.path)) for chapter in self.guide.chapters],
        } | self._state()

    def _chapters(self) -> Iterator[Json]:
        for number, chapter in enumerate(self.guide.chapters, start=1):
            yield {
                "@id": self.at.page(chapter.path),
                "@type": "Chapter",
                "name": chapter.title,
                "position": number,
                "abstract": chapter.summary,
                "isPartOf": _at(self._guide),
                "isBasedOn": _at(self.guide.article.address) if self.guide.article else "",
            }

    def _entity(self, entity: Entity) -> Json:
        # Words that stand for an event are no names of it.
        spellings = () if isinstance(entity, Event) else entity.spellings
        others = dict.fromkeys((*(spelling.text for spelling in spellings), *entity.also))
        names = [
            _name(spelling)
            for spelling in (entity.arabic, *others)
            if spelling and spelling != entity.name
        ]
        thing: Json = {
            "@id": self.at.entity(entity.id),
            "@type": _type(entity),
            "name": entity.name,
            "alternateName": names,
            "description": entity.summary,
        }
        return thing | self._own(entity)

    def _own(self, entity: Entity) -> Json:
        if isinstance(entity, Term):
            return {"inDefinedTermSet": _at(self.at.page(GLOSSARY))}
        if isinstance(entity, Place):
            return self._place(entity)
        return self._event(entity) if isinstance(entity, Event) else {}

    def _place(self, place: Place) -> Json:
        # A point that only holds a label would be taken for where a whole region is.
        geo: Json = {}
        if place.point and place.precision == EXACT:
            geo = {"@type": "GeoCoordinates", "latitude": place.point.latitude}
            geo["longitude"] = place.point.longitude
        within = _at(self.at.entity(place.within)) if place.within else ""
        return {"geo": geo, "containedInPlace": within}

    def _event(self, event: Event) -> Json:
        start, end = plain_days(event.date)
        known = self.guide.catalogue.entities
        told = event.date.words if event.date else "undated"
        return {
            "startDate": start,
            "endDate": end,
            "disambiguatingDescription": f"Date: {told}. {CERTAINTY[event.certainty]}",
            "location": [_at(self.at.entity(place)) for place in event.places if place in known],
            "about": [_at(self.at.entity(actor)) for actor in event.actors if actor in known],
        }

    def _data(self) -> Json:
        distribution = [
            {
                "@type": "DataDownload",
                "name": what,
                "contentUrl": self.at.file(f"data/{name}"),
                "encodingFormat": MEDIA.get(name.rpartition(".")[2], "text/plain"),
            }
            for name, what in self.files.items()
        ]
        return {
            "@id": self.at.page(DATA),
            "@type": "Dataset",
            "name": f"Data of “{self.release.title}”",
            "description": self.release.about,
            "isPartOf": _at(self._home),
            "distribution": distribution,
        } | self._state()


def _type(entity: Entity) -> str:
    """Return the type of an entity: a people is no organization."""
    if isinstance(entity, Group):
        return "Thing" if entity.kind == "people" else "Organization"
    return TYPES[type(entity)]


def _article(article: Article) -> Json:
    container: Json = {"@type": "Periodical", "name": article.container}
    volume: Json = {"@type": "PublicationVolume", "volumeNumber": article.volume}
    issue: Json = {"@type": "PublicationIssue", "issueNumber": article.issue}
    return {
        "@id": article.address,
        "@type": "ScholarlyArticle",
        "name": article.title,
        "author": {"@type": "Person", "name": article.author},
        "datePublished": plain_days(article.date)[0],
        "url": article.address,
        "isPartOf": issue | {"isPartOf": volume | {"isPartOf": container}},
    }


def plain_days(date: Date | None) -> tuple[str, str]:
    """Return the beginning and the end of a date that ISO 8601 can hold, or twice ""."""
    start, _, end = date.edtf.partition("/") if date else ("", "", "")
    if not all(PLAIN.fullmatch(part) for part in (start, end or start)):
        return "", ""
    return start, end


def _author(author: Author) -> Json:
    return {"@type": "Person" if author.is_person else "Organization", "name": author.name}


def _name(text: str) -> object:
    return {"@value": text, "@language": "ar"} if is_arabic(text) else text


def _value(name: str, value: str) -> Json:
    return {"@type": "PropertyValue", "propertyID": name, "value": value}


def _at(address: str) -> Json:
    return {"@id": address}


def _known(thing: Json) -> Json:
    return {name: value for name, value in thing.items() if value and value != {"@id": ""}}
