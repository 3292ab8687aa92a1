"""Rows of a list: each entry folded to its name and one line, and opened in place.

The entries are Markdown of their own, under headings whose id is that of an entity or a source;
what follows a heading, up to the next, is what its row opens. A script filters rows by the names
and the letters that they carry.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from html import escape
from itertools import chain

from annotated.content.endnotes import Endnotes
from annotated.content.sources import Source
from annotated.core.input_keys import Inputs
from annotated.core.normalize import fold as plain
from annotated.core.placeholders import MENTION_NUMBER
from annotated.evidence.references import date_in_words
from annotated.linking.search_folding import fold
from annotated.model.entities import Entity, Event, Person
from annotated.model.vocabulary import GROUPS_IN_LISTS, OTHERS

# The id of a row whose entity has a page of its own.
ROW = "row-"
# How the heading of an entry begins.
HEADING = '<h3 id="'
ENTRY = re.compile(
    rf'{HEADING}(?P<id>[^"]+)"[^>]*>(?P<name>.*?)(?P<link><a class="headerlink".*?</a>)?</h3>'
    r"(?P<body>.*?)(?=<h[23]\b|\Z)",
    re.DOTALL,
)
GROUP = re.compile(r'<h2 id="([^"]+)">(.*?)(?:<a class="headerlink".*?</a>)?</h2>')
# The attribute of a row that holds the names, folded, by which it is found beside what it shows.
DATA = " data-find"
# From so many rows on, letters lead into a list.
LONG = 20
LETTERS = re.compile(r'<details class="entry[^"]*" id="([^"]+)" data-letters="([^"]*)"')


def grouped(entities: Iterable[Entity]) -> dict[str, list[Entity]]:
    """Return entities by the heading under which a list shows them, each group by name."""
    ordered = sorted(entities, key=lambda entity: plain(entity.name))
    headings: dict[str, list[Entity]] = {}
    for heading, kinds in (*GROUPS_IN_LISTS, (OTHERS, frozenset())):
        chosen = [entity for entity in ordered if _heading_of(entity) == heading]
        if chosen and (kinds or heading == OTHERS):
            headings[heading] = chosen
    return headings


def _heading_of(entity: Entity) -> str:
    kind = getattr(entity, "register", "") or getattr(entity, "kind", "")
    word = f"{type(entity).__name__}: {kind}"
    return next((heading for heading, kinds in GROUPS_IN_LISTS if word in kinds), OTHERS)


@dataclass(frozen=True)
class Row:
    """What a row shows and is found by.

    `names` are folded; `letters` are those under which it stands, or its year. `count` is HTML.
    """

    names: Iterable[str]
    letters: Iterable[str]
    line: str
    count: str
    count_of: str
    when: str = ""
    arabic: str = ""
    kind: str = ""


@dataclass(frozen=True)
class Rows:
    """The rows of all entities and sources, by id."""

    entities: Mapping[str, Entity]
    sources: Mapping[str, Source]
    endnotes: Endnotes

    def row(self, id_: str) -> Row | None:
        """Return the row of an entity or a source, or None of anything else."""
        if id_ in self.sources:
            return of_source(self.sources[id_], self._citing[id_])
        entity = self.entities.get(id_)
        return of_entity(entity) if entity else None

    @cached_property
    def _citing(self) -> Mapping[str, list[str]]:
        """Return the numbers of the notes that cite each source."""
        citing: dict[str, list[str]] = defaultdict(list)
        for note in self.endnotes.notes.values():
            for key in dict.fromkeys(cite.text for cite in note.cites):
                citing[key].append(note.note)
        return citing


def of_entity(entity: Entity) -> Row:
    """Return the row of an entity."""
    forms = [entity.name, *(form.text for form in entity.spellings), *entity.also, entity.arabic]
    when = entity.date if isinstance(entity, Event) else None
    return Row(
        names=map(fold, forms),
        letters=_letters_of(entity),
        line=entity.summary,
        count=MENTION_NUMBER.html(entity.id),
        count_of="mentions",
        when=when.words if when else "",
        arabic=entity.arabic,
    )


def of_source(source: Source, notes: Sequence[str]) -> Row:
    """Return the row of a source that some notes cite."""
    date = date_in_words(source.year, source.month, source.day)
    return Row(
        names=(),
        letters=_initials(source.sorted_by or source.title),
        line="; ".join(source.authors),
        count=str(len(notes)),
        count_of="notes",
        when=", ".join(filter(None, (source.container, date))),
        kind=" of-source",
    )


def _letters_of(entity: Entity) -> list[str]:
    """Return the letters of an entity: of a person also the last name’s, of an event its year."""
    if isinstance(entity, Event):
        start = entity.date.start if entity.date else None
        return [start.year] if start and start.year.isdecimal() else []
    last = entity.name.split()[-1:] if isinstance(entity, Person) else []
    return [*dict.fromkeys(chain.from_iterable(map(_initials, (entity.name, *last))))]


def _initials(name: str) -> list[str]:
    """Return the letters under which a name is looked for, with its article and without."""
    words = (fold(name), plain(name))
    return [*dict.fromkeys(word[:1].upper() for word in words if word[:1].isalpha())]


def fold_entries(row_of: Callable[[str], Row | None], html: str, _known: Inputs) -> str:
    """Return the HTML of a list with a row for each entry, and what finds one above them.

    `row_of` returns the row of what has an id, of what is known; a page without rows comes back as
    it is.
    """
    html = ENTRY.sub(partial(_folded, row_of=row_of), html)
    if DATA not in html:
        return html
    head, end, rest = html.partition("</h1>")
    begin = min(at for mark in ("<h2", "<details") if (at := rest.find(mark)) >= 0)
    about = f"{ABOUT}{rest[:begin]}</details>"
    links = " ".join(f'<a href="#{id_}">{name}</a>' for id_, name in GROUP.findall(html))
    groups = f'<nav class="list-groups" aria-label="Groups">{links}</nav>' if links else ""
    return f"{head}{end}{FILTER}{_letters(rest)}{groups}{about}{rest[begin:]}"


ABOUT = '<details class="list-about"><summary>About this list</summary>'
FILTER = (
    '<form class="list-filter needs-script" role="search" data-search-exclude>'
    '<label for="list-filter">Find in this list</label>'
    '<input type="search" id="list-filter" autocomplete="off" autocapitalize="off" '
    'spellcheck="false" dir="auto"><output for="list-filter"></output></form>'
)


def _letters(html: str) -> str:
    """Return links to the first row of each letter, which a script makes a choice of rows."""
    rows = LETTERS.findall(html)
    first = {letter: id_ for id_, letters in reversed(rows) for letter in letters.split()}
    links = " ".join(f'<a href="#{first[letter]}">{letter}</a>' for letter in sorted(first))
    if len(rows) < LONG:
        return ""
    return f'<nav class="list-letters" aria-label="Letters">{links}</nav>'


def _folded(match: re.Match[str], row_of: Callable[[str], Row | None]) -> str:
    row = row_of(match["id"].removeprefix(ROW))
    if not row:
        return match[0]
    arabic = f'<bdi lang="ar">{escape(row.arabic)}</bdi>' if row.arabic else ""
    dated = f'<span class="entry-when">{escape(row.when)}</span>' if row.when else ""
    names = escape("|".join(dict.fromkeys(filter(None, row.names))))
    found_by = f'{DATA}="{names}"' if names else DATA
    return (
        f'<details class="entry{row.kind}" id="{match["id"]}" '
        f'data-letters="{" ".join(row.letters)}"{found_by}><summary>'
        f"<h3>{match['name'].strip()}</h3>{arabic}{dated}"
        f'<span class="entry-line">{escape(row.line, quote=False)}</span>'
        f'<span class="entry-count" title="{row.count_of.capitalize()}">{row.count}'
        f"<span> {row.count_of}</span></span></summary>"
        f"<div>{match['body'].strip()}{match['link'] or ''}</div></details>\n"
    )
