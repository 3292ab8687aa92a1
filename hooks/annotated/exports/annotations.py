"""Annotations for programs that lay notes over pages: of the guide, and of the article’s publisher.

Sources: Web Annotation Data Model and Vocabulary (W3C). Words are found by quotation; of the
article no more is quoted than the few words by which each paragraph is found.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from annotated.content.guide import Guide
from annotated.content.release import Release
from annotated.core import short_json
from annotated.core.disk_texts import DiskTexts
from annotated.core.input_keys import Inputs
from annotated.exports import page_quotes
from annotated.exports.addresses import Addresses
from annotated.exports.kept_inputs import KeptInputs
from annotated.exports.packages import licence_address
from annotated.exports.page_quotes import Quote, QuotedParagraph
from annotated.model.anchors import paragraph_anchor
from annotated.model.entities import Place
from annotated.model.remarks import CERTAINTIES, WEIGHTS, Remark

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# By which ids of elements are a kind of fragment (Web Annotation Data Model, 4.2.1).
OF_HTML = "http://tools.ietf.org/rfc/rfc3236"
Json = dict[str, object]


@dataclass(frozen=True)
class Annotations:
    """Writes the collections; `at` gives the addresses as `file` reaches them.

    `kept` are the inputs of those of a page, besides the page, and `finished` is what returns a
    page as readers get it.
    """

    guide: Guide
    release: Release
    at: Addresses
    file: str
    kept: KeptInputs = field(default_factory=KeptInputs)
    finished: Callable[[str], str] = str

    def of_pages(self, pages: Iterable[tuple[str, str]]) -> Iterator[str]:
        """Yield the collection for the chapters in pieces; `pages` are path and HTML of each."""
        run, rest = self.kept.build_cache.run_on, self.kept.rest
        lines = (run(self, _of_page, self.at.page(path), html, rest) for path, html in pages)
        label = "Who says each statement, what does not fit, and the places, in the chapters"
        return self._collection(label, lines)

    def of_publisher(self) -> str:
        """Return the collection for the page of the publisher."""
        article = self.guide.article
        found = article.found_by if article else ()
        items = [
            short_json.text(item)
            for at in found
            for item in self._of_original(article.address if article else "", at.text, at.remark)
        ]
        label = "What the guide says on each paragraph of the article"
        return "".join(self._collection(label, [items]))

    def _collection(self, label: str, groups: Iterable[Sequence[str]]) -> Iterator[str]:
        """Yield the collection of groups of annotations, which are written but for their ids.

        At its head it says how many there are, for which all but one group wait on disk.
        """
        own = self.at.file(f"data/{self.file}")
        begin = short_json.text({"id": f"{own}#a"}).removesuffix('"}')
        waiting, total = DiskTexts(), 0
        for group in filter(None, groups):
            numbered = enumerate(group, start=total + 1)
            listed = [f'{begin}{number}",{item[1:]}' for number, item in numbered]
            waiting[str(total)] = ",\n".join(listed)
            total += len(listed)
        head = short_json.text(self._head(own, label, total))[:-1]
        only_page: Json = {"id": f"{own}#page", "type": "AnnotationPage", "startIndex": 0}
        page = short_json.text(only_page)[:-1]
        yield f'{head},"first":{page},"items":[\n'
        for first in waiting:
            yield (",\n" if first != "0" else "") + waiting[first]
        yield "\n]}}\n"

    def _head(self, own: str, label: str, total: int) -> Json:
        release, named = self.release, self.release.authors
        head: Json = {
            "@context": CONTEXT,
            "id": own,
            "type": "AnnotationCollection",
            "label": label,
            "creator": [
                {"type": "Person" if author.is_person else "Organization", "name": author.name}
                for author in named
            ],
            "rights": licence_address(release.licence),
            "modified": f"{release.day}T00:00:00Z" if release.day else "",
            "schema:version": release.version,
            "schema:identifier": release.commit,
        }
        return {name: value for name, value in head.items() if value} | {"total": total}

    def of_paragraph(self, page: str, paragraph: QuotedParagraph) -> Iterator[Json]:
        """Yield the annotations of a paragraph of the page at the address `page`."""
        for id_, (start, end) in paragraph.statements.items():
            label = self._said.get(id_, "")
            if label:
                target = _target(page, paragraph.quote(start, end), id_)
                yield _annotation("classifying", [_tag(label)], target)
        yield from self._places(page, paragraph)
        yield from self._remarks(page, paragraph)

    @cached_property
    def _said(self) -> Mapping[str, str]:
        """Return in words who says each statement, by its id."""
        labels = self.guide.speaker_labels
        return {
            statement.id: labels.get(statement.speaker, "") for statement in self.guide.statements
        }

    def _places(self, page: str, paragraph: QuotedParagraph) -> Iterator[Json]:
        known = self.guide.catalogue.entities
        for mention in paragraph.mentions:
            if isinstance(known.get(mention.entity), Place):
                body = _resource(self.at.entity(mention.entity), "identifying")
                quote = paragraph.quote(mention.start, mention.end)
                yield _annotation("identifying", [body], _target(page, quote))

    def _remarks(self, page: str, paragraph: QuotedParagraph) -> Iterator[Json]:
        number = next(iter(paragraph.statements)).partition("-")[0].removeprefix("p")
        for remark in self.guide.remarks_on.get(("paragraph", number), ()):
            for anchor in remark.at:
                here = anchor.words and anchor.target == ("paragraph", number)
                if place := paragraph.find(anchor.words) if here else None:
                    target = _target(page, paragraph.quote(*place))
                    yield _annotation("commenting", [_comment(remark)], target)

    def _of_original(self, address: str, anchor: str, words: str) -> Iterator[Json]:
        number = anchor.removeprefix(paragraph_anchor(""))
        remarks = self.guide.remarks_on.get(("paragraph", number), ())
        retold = _resource(self.at.anchor(anchor), "linking")
        target: Json = {
            "source": address,
            "selector": {"type": "TextQuoteSelector", "exact": words},
        }
        yield _annotation("linking", [retold, *map(_comment, remarks)], target)


def _of_page(notes: Annotations, page: str, html: str, _rest: Inputs) -> list[str]:
    return [
        short_json.text(item)
        for paragraph in page_quotes.paragraphs(notes.finished(html))
        for item in notes.of_paragraph(page, paragraph)
    ]


def _annotation(motivation: str, bodies: list[Json], target: Json) -> Json:
    return {"type": "Annotation", "motivation": motivation, "body": bodies, "target": target}


def _target(page: str, quote: Quote, id_: str = "") -> Json:
    """Return where words stand: by quotation, and by the id of their element where it has one."""
    quoted: Json = {"type": "TextQuoteSelector", **quote._asdict()}
    fragment: Json = {"type": "FragmentSelector", "conformsTo": OF_HTML, "value": id_}
    return {"source": page, "selector": [quoted, fragment] if id_ else quoted}


def _tag(label: str) -> Json:
    return {"type": "TextualBody", "purpose": "classifying", "value": label, "language": "en"}


def _resource(address: str, purpose: str) -> Json:
    return {"type": "SpecificResource", "source": address, "purpose": purpose}


def _comment(remark: Remark) -> Json:
    sure = f"{CERTAINTIES[remark.certainty]}; {WEIGHTS[remark.weight]}"
    told = f"{remark.subject}. {' '.join(remark.body.split())} ({sure})"
    return {
        "type": "TextualBody",
        "purpose": "commenting",
        "value": told,
        "format": "text/plain",
        "language": "en",
    }
