"""The endnotes as printed: which sources each cites, where, and what does not fit in it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

import yaml

from annotated.content import yaml_nodes
from annotated.content.dataclass_reader import build
from annotated.content.front_matter import FrontMatter
from annotated.core.problems import Problem, did_you_mean
from annotated.markdown_ext.printed_footnotes import PRINTED
from annotated.model.entities import Remarked


@dataclass(frozen=True)
class Endnote:
    """A note, and what it is cited for (`supports`).

    `cites` are keys of sources with their locators, `printed` says how the note is printed where
    that differs from a full reference, `editor` are remarks under their class.
    """

    note: str
    paragraph: int
    cites: tuple[Remarked, ...]
    line: int
    printed: str = ""
    supports: str = ""
    editor: tuple[Remarked, ...] = ()


@dataclass(frozen=True)
class Endnotes:
    """All notes by number, in the order of the file at `path`."""

    path: str
    notes: Mapping[str, Endnote] = field(default_factory=dict)


def read(path: str, text: str) -> tuple[Endnotes, list[Problem]]:
    """Read the list of notes from YAML."""
    try:
        node = yaml_nodes.compose(text)
    except yaml.MarkedYAMLError as error:
        line, words = yaml_nodes.place_of(error, text)
        message = f"cannot be read at '{words}'. Check the spaces, brackets and quotation marks."
        return Endnotes(path), [Problem(path, line, message, "endnotes-malformed")]
    items = yaml_nodes.plain(node)
    if not isinstance(node, yaml.SequenceNode) or not isinstance(items, list):
        message = "is not a list of notes. Begin each note with '- note: …'."
        return Endnotes(path), [Problem(path, 1, message, "endnotes-malformed")]
    notes: dict[str, Endnote] = {}
    problems: list[Problem] = []
    for item, item_node in zip(items, node.value, strict=True):
        note, found = _note(path, item, item_node)
        problems += found
        if note and note.note in notes:
            message = f"note {note.note} also stands on line {notes[note.note].line}. Keep one."
            problems.append(Problem(path, note.line, message, "note-defined-twice"))
        elif note:
            notes[note.note] = note
    return Endnotes(path, notes), problems


def _note(path: str, item: object, node: yaml.Node) -> tuple[Endnote | None, list[Problem]]:
    line = node.start_mark.line + 1
    if not isinstance(node, yaml.MappingNode) or not isinstance(item, dict):
        message = f"{item!r} is not a note. Begin each note with '- note: …'."
        return None, [Problem(path, line, message, "endnotes-malformed")]
    lines = {key.value: key.start_mark.line + 1 for key, _ in node.value}
    note, problems = build(Endnote, path, FrontMatter(item, lines), {"line": line})
    if note and not PRINTED.fullmatch(note.note):
        message = f"'{note.note}' is no number of a note. Write it as printed: 12, or a letter."
        return None, [*problems, Problem(path, line, message, "id-malformed")]
    return note, problems


def unknown_sources(endnotes: Endnotes, keys: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each key that a note cites and no `.bib` file has."""
    for note in endnotes.notes.values():
        for cite in note.cites:
            if cite.text not in keys:
                message = f"note {note.note} cites '{cite.text}', which is no source."
                nearest = did_you_mean(cite.text, keys)
                yield Problem(endnotes.path, note.line, message + nearest, "source-unknown")


def uncited_sources(endnotes: Endnotes, lines: Mapping[str, tuple[str, int]]) -> Iterator[Problem]:
    """Yield a problem for each source (key to path and line) that no note cites."""
    cited = {cite.text for note in endnotes.notes.values() for cite in note.cites}
    for key, (path, line) in lines.items():
        if key not in cited:
            message = f"the source '{key}' is cited by no note. Cite it or take it out."
            yield Problem(path, line, message, "source-never-cited", for_editor=True)
