"""Entries of a `.bib` file, every one and each of its fields with its line.

The grammar is that of BibTeX, as pybtex reads it, with three differences: `%` begins a comment
outside of values, as in Biber; what stands within `@comment` is left out whole; and a line that
begins an entry ends the value before it. So a brace that is never closed hides only its own entry,
and the time to read a file is proportional to its length.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from annotated.content.bibtex_grammar import (
    AT,
    BARE,
    CLOSING,
    DEEPEST,
    EQUALS,
    HASH,
    HEAD,
    IN_COMMENT,
    IN_VALUE,
    KEY,
    KEY_WITHOUT_COMMA,
    LONGEST_MACRO,
    MONTHS,
    MOST_FAULTS,
    NAME,
    PLAIN_FIELD,
    SKIPPED,
    STRAY,
    SWALLOWED,
    Malformed,
)
from annotated.core.problems import Problem


class Field(NamedTuple):
    """A field of an entry: its name in small letters, its value as typed, its line from 1."""

    name: str
    value: str
    line: int


@dataclass(frozen=True)
class Entry:
    """An entry: its type in small letters, its key, its line from 1, its fields in order.

    It `is_well_formed` where nothing of it had to be guessed.
    """

    kind: str
    key: str
    line: int
    fields: tuple[Field, ...]
    is_well_formed: bool


def read(path: str, text: str) -> tuple[list[Entry], list[Problem]]:
    """Return the entries of a file, in its order, and a problem for all that is malformed."""
    reader = _Reader(path, text)
    return list(reader.entries()), reader.problems


class _Reader:
    """The text of a file, the position reached in it, and the problems found so far."""

    def __init__(self, path: str, text: str) -> None:
        self.path, self.text, self.at = path, text, 0
        self.macros = dict(MONTHS)
        self.problems: list[Problem] = []
        self._counted, self._line = 0, 1

    def entries(self) -> Iterator[Entry]:
        self._stray()
        while (head := AT.match(self.text, self.at)) and not self._is_hopeless():
            line, before = self.line(), len(self.problems)
            self.at = head.end()
            kind, key = head[1].lower(), ""
            fields: list[Field] = []
            try:
                if kind in ("comment", "preamble"):
                    self._block(head[2], f"'@{head[1]}'", IN_COMMENT[head[2]])
                else:
                    key = "" if kind == "string" else self._key(head[0])
                    self._fields(fields, CLOSING[head[2]], key or f"@{head[1]}", line)
            except Malformed as error:
                self._problem(str(error), error.line)
                after = HEAD.search(self.text, self.at)
                self.at = after.start() if after else len(self.text)
            self._stray()
            if kind == "string":
                self._define(fields)
            elif kind not in ("comment", "preamble"):
                yield Entry(kind, key, line, tuple(fields), len(self.problems) == before)

    def line(self) -> int:
        """Return the line of the position reached, which only ever moves on."""
        self._line += self.text.count("\n", self._counted, self.at)
        self._counted = self.at
        return self._line

    def _problem(self, message: str, line: int) -> None:
        self.problems.append(Problem(self.path, line, message, "source-malformed"))

    def _move(self, pattern: re.Pattern[str]) -> str:
        """Move behind what `pattern` matches at the position, and return it."""
        match = pattern.match(self.text, self.at)
        self.at = match.end() if match else self.at
        return match[0] if match else ""

    def _is_end(self) -> bool:
        self._move(SKIPPED)
        return self.at == len(self.text)

    def _is_hopeless(self) -> bool:
        return len(self.problems) >= MOST_FAULTS

    def _words(self) -> str:
        return self.text[self.at : self.at + 30].partition("\n")[0].strip()

    def _stray(self) -> None:
        """Move to the next entry. Words before it are a problem, once."""
        told = False
        while not self._is_end() and not AT.match(self.text, self.at):
            if not told:
                message = f"'{self._words()}' is outside of every entry, and nothing would read it."
                remedy = "Check the braces above it; begin an entry with '@', a remark with '%'."
                self._problem(f"{message} {remedy}", self.line())
            told = True
            self._move(STRAY)

    def _key(self, head: str) -> str:
        match = KEY.match(self.text, self.at)
        bare = None if match else KEY_WITHOUT_COMMA.match(self.text, self.at)
        if found := match or bare:
            self.at = found.end()
            if bare:
                self._problem(
                    f"behind the key '{bare[1]}' a comma is missing. Add it.", self.line()
                )
            return found[1]
        self._problem(f"the entry '{head}' has no key. Begin it '{head}name2017,'.", self.line())
        return ""

    def _define(self, fields: Iterable[Field]) -> None:
        """Keep abbreviations. A long one, used over and over, would make a short file long."""
        for field in fields:
            if len(field.value) > LONGEST_MACRO:
                message = (
                    f"the abbreviation '{field.name}' is longer than {LONGEST_MACRO} characters."
                )
                self._problem(f"{message} Type its words where they are needed.", field.line)
            self.macros[field.name] = field.value[:LONGEST_MACRO]

    def _fields(self, fields: list[Field], closing: str, entry: str, line: int) -> None:
        """Add the fields up to the end of an entry. A comma too few or too many is let pass."""
        before = len(self.problems)
        self._plain_fields(fields)
        while not (self._is_end() or AT.match(self.text, self.at) or self._is_hopeless()):
            sign = self.text[self.at]
            if sign in (",", closing):
                self.at += 1
            if sign == closing:
                return
            if sign != ",":
                fields += self._field(entry)
            self._plain_fields(fields)
        # A field that swallowed those behind it has taken the sign that closes the entry.
        if len(self.problems) == before:
            message = f"the entry '{entry}' is not closed. Put '{closing}' behind its last field."
            self._problem(message, line)

    def _plain_fields(self, fields: list[Field]) -> None:
        """Add the fields at the position that need not be read step by step."""
        while not self._is_hopeless() and (match := PLAIN_FIELD.match(self.text, self.at)):
            value = match[match.lastindex or 0]
            if "}," in value:  # may hold fields that it has swallowed
                return
            self.at = match.start(1)
            fields.append(Field(match[1].lower(), value, self.line()))
            self.at = match.end()

    def _field(self, entry: str) -> Iterator[Field]:
        line, words = self.line(), self._words()
        name = self._move(NAME)
        if not (name and self._move(EQUALS)):
            self._problem(f"'{words}' is no field of '{entry}'. Write 'name = {{value}},'.", line)
            self.at += self.text[self.at : self.at + 1] in ("}", ")")
            self._rest(entry)
            return
        what = f"the field '{name}' of '{entry}'"
        in_quotes = self.text[self.at : self.at + 1] == '"'
        value = self._part(name, what)
        while self._move(HASH):
            value += self._part(name, what)
        yield Field(name.lower(), value, line)
        if within := SWALLOWED.search(value):
            remedy = f"Close it with '}}' before '{within[1]}'."
            self._problem(f"{what} holds other fields. {remedy}", line)
        elif not self._is_end() and self.text[self.at] not in ",})@":
            message = f"behind {what} a comma is missing. Add it."
            if in_quotes:
                message = f"{what} has quotation marks within such. Write '{name} = {{…}},'."
                self._rest(what)
            self._problem(message, line)

    def _part(self, name: str, what: str) -> str:
        sign = self.text[self.at : self.at + 1]
        if sign in IN_VALUE:
            self.at += 1
            return self._block(sign, what, IN_VALUE[sign])
        words = self._move(BARE).strip()
        if not words.isdecimal() and words.lower() not in self.macros:
            remedy = f"Write '{name} = {{{words or '…'}}},'."
            self._problem(f"{what} has a value without braces. {remedy}", self.line())
            self._rest(what)
        return self.macros.get(words.lower(), words)

    def _rest(self, what: str) -> None:
        """Move behind what cannot be read of a field: to a comma, the end of a line or entry."""
        while self._move(BARE) or self.text[self.at : self.at + 1] in ("{", '"', "#", "("):
            sign = self.text[self.at : self.at + 1]
            self.at += sign in ("{", '"', "#", "(")
            if sign == "{":
                self._block(sign, what, IN_VALUE[sign])

    def _block(self, opening: str, what: str, pattern: re.Pattern[str]) -> str:
        """Return what is between the position, behind `opening`, and what closes it."""
        start, line, depth = self.at, self.line(), 0
        fault = f"is never closed. Close it with '{CLOSING[opening]}'."
        for match in pattern.finditer(self.text, start):
            sign = match[0]
            if sign == CLOSING[opening] and not depth:
                self.at = match.end()
                return self.text[start : match.start()]
            depth += (sign in "{(") - (sign in "})")
            if depth > DEEPEST:
                fault = f"has more than {DEEPEST} braces within each other. Take some out."
            if depth > DEEPEST or depth < 0 or sign[0] == "\n":
                self.at = match.start()
                break
        else:
            self.at = len(self.text)
        raise Malformed(f"{what} {fault}", line)
