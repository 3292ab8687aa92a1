"""The panel of every page: how a reader wants to read, what is switched on, and the keys.

A page holds what works without scripts; a script that all pages share puts in the rest.
"""

from collections.abc import Iterable
from typing import NamedTuple


class Choice(NamedTuple):
    """One of several: the name under which it is kept, its words, and its values with theirs.

    The first value, which is empty, holds until a reader chooses another.
    """

    name: str
    words: str
    values: tuple[tuple[str, str], ...]


CHOICES = (
    Choice("size", "Text size", (("", "usual"), ("s", "small"), ("l", "large"), ("xl", "largest"))),
    Choice("measure", "Line", (("", "usual"), ("s", "short"), ("l", "long"))),
    Choice("scheme", "Colours", (("", "as the device"), ("default", "light"), ("slate", "dark"))),
    Choice("links", "Links", (("", "first mentions"), ("all", "all"), ("none", "none"))),
)
# The kinds of links, as their underlines tell them apart.
LEGEND = (
    ("place", "place"),
    ("person", "person or group"),
    ("term", "word explained"),
    ("event", "event"),
)
# The first and the last do nothing without scripts.
SWITCHES = (
    ("show-cards", "Cards beside links"),
    ("show-notes", "Remarks"),
    ("show-questions", "Questions of a chapter"),
    ("use-keys", "Single keys"),
)
KEYS = (
    ("?", "opens and closes this panel"),
    ("Tab", "goes to the next link; rest there and its card opens, Tab again goes into it"),
    ("Esc", "closes the topmost card"),
    ("/", "goes to the search"),
    ("p, n", "previous and next page"),
    ("w, h, o", "lenses: who says it, how sure, on what; again, and the text is plain"),
    ("k", "goes to the day of “known by”"),
)


def html() -> str:
    """Return the panel as it stands in a page, out of sight until its button asks for it."""
    _, *plain, _ = map(_switch, SWITCHES)
    return (
        '<div id="panel" class="panel" popover role="dialog" aria-labelledby="panel-title">'
        f'<h2 id="panel-title">Reading</h2>{legend()}'
        f'<form class="switches">{"".join(plain)}</form></div>'
    )


def pieces() -> list[tuple[str, str, str]]:
    """Return what needs scripts: of each piece near what, on which side of it, and its HTML."""
    of_cards, *_, of_keys = map(_switch, SWITCHES)
    keys = "".join(f"<dt><kbd>{key}</kbd></dt><dd>{does}</dd>" for key, does in KEYS)
    rest = (
        '<p class="kept" hidden><a class="stopped-at" href="#" hidden></a> '
        '<button type="button" class="forget">Forget where I was</button></p>'
        f"<h2>Keys</h2><dl>{keys}</dl>"
    )
    return [
        ("#panel-title", "afterend", f'<form class="choices">{_choices(CHOICES)}</form>'),
        ("#panel .switches", "afterbegin", of_cards),
        ("#panel .switches", "beforeend", of_keys),
        ("#panel", "beforeend", rest),
    ]


def legend() -> str:
    """Return the kinds of links, each underlined as it is in the text."""
    kinds = " ".join(f'<span class="mention {kind}">{words}</span>' for kind, words in LEGEND)
    return f'<p class="legend">Links by kind: {kinds}</p>'


def _switch(switch: tuple[str, str]) -> str:
    id_, words = switch
    return f'<label><input type="checkbox" role="switch" id="{id_}" checked> {words}</label>'


def _choices(choices: Iterable[Choice]) -> str:
    return "".join(
        f"<fieldset><legend>{choice.words}</legend>"
        + "".join(
            f'<label><input type="radio" name="{choice.name}" value="{value}"'
            f"{'' if value else ' checked'}> {words}</label>"
            for value, words in choice.values
        )
        + "</fieldset>"
        for choice in choices
    )
