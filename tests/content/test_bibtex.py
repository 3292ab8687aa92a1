"""Entries of BibTeX, read by us and by pybtex, which mkdocs-bibtex uses: the same, but for a list.

The plugin itself reads no file of sources; see `tests/mkdocs_host/test_bibtex_registry.py`.
"""

import csv
import time
from collections.abc import Callable

import latexcodec  # noqa: F401 - makes its codecs known
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database.input.bibtex import LowLevelParser, month_names
from pybtex.exceptions import PybtexError

from annotated.content import bibtex_entries, bibtex_names, sources
from annotated.content.tex_text import decode, verbatim
from cases import FOLDER, find
from conftest import ROOT
from strategies import pieces

FILES = {
    str(path.relative_to(ROOT)): path.read_text(encoding="utf-8")
    for folder in ("bibliography", "template/bibliography")
    for path in (ROOT / folder).glob("*.bib")
}
FILES |= {case.path.name: case.parts["bib"] for case in find("references")}


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


Read = list[tuple[str, str, list[tuple[str, str]]]]


def ours(text: str) -> Read:
    """Return (type, key, fields) of the entries as we read them."""
    entries, _ = bibtex_entries.read("x.bib", text)
    return [(e.kind, e.key, [(field.name, field.value) for field in e.fields]) for e in entries]


def of_pybtex(text: str) -> Read:
    """Return the same as pybtex reads them."""
    found: Read = []
    for kind, content in LowLevelParser(text, macros=dict(month_names)):
        if kind.lower() not in ("string", "preamble", "comment"):
            key, fields = content
            named = [(name.lower(), "".join(parts)) for name, parts in fields]
            found.append((kind.lower(), key, named))
    return found


@pytest.mark.parametrize("name", FILES)
def test_every_file_is_read_as_by_pybtex(name: str) -> None:
    text = "".join(
        line for line in FILES[name].splitlines(keepends=True) if not line.startswith("%")
    )

    assert ours(text) == of_pybtex(text)
    assert bibtex_entries.read("x.bib", text)[1] == []


ENTRY = "@misc{a, title = {b}}"


@pytest.mark.parametrize(
    ("text", "by_us", "by_pybtex"),
    [
        # Biber leaves out what is behind %, BibTeX and pybtex do not.
        (f"%{ENTRY}", [], [("misc", "a", [("title", "b")])]),
        ("@misc{a, % c\n title = {b}}", [("misc", "a", [("title", "b")])], None),
        # The same holds within @comment.
        (f"@comment{{{ENTRY}}}", [], [("misc", "a", [("title", "b")])]),
        # A line that begins an entry ends the one before it.
        (f"@misc{{c, title = {{d\n{ENTRY}",
         [("misc", "c", []), ("misc", "a", [("title", "b")])], None),
        # Braces are counted up to 20, by pybtex up to 100.
        (f"@misc{{a, b = {'{' * 22}c{'}' * 22}}}", [("misc", "a", [])],
         [("misc", "a", [("b", f"{'{' * 21}c{'}' * 21}")])]),
    ],
)  # fmt: skip
def test_the_differences_from_pybtex_are_these(
    text: str, by_us: Read, by_pybtex: Read | None
) -> None:
    assert ours(text) == by_us
    if by_pybtex is None:
        with pytest.raises(PybtexError):
            of_pybtex(text)
    else:
        assert of_pybtex(text) == by_pybtex


@given(st.lists(pieces("bibtex"), max_size=30).map("".join))
def test_fuzz_what_we_accept_is_what_pybtex_reads(text: str) -> None:
    entries, problems = bibtex_entries.read("x.bib", text)
    read, _, faults = sources.read({"x.bib": text})

    assert all(1 <= problem.line <= text.count("\n") + 1 for problem in problems + faults)
    assert all(1 <= field.line <= text.count("\n") + 1 for e in entries for field in e.fields)
    assert read or not entries or faults
    if not problems and "%" not in text and "@comment" not in text and "@preamble" not in text:
        assert ours(text) == of_pybtex(text)


@pytest.mark.parametrize("row", rows("tex.csv"), ids=lambda row: row["typed"])
def test_notation_of_tex_is_read_or_refused(row: dict[str, str]) -> None:
    decoded = decode(row["typed"])

    assert (decoded.text, list(decoded.refused)) == (row["printed"], row["refused"].split())


def test_every_letter_is_read_as_another_library_writes_it() -> None:
    letters = [
        chr(at) for at in (*range(0xC0, 0x17F), *range(0x218, 0x21C), *range(0x1E00, 0x1EFA))
    ]

    written = {letter: letter.encode("latex", "ignore").decode("ascii") for letter in letters}
    tried = {letter: typed for letter, typed in written.items() if "\\" in typed}

    assert len(tried) > 150
    assert {letter: typed for letter, typed in tried.items() if decode(typed).text != letter} == {}


@pytest.mark.parametrize(
    "address",
    [
        r"https://example.org/a\_b\%20?c=1\&d\#e",
        r"\url{https://example.org/a_b%20?c=1&d#e}",
        "{https://example.org/a_b%20?c=1&d#e}",
    ],
)
def test_addresses_are_read_as_they_are_meant(address: str) -> None:
    assert verbatim(address) == "https://example.org/a_b%20?c=1&d#e"


@pytest.mark.parametrize("tilde", ["~", r"{\textasciitilde}", r"\textasciitilde{}", r"\~{}"])
def test_the_tilde_of_an_address_is_read(tilde: str) -> None:
    assert verbatim(f"https://example.org/{tilde}jane--x") == "https://example.org/~jane--x"


@pytest.mark.parametrize("row", rows("authors.csv"), ids=lambda row: row["typed"])
def test_names_are_printed_first_names_first(row: dict[str, str]) -> None:
    names, faults = bibtex_names.read(row["typed"])

    assert faults == []
    assert " | ".join(name.text for name in names) == row["printed"]


SIGNS = ["@", "{", "}", '"', ",", "=", "#", "%", "(", ")", "\\", "`", "'", "$", "~", "-", "\n"]
RUNS = [
    *SIGNS, "@a{", "@a{b", "@a{b,", "@a{b,c={\n", '@a{b,c="', "\n@a{b,", "@comment{", "@a(b",
    "a=b#", "{},", "},a={", "\\'", "\\'{", "{\\'e}", "\\c{\\i", "$_", "$\\", "\\url{", "\\a ",
]  # fmt: skip
WITHIN = ["", "@misc{a,", "@misc{a, b = {", '@misc{a, b = "']


def seconds(step: Callable[[str], object], text: str) -> float:
    begun = time.process_time()
    step(text)
    return time.process_time() - begun


@pytest.mark.slow
@pytest.mark.parametrize("run", RUNS)
def test_the_time_to_read_grows_no_faster_than_the_text(run: str) -> None:
    def read(text: str) -> object:
        return sources.read({"x.bib": text}), decode(text)

    for before in WITHIN:
        short, long = (before + run * (size // len(run)) for size in (2_000, 16_000))
        once, eight = (min(seconds(read, text) for _ in range(2)) for text in (short, long))
        assert eight < 2 * 8 * once + 0.05, before
