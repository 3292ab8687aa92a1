"""Rows of a list of entities: each entry folded to its name and one line, and opened in place.

The entries are Markdown of their own, under headings whose id is that of an entity; what follows
a heading, up to the next, is what its row opens. A script filters rows by the names they carry.
"""

import re
from collections.abc import Iterable, Mapping
from functools import partial
from html import escape

from annotated.core.normalize import fold as plain
from annotated.core.placeholders import MENTION_NUMBER
from annotated.linking.search_folding import fold
from annotated.model.entities import Entity, Event
from annotated.model.vocabulary import GROUPS_IN_LISTS, OTHERS

# The id of a row whose entity has a page of its own.
ROW = "row-"
ENTRY = re.compile(
    r'<h3 id="(?P<id>[^"]+)"[^>]*>(?P<name>.*?)(?P<link><a class="headerlink".*?</a>)?</h3>'
    r"(?P<body>.*?)(?=<h[23]\b|\Z)",
    re.DOTALL,
)
GROUP = re.compile(r'<h2 id="([^"]+)">(.*?)(?:<a class="headerlink".*?</a>)?</h2>')
# The attribute of a row that holds the names, folded, by which it is found.
DATA = " data-find="


def grouped(entities: Iterable[Entity]) -> dict[str, list[Entity]]:
    """Return entities by the heading under which a list shows them, each group by name."""
    ordered = sorted(entities, key=lambda entity: plain(entity.name))
    headings: dict[str, list[Entity]] = {}
    for heading, kinds in (*GROUPS_IN_LISTS, (OTHERS, frozenset())):
        chosen = [one for one in ordered if _heading_of(one) == heading]
        if chosen and (kinds or heading == OTHERS):
            headings[heading] = chosen
    return headings


def _heading_of(entity: Entity) -> str:
    kind = getattr(entity, "register", "") or getattr(entity, "kind", "")
    word = f"{type(entity).__name__}: {kind}"
    return next((heading for heading, kinds in GROUPS_IN_LISTS if word in kinds), OTHERS)


def fold_entries(html: str, entities: Mapping[str, Entity]) -> str:
    """Return the HTML of a list with a row for each entry, and a filter below its first heading.

    A page without rows comes back as it is. `entities` are all by id.
    """
    html = ENTRY.sub(partial(_row, entities=entities), html)
    if DATA not in html:
        return html
    links = " ".join(f'<a href="#{id_}">{name}</a>' for id_, name in GROUP.findall(html))
    groups = f'<nav class="list-groups" aria-label="Groups">{links}</nav>' if links else ""
    return html.replace("</h1>", f"</h1>{FILTER}{groups}", 1)


FILTER = (
    '<form class="list-filter needs-script" role="search" data-search-exclude>'
    '<label for="list-filter">Find in this list</label>'
    '<input type="search" id="list-filter" autocomplete="off" autocapitalize="off" '
    'spellcheck="false" dir="auto"><output for="list-filter"></output></form>'
)


def _id(match: re.Match[str]) -> str:
    return match["id"].removeprefix(ROW)


def _row(match: re.Match[str], entities: Mapping[str, Entity]) -> str:
    entity = entities.get(_id(match))
    if not entity:
        return match[0]
    forms = [entity.name, *(form.text for form in entity.spellings), *entity.also, entity.arabic]
    names = "|".join(dict.fromkeys(filter(None, map(fold, forms))))
    arabic = f'<bdi lang="ar">{escape(entity.arabic)}</bdi>' if entity.arabic else ""
    when = entity.date.words if isinstance(entity, Event) and entity.date else ""
    dated = f'<span class="entry-when">{escape(when)}</span>' if when else ""
    return (
        f'<details class="entry" id="{match["id"]}"{DATA}"{escape(names)}"><summary>'
        f"<h3>{match['name'].strip()}</h3>{arabic}{dated}"
        f'<span class="entry-line">{escape(entity.summary, quote=False)}</span>'
        f'<span class="entry-count" title="Times named">{MENTION_NUMBER.html(entity.id)}'
        '<span class="visually-hidden"> mentions</span></span></summary>'
        f'<div class="entry-body">{match["body"].strip()}{match["link"] or ""}</div></details>\n'
    )
