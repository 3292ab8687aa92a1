"""Lists of TEI: the places, persons, organizations, events and terms that a guide tells of."""

from dataclasses import dataclass

from annotated.content.guide import Guide
from annotated.exports.addresses import Addresses
from annotated.exports.linked_data import plain_days
from annotated.exports.tei_markup import element, text_of
from annotated.model.arabic_script import is_arabic
from annotated.model.entities import Entity, Event, Group, Person, Place, Term
from annotated.model.vocabulary import CERTAINTY, EXACT

# The prefix keeps an id from being that of a statement or a paragraph.
PREFIX = "e."


@dataclass(frozen=True)
class EntityLists:
    """Writes the lists; `at` gives the addresses as the file reaches them."""

    guide: Guide
    at: Addresses

    def all(self) -> str:
        """Return the lists that have something in them."""
        catalogue = self.guide.catalogue
        written = (
            ("listPlace", map(self._place, catalogue.of_type(Place))),
            ("listPerson", map(self._person, catalogue.of_type(Person))),
            ("listOrg", map(self._group, catalogue.of_type(Group))),
            ("listEvent", map(self._event, catalogue.of_type(Event))),
            ("list", map(self._term, catalogue.of_type(Term))),
        )
        lists = ((name, "\n".join(items)) for name, items in written)
        return "\n".join(element(name, f"\n{items}\n") for name, items in lists if items)

    def _place(self, place: Place) -> str:
        names = self._names(place, "placeName")
        known = place.within in self.guide.catalogue.entities
        within = self._reference("placeName", place.within) if known else ""
        location = element("location", within, type="within") if within else ""
        if place.point:
            sure = "high" if place.precision == EXACT else "low"
            geo = element("geo", f"{place.point.latitude} {place.point.longitude}")
            location += element("location", geo, cert=sure)
        told = element("note", text_of(place.summary))
        return element("place", f"{names}{location}{told}", **self._named(place), type=place.kind)

    def _person(self, person: Person) -> str:
        told = element("note", text_of(person.summary))
        content = f"{self._names(person, 'persName')}{told}"
        return element("person", content, **self._named(person), role=person.kind)

    def _group(self, group: Group) -> str:
        told = element("note", text_of(group.summary))
        content = f"{self._names(group, 'orgName')}{told}"
        return element("org", content, **self._named(group), type=group.kind)

    def _event(self, event: Event) -> str:
        start, end = plain_days(event.date)
        dates = {"from_": start, "to": end} if end else {"when": start}
        words = event.date.words if event.date else "undated"
        told = (
            f"{element('desc', text_of(event.summary))}{element('note', self._where(event, words))}"
        )
        content = f"{element('label', text_of(event.name))}{told}"
        return element("event", content, **self._named(event), type=event.kind, **dates)

    def _where(self, event: Event, words: str) -> str:
        known = self.guide.catalogue.entities
        places = (self._reference("placeName", id_) for id_ in event.places if id_ in known)
        actors = (self._reference("rs", id_) for id_ in event.actors if id_ in known)
        date = element("date", text_of(words))
        return "; ".join([date, *places, *actors, text_of(CERTAINTY[event.certainty])])

    def _reference(self, name: str, id_: str) -> str:
        words = self.guide.catalogue.entities[id_].name
        return element(name, text_of(words), ref=pointer(id_))

    def _term(self, term: Term) -> str:
        told = element("gloss", text_of(term.summary))
        return element("item", f"{self._names(term, 'term')}{told}", **self._named(term))

    def _named(self, entity: Entity) -> dict[str, str]:
        return {"id": f"{PREFIX}{entity.id}", "corresp": self.at.entity(entity.id)}

    def _names(self, entity: Entity, name: str) -> str:
        others = (entity.arabic, *(form.text for form in entity.spellings), *entity.also)
        names = dict.fromkeys([entity.name, *filter(None, others)])
        return "".join(
            element(name, text_of(spelling), lang="ar" if is_arabic(spelling) else "")
            for spelling in names
        )


def pointer(id_: str) -> str:
    """Return how the file refers to an entity in its own lists."""
    return f"#{PREFIX}{id_}"
