"""Run of the paragraphs of a chapter: its sections, and a tick for each paragraph by its speakers.

The template puts it beside the text: what stands before `END` in a page is its run.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from annotated.content.statements import Statement
from annotated.model.vocabulary import SPEAKER_LETTERS, SPEAKERS

END = "<!-- run -->"
PLACE = re.compile(
    r'<h2\b[^>]*\bid="(?P<section>[^"]+)">(?P<title>.*?)(?:<a class="headerlink".*?</a>)?</h2>'
    r'|<p(?=[^>]*\sid="p(?P<number>\d+)")',
    re.DOTALL,
)
# Units of a drawing, not of the screen: a style sheet gives it its size, and its strokes.
# Between statements there is a seam, between paragraphs a gap.
WIDTH, SEAM, GAP = 1000, 3, 6


def html(page: str, statements: Iterable[Statement], speaker_labels: Mapping[str, str]) -> str:
    """Return the run of a chapter, folded where there is no room beside the text.

    `page` is the HTML of the chapter; `statements` are all that are made in it.
    """
    made: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        made[statement.anchor].append(statement)
    numbers = [match["number"] for match in PLACE.finditer(page) if match["number"]]
    if not numbers:
        return ""
    longest = max(_length(made[f"p{number}"]) for number in numbers)
    items = []
    for match in PLACE.finditer(page):
        if match["section"]:
            items.append(
                f'<li><a class="run-section" href="#{match["section"]}">{match["title"]}</a></li>'
            )
        else:
            items.append(_tick(match["number"], made[f"p{match['number']}"], longest))
    whole = _drawing([made[f"p{number}"] for number in numbers])
    return (
        '<details class="run-fold"><summary><span class="visually-hidden">In this chapter: </span>'
        f'<span class="run-at">¶{numbers[0]}–{numbers[-1]}</span>'
        f'<span class="run-whole">{whole}</span></summary>'
        f'<ol class="run">{"".join(items)}</ol><p class="run-key">{_key(speaker_labels)}</p>'
        f"</details>{END}"
    )


def _tick(number: str, statements: Sequence[Statement], longest: int) -> str:
    """Return the link to a paragraph, as long as that is, beside the `longest`."""
    by_speaker: Counter[str] = Counter()
    for statement in statements:
        by_speaker[statement.speaker] += len(statement.text)
    letter = SPEAKER_LETTERS.get(by_speaker.most_common(1)[0][0], "") if by_speaker else ""
    share = _length(statements) / longest if longest else 0
    return (
        f'<li><a href="#p{number}"><span>¶{number}</span>{_drawing([statements], share)}'
        f'<b title="Who speaks most in it">{letter}</b></a></li>'
    )


def _length(statements: Iterable[Statement]) -> int:
    return sum(len(statement.text) for statement in statements)


def _drawing(paragraphs: Sequence[Sequence[Statement]], share: float = 1) -> str:
    """Return the statements of paragraphs as one line of strokes, each as long as its text.

    `share` says how much of the room the line takes, from 0 to 1.
    """
    total = sum(map(_length, paragraphs))
    room = WIDTH * share - GAP * (len(paragraphs) - 1)
    start, strokes = 0.0, defaultdict[str, list[str]](list)
    for statements in paragraphs:
        for said in statements:
            width = len(said.text) / total * room if total else 0
            strokes[said.speaker].append(f"M{start:.0f} 1h{max(width - SEAM, 1):.0f}")
            start += width
        start += GAP
    drawn = "".join(f'<path class="{who}" d="{"".join(d)}"/>' for who, d in strokes.items())
    return (
        f'<svg viewBox="0 0 {WIDTH} 2" preserveAspectRatio="none" aria-hidden="true">{drawn}</svg>'
    )


def _key(speaker_labels: Mapping[str, str]) -> str:
    return " ".join(
        f'<span class="speaker-sign {speaker}"><b>{SPEAKER_LETTERS[speaker]}</b> '
        f"{speaker_labels[speaker]}</span>"
        for speaker in SPEAKERS
    )
