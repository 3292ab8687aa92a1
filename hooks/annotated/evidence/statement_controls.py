"""Controls of the page of all statements: questions, filters, the count; a script shows them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from urllib.parse import urlencode

from annotated.evidence.statement_facets import LABELS, NONE, Facets

CALLED = ("place", "actor")
NAMED = (*CALLED, "event")
# What readers ask first, beside each theme on the group’s word alone.
QUESTIONS = {
    "What does only {group} say?": {"alone": "group"},
    "What does it say under no note at all?": {"speaker": "group", "support": NONE},
    "Where may a note not bear what it is cited for?": {"support": "doubt"},
    "What do only interviews stand behind?": {"alone": "interview"},
}

Values = Mapping[str, Sequence[str]]


def controls(rows: Sequence[Values], facets: Facets) -> str:
    """Return the form as HTML; `rows` are the values of all statements, as `Facets.of` has them."""
    selects = "".join(_select(name, rows, facets) for name in LABELS)
    return (
        '<form class="asking" autocomplete="off" data-search-exclude hidden>'
        f'<div class="questions"><p>Ask at once</p><ul>{_questions(rows, facets)}</ul></div>'
        '<p class="words"><label for="by-text">Words or names in it</label> '
        '<input type="search" id="by-text" name="text"></p>'
        f'<div class="facets">{selects}'
        '<p><label for="by-known">Could be known by</label> '
        '<input type="date" id="by-known" name="known"></p></div>'
        f'<p class="hits"><output id="hits">{len(rows)} statements</output> '
        '<button type="reset">Show all</button> '
        '<button type="button" id="copy-csv">Copy as CSV</button></p></form>'
    )


def _questions(rows: Sequence[Values], facets: Facets) -> str:
    group = facets.evidence.labels["group"].removeprefix("said by ")
    asked = [
        (f"Which {theme.words.lower()} rest only on the word of {group}?", theme.holds)
        for theme in facets.evidence.guide.themes
    ]
    queries: list[Mapping[str, str]] = [
        {"theme": theme.theme, "alone": "group"} for theme in facets.evidence.guide.themes
    ]
    asked += [(words.format(group=group), "") for words in QUESTIONS]
    queries += QUESTIONS.values()
    return "".join(
        f'<li><a href="?{escape(urlencode(query))}">{escape(words)} ({_count(rows, query)})</a>'
        f"{f' <small>{escape(rule)}</small>' if rule else ''}</li>"
        for (words, rule), query in zip(asked, queries, strict=True)
    )


def _count(rows: Iterable[Values], query: Mapping[str, str]) -> int:
    return sum(all(value in row[name] for name, value in query.items()) for row in rows)


def _select(name: str, rows: Iterable[Values], facets: Facets) -> str:
    counted = Counter(value for row in rows for value in row[name])
    words = facets.words[name]
    # Entities stand in order of their names, all others in the order of their words.
    ordered = sorted(counted, key=lambda id_: words[id_].casefold()) if name in NAMED else words
    options = "".join(
        f'<option value="{escape(id_)}"{_also(name, id_, facets)}>'
        f"{escape(words[id_])} ({counted[id_]})</option>"
        for id_ in ordered
        if counted[id_]
    )
    return (
        f'<p><label for="by-{name}">{LABELS[name]}</label> <select id="by-{name}" name="{name}">'
        f'<option value="">any</option>{options}</select></p>'
        if options
        else ""
    )


def _also(name: str, id_: str, facets: Facets) -> str:
    return f' data-also="{escape(facets.also(id_))}"' if name in CALLED else ""
