"""Proposals on the prose of the chapters, all for an editor to decide."""

import re
from collections.abc import Iterator, Sequence

from annotated.content.statements import Statement, hedge_pattern
from annotated.core.problems import Problem
from annotated.model.vocabulary import HEDGE_KINDS, NO_HEDGE

WORD = re.compile(r"\w+(?:[-’'.]\w+)*")
LONGEST_SENTENCE = 35
# A cleft sentence: “It was the army that …”, “What they did was …”.
CLEFT = re.compile(
    r"It (?:was|is) (?!not|whether|said|clear)\S[^,;]{2,60}\b(?:that|who)\b"
    r"|What\b[^,;?]{3,60}\b(?:is|was)\b"
)
HAD_HAD = re.compile(r"\bhad had\b")
# Blocks above the text, by their class, and how many words each may have.
SUMMARIES = {"minute": 120, "gist": 20}
SUMMARY = re.compile(r"((?:^.+\n)+?)\{ ?\.(minute|gist) ?\}", re.MULTILINE)


def check(
    path: str, text: str, statements: Sequence[Statement], hedges: Sequence[str]
) -> Iterator[Problem]:
    """Yield what an editor may want to change in the chapter at `path`, with its statements."""
    listed = hedge_pattern(hedges)
    for statement in statements:
        yield from _untyped_hedges(statement, listed)
        yield from _heavy(statement)
    yield from _long_summaries(path, text)


def _untyped_hedges(statement: Statement, listed: re.Pattern[str]) -> Iterator[Problem]:
    for word in listed.findall(statement.unjudged):
        message = (
            f"'{word}' is on the list of hedges. Type [{word}]{{ .KIND }}, of which there are "
            f"{', '.join(HEDGE_KINDS)}, or [{word}]{{ .{NO_HEDGE} }} where it holds nothing back."
        )
        yield _problem(statement, message, "hedge-untyped")


def _heavy(statement: Statement) -> Iterator[Problem]:
    words = len(WORD.findall(statement.text))
    if words > LONGEST_SENTENCE:
        begins = " ".join(statement.text.split()[:6])
        message = f"'{begins}…' has {words} words. Can it be two sentences?"
        yield _problem(statement, message, "sentence-long")
    if heavy := CLEFT.match(statement.text) or HAD_HAD.search(statement.text):
        message = f"'{heavy[0]}' is heavy. Can the actor come first?"
        yield _problem(statement, message, "wording-heavy")


def _problem(statement: Statement, message: str, code: str) -> Problem:
    return Problem(statement.chapter, statement.line, message, code, for_editor=True)


def _long_summaries(path: str, text: str) -> Iterator[Problem]:
    is_summed_up = any(f".{kind}" in text for kind in SUMMARIES)
    for block in SUMMARY.finditer(text) if is_summed_up else ():
        words, most = len(WORD.findall(block[1])), SUMMARIES[block[2]]
        if words > most:
            line = text.count("\n", 0, block.start()) + 1
            message = f"the {block[2]} has {words} words. Keep it to {most}."
            yield Problem(path, line, message, "summary-long", for_editor=True)
