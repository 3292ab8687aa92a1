"""Pages of the exercises: the tasks, each half a page of paper, and their keys on another page."""

from html import escape

from annotated.content.exercises import Exercise, Exercises
from annotated.content.statements import Statement
from annotated.core import placeholders
from annotated.study.voices import Voices

FIRST_WORDS = 8
LINES = 16  # to write on, of which as many are printed as there is room for


def tasks(told: Exercises, voices: Voices) -> str:
    """Return the tasks as raw HTML in Markdown, without who speaks: that is to be found out."""
    items = "".join(_task(exercise, voices) for exercise in told.exercises.values())
    return placeholders.raw_html(f'<div class="exercises" data-unlinked>{items}</div>') + "\n"


def keys(told: Exercises, voices: Voices) -> str:
    """Return the keys, each with its remarks and who says the statements."""
    items = "".join(_key(exercise, voices) for exercise in told.exercises.values())
    return placeholders.raw_html(f'<div class="exercise-keys" data-unlinked>{items}</div>') + "\n"


def card(said: Statement, voices: Voices) -> str:
    """Return a statement in its words, with a link to where it stands, but without who says it."""
    return f'<a href="{voices.url(said)}">{said.label}</a> {escape(said.text, quote=False)}'


def with_speaker(said: Statement, voices: Voices) -> str:
    """Return how a statement begins, with the letter of who says it and on what it rests."""
    words = said.text.split()
    begins = " ".join(words[:FIRST_WORDS]) + (" …" if len(words) > FIRST_WORDS else "")
    return (
        f"<b>{voices.evidence.letter(said)}</b> {said.label} {escape(begins, quote=False)} "
        f"<i>{escape(voices.evidence.rests_on(said))}</i>"
    )


def _task(exercise: Exercise, voices: Voices) -> str:
    statements = voices.of(exercise.at)
    shown = (
        ", ".join(f'<a href="{voices.url(said)}">{said.label}</a>' for said in statements)
        if exercise.show == "places"
        else "".join(f"<li>{card(said, voices)}</li>" for said in statements)
    )
    tag = "p" if exercise.show == "places" else "ul"
    return (
        f'<section class="exercise" aria-labelledby="{exercise.id}"><h2 id="{exercise.id}">'
        f"{exercise.number}. {escape(exercise.name)}</h2>"
        f'<p class="minutes">{exercise.minutes} minutes</p>'
        f"<p>{escape(exercise.task, quote=False)}</p>"
        f'<{tag} class="given">{shown}</{tag}>'
        f'<div class="lines" aria-hidden="true">{"<i></i>" * LINES}</div></section>'
    )


def _key(exercise: Exercise, voices: Voices) -> str:
    named = set(exercise.remarks)
    remarks = [remark for remark in voices.guide.remarks if remark.id in named]
    return (
        f'<section><h2 id="{exercise.id}">{exercise.number}. {escape(exercise.name)}</h2>'
        f"<p>{escape(exercise.key, quote=False)}</p>"
        f'<p class="limit"><b>Not to be concluded:</b> {_inner(exercise.limit)}</p>'
        f"{_said(exercise, voices)}{voices.remark_links(remarks)}</section>"
    )


def _said(exercise: Exercise, voices: Voices) -> str:
    """Return who says the statements: on a line for each where they stand on cards."""
    if exercise.show != "cards":
        return voices.listed(exercise.at)
    lines = "".join(f"<li>{with_speaker(said, voices)}</li>" for said in voices.of(exercise.at))
    return f'<ul class="short-key">{lines}</ul>'


def _inner(words: str) -> str:
    """Return words that follow a colon."""
    return escape(words[:1].lower() + words[1:], quote=False)
