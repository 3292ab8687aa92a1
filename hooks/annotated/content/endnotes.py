"""Endnotes as printed: which sources each cites, where, and what does not fit in it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace

from annotated.content.dataclass_reader import build
from annotated.content.yaml_reader import YamlFile
from annotated.core.problems import Problem, did_you_mean
from annotated.markdown_ext.printed_footnotes import PRINTED
from annotated.model.entities import Remarked

FORM = "Begin each note with '- note: …'."
# What nobody can find while the list is not read, by kind.
HELD = ("note", "citation")


@dataclass(frozen=True)
class Endnote:
    """A note, and what it is cited for (`supports`).

    `cites` are keys of sources with their locators, `printed` says how the note is printed where
    that differs from a full reference.
    """

    note: str
    paragraph: int
    cites: tuple[Remarked, ...]
    line: int
    printed: str = ""
    supports: str = ""
    path: str = ""


@dataclass(frozen=True)
class Endnotes:
    """All notes by number, in the order of their files, of which the first is at `path`."""

    path: str
    notes: Mapping[str, Endnote] = field(default_factory=dict)


def read_all(path: str, files: Mapping[str, str]) -> tuple[Endnotes, list[Problem]]:
    """Read the lists of notes, in the order of `files`; none at all is a problem of `path`."""
    notes: dict[str, Endnote] = {}
    problems: list[Problem] = []
    for name, text in (files or {path: ""}).items():
        found, of_file = read(name, text)
        problems += of_file
        for number, note in found.notes.items():
            if first := notes.get(number):
                where = f"line {first.line} of {first.path}"
                message = f"note {number} also stands on {where}. Keep one."
                problems.append(Problem(name, note.line, message, "note-defined-twice"))
            notes.setdefault(number, note)
    return Endnotes(next(iter(files), path), notes), problems


def read(path: str, text: str) -> tuple[Endnotes, list[Problem]]:
    """Read one YAML list of notes; a file that holds none is a problem."""
    remedy = "Check the spaces, brackets and quotation marks."
    file = YamlFile(path, text, "endnotes-malformed", remedy)
    no_list = f"is not a list of notes. {FORM}"
    records, problems = file.records(no_list, f"is not a note. {FORM}")
    if not records and not problems:
        problems = [replace(file.problem(1, no_list), misses=f"file {path}")]
    # Without its list, every note and every citation of a source would be missed.
    problems = [replace(problem, hides=HELD) for problem in problems]
    notes: dict[str, Endnote] = {}
    for record in records:
        note, found = build(Endnote, path, record, {"line": record.line, "path": path})
        if not note:
            hidden = (f"note {record.fields.get('note', '')}", "citation")
            problems += [replace(problem, hides=hidden) for problem in found]
            continue
        problems += found
        if not PRINTED.fullmatch(note.note):
            message = f"'{note.note}' is no number of a note. Write it as printed: 12, or a letter."
            problems.append(Problem(path, note.line, message, "id-malformed", hides=HELD))
        elif note.note in notes:
            message = f"note {note.note} also stands on line {notes[note.note].line}. Keep one."
            problems.append(Problem(path, note.line, message, "note-defined-twice"))
        else:
            notes[note.note] = note
    return Endnotes(path, notes), problems


def unknown_sources(endnotes: Endnotes, keys: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each key that a note cites and no `.bib` file has."""
    for note in endnotes.notes.values():
        for cite in note.cites:
            if cite.text not in keys:
                message = f"note {note.note} cites '{cite.text}', which is no source."
                nearest = did_you_mean(cite.text, keys)
                missed = f"source {cite.text}"
                yield Problem(
                    note.path, note.line, message + nearest, "source-unknown", misses=missed
                )


def uncited_sources(endnotes: Endnotes, lines: Mapping[str, tuple[str, int]]) -> Iterator[Problem]:
    """Yield a problem for each source (key to path and line) that no note cites."""
    cited = {cite.text for note in endnotes.notes.values() for cite in note.cites}
    for key, (path, line) in lines.items():
        if key not in cited:
            message = f"the source '{key}' is cited by no note. Cite it or take it out."
            yield Problem(
                path, line, message, "source-never-cited", for_editor=True,
                misses=f"citation {key}",
            )  # fmt: skip
