"""Controls of the timeline: filters and orders, hidden until the script shows them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from html import escape

from annotated.content.timeline_lanes import Lanes

ORDERS = {
    "event": "when it happened",
    "article": "where the article tells of it",
    "source": "when a source first told of it",
}
FILTERS = {
    "lane": "Lane",
    "place": "Place",
    "actor": "Actor",
    "kind": "Kind",
    "certainty": "Told as",
    "conflict": "Conflict",
}
# Labels of values that are neither an id of an entity nor a plain word.
LABELS = {"yes": "noted"}


def controls(items: Sequence[Mapping[str, str]], lanes: Lanes) -> str:
    """Return the form as HTML; `items` are what `EventItems.data` returns for the events."""
    names = {id_: entity.name for id_, entity in lanes.entities.items()}
    titles = {lane.id: lane.title for lane in lanes.all}
    selects = "".join(
        select(name, label, [item[name] for item in items], titles if name == "lane" else names)
        for name, label in FILTERS.items()
    )
    return (
        '<form class="timeline-controls" autocomplete="off" data-search-exclude hidden>'
        f"<fieldset><legend>In the order of</legend>{_orders()}</fieldset>"
        f'<div class="filters">{selects}</div>'
        f'<p class="hits"><output id="hits">{len(items)} events</output> '
        '<button type="reset">Show all</button></p></form>'
    )


def _orders() -> str:
    return "".join(
        f'<label><input type="radio" name="order" value="{order}"'
        f"{' checked' if order == 'event' else ''}> {words}</label>"
        for order, words in ORDERS.items()
    )


def select(name: str, label: str, values: Iterable[str], known: Mapping[str, str]) -> str:
    """Return a choice of the words in `values`, each counted; `known` are the names of ids."""
    counted = Counter(word for value in values for word in value.split())
    names = {value: {**LABELS, **known}.get(value, value) for value in counted}
    options = "".join(
        f'<option value="{escape(id_)}">{escape(names[id_])} ({counted[id_]})</option>'
        for id_ in sorted(counted, key=lambda id_: names[id_].casefold())
    )
    return (
        f'<p><label for="by-{name}">{label}</label> <select id="by-{name}" name="{name}">'
        f'<option value="">any</option>{options}</select></p>'
    )
