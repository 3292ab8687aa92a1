"""The bar of lenses, in reach on every page that they show something of: their legends, a day.

A lens is offered where the page has what it shows: marks of who speaks, hedges, dates.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from annotated.evidence import lens_marks
from annotated.evidence.lens_marks import DOUBT, SUPPORT_SIGNS
from annotated.evidence.support import NO_NOTE
from annotated.model.vocabulary import HEDGE_KINDS, SPEAKER_LETTERS

# A paragraph keeps its statements once, with their ids; a note in the margin repeats some.
STATEMENT = re.compile(r'<span(?=[^>]*\sid=")(?=[^>]*\sclass="(\w+)")')
RESTS = r'(?: data-rests="([^"]*)"(?: data-mark="([^"\s]+)")?)?'
SAID = re.compile(rf' data-who="[^"]*"{RESTS}')
# An item that quotes a statement has its class alone.
ITEM = re.compile(rf'<li class="({"|".join(SPEAKER_LETTERS)})"{RESTS}')
# The speaker of a statement, what it rests on, and the sign of that.
Statement: TypeAlias = tuple[str, str, str]
HEDGE = re.compile(r'<span class="hedge (\w+)"')
# Begun with letters of its own, which are found faster than the beginning of a word.
KNOWN = re.compile(r'data-known="(\d{4}-\d\d-\d\d)?"')


class Lens(NamedTuple):
    """A lens: its `id` in the address, its name on the bar, and its key."""

    id: str
    name: str
    key: str


LENSES = (
    Lens("who", "Who says it", "w"),
    Lens("sure", "How sure", "h"),
    Lens("on-what", "On what", "o"),
)
KNOWN_BY = Lens("known", "Known by", "k")
# What opens the field for a day, also where no source has a date: that nothing can be said is said.
OPENS_DAY = (
    '<button class="dating needs-script" type="button" aria-expanded="false">'
    f"{KNOWN_BY.name}</button>"
)
# The field, with steps to the dates of the sources on the page, which a script puts in.
DAY_FIELD = (
    '<div class="known" id="known-by">'
    f'<label for="known">{KNOWN_BY.name}</label>'
    '<input type="date" id="known" name="known">'
    '<button type="button" data-step="-1" aria-label="Source date before">←</button>'
    '<button type="button" data-step="1" aria-label="Source date after">→</button>'
    '<button type="button" data-step="0" aria-label="Any day" hidden>×</button>'
    '<p class="of-known"></p></div>'
)


def html(page: str, speaker_labels: Mapping[str, str], class_: str = "") -> str:
    """Return the bar for the HTML of a page, with a class of its own; "" where it has no use.

    `speaker_labels` are words by speaker.
    """
    statements = [*_statements(page)]
    legends = {
        "who": _legend(_speakers(statements, speaker_labels)),
        "sure": _legend(_hedges(page)),
        "on-what": _legend(_support(statements)),
    }
    offered = [lens for lens in LENSES if legends[lens.id]]
    known = KNOWN.findall(page)
    if not offered and not any(known):
        return ""
    day = OPENS_DAY if statements or known else ""
    shown = "".join(f'<p class="of-{lens.id}">{legends[lens.id]}</p>' for lens in offered)
    return (
        f'<div class="{f"lens-bar {class_}".strip()}" data-search-exclude>'
        '<form class="lenses" aria-label="Lenses" autocomplete="off">'
        f'{_choice(offered)}{day}<div class="lens-legend">{shown}</div>'
        '<p class="visually-hidden" role="status"></p></form></div>'
    )


def _statements(page: str) -> Iterator[Statement]:
    """Yield the statements, found by who says them: few elements of a page tell that."""
    for said in SAID.finditer(page):
        if element := STATEMENT.match(page, page.rfind("<", 0, said.start())):
            yield _statement(element[1], said[1], said[2])
    for item in ITEM.finditer(page):
        yield _statement(*item.groups())


def _statement(speaker: str, rests: str | None, mark: str | None) -> Statement:
    rests = rests or NO_NOTE
    return speaker, rests, mark or lens_marks.sign(rests)


def _choice(offered: list[Lens]) -> str:
    if not offered:
        return ""
    lenses = "".join(
        f'<label title="{lens.name} ({lens.key})">'
        f'<input type="radio" name="lens" id="lens-{lens.id}" value="{lens.id}">'
        f"<span>{lens.name}</span></label>"
        for lens in offered
    )
    return (
        '<fieldset class="choice"><legend class="visually-hidden">Lens</legend>'
        '<label><input type="radio" name="lens" value="" checked><span>Plain</span></label>'
        f"{lenses}</fieldset>"
    )


def _legend(entries: Iterator[tuple[str, str, str, int]]) -> str:
    """Return entries (class, sign, words, number) as one line, or "" where nothing is counted."""
    return " ".join(
        f'<span class="{class_}"><b>{sign}</b> {words} {number}</span>'
        for class_, sign, words, number in entries
    )


def _speakers(
    statements: Iterable[Statement], speaker_labels: Mapping[str, str]
) -> Iterator[tuple[str, str, str, int]]:
    counted = Counter(speaker for speaker, _, _ in statements)
    for speaker, letter in SPEAKER_LETTERS.items():
        if counted[speaker]:
            yield (
                speaker,
                letter,
                speaker_labels[speaker].removeprefix("said by "),
                counted[speaker],
            )


def _hedges(page: str) -> Iterator[tuple[str, str, str, int]]:
    counted = Counter(HEDGE.findall(page))
    for kind, words in HEDGE_KINDS.items():
        if counted[kind]:
            yield f"hedge {kind}", lens_marks.HEDGE_SIGNS[kind], words, counted[kind]


def _support(statements: Iterable[Statement]) -> Iterator[tuple[str, str, str, int]]:
    """Yield what statements rest on; the notes of those that stand last may not bear them."""
    signs = [sign for _, _, sign in statements]
    counted = Counter(sign.removesuffix(DOUBT) for sign in signs)
    words = {sign: rests for rests, sign in SUPPORT_SIGNS.items()}
    counted[lens_marks.SEVERAL] = sum(map(lens_marks.is_count, signs))
    for sign, rests in words.items():
        if counted[sign]:
            yield "support", sign, rests, counted[sign]
    if doubtful := sum(sign.endswith(DOUBT) for sign in signs):
        yield "support doubted", DOUBT, "a note may not bear it", doubtful
