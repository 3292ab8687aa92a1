"""Checks of rulings, subjects and themes: each must name what there is and change something."""

from collections.abc import Iterator

from annotated.content import rulings, subjects, themes
from annotated.content.guide import Guide
from annotated.content.rulings import NONE, PATH, Ruling
from annotated.core.problems import Problem
from annotated.evidence import support
from annotated.evidence.attestations import entities_in
from annotated.evidence.statement_evidence import Evidence


def check(guide: Guide) -> Iterator[Problem]:
    """Yield a problem for each that names what there is not, or that changes nothing."""
    if not (guide.rulings or guide.themes or guide.subjects):
        return
    supports = support.supports(guide.statements)
    yield from rulings.unknown(PATH, guide.rulings, supports, guide.endnotes.notes)
    yield from themes.unknown(guide.themes, supports)
    yield from subjects.unknown(guide.subjects, supports, guide.catalogue.entities)
    yield from _named_anyway(guide)
    evidence = Evidence(guide)
    first: dict[str, int] = {}
    for ruling in guide.rulings:
        for id_ in ruling.statements:
            if id_ in first:
                message = f"'{id_}' also stands on line {first[id_]}. Make one ruling of both."
                yield Problem(PATH, ruling.line, message, "rulings-malformed")
            elif id_ in supports:
                whose = evidence.alone_by_rule[id_] or "nobody"
                yield from _unneeded(ruling, id_, supports[id_].notes, whose)
            first.setdefault(id_, ruling.line)


def _unneeded(ruling: Ruling, id_: str, notes: tuple[str, ...], alone: str) -> Iterator[Problem]:
    said = []
    if ruling.notes and tuple(note for note in ruling.notes if note != NONE) == notes:
        said.append(f"notes: {', '.join(notes) or NONE}")
    if ruling.alone == alone:
        said.append(f"alone: {alone}")
    for words in said:
        message = f"the rule has '{words}' for '{id_}' without a ruling. Take it out."
        yield Problem(PATH, ruling.line, message, "exception-not-needed")


def _named_anyway(guide: Guide) -> Iterator[Problem]:
    """Yield a problem for each subject that a statement itself names or links."""
    about = {id_ for subject in guide.subjects for id_ in subject.statements}
    said = {
        each.id: entities_in(each, guide.matcher) for each in guide.statements if each.id in about
    }
    for subject in guide.subjects:
        for id_ in subject.statements:
            for named in subject.about:
                if named in said.get(id_, ()):
                    message = f"'{id_}' names '{named}' itself. Take it out."
                    yield Problem(subjects.PATH, subject.line, message, "exception-not-needed")
