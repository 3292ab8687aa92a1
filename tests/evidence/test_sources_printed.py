"""What is typed of a source is printed, in its reference or in the list of sources, or refused."""

import pytest

from annotated.content import source_fields, sources
from annotated.content.endnotes import Endnote, Endnotes
from annotated.content.source_fields import ALIASES, DATES, NAMES, READ, TYPES
from annotated.evidence import sources_page
from annotated.evidence.sources_page import SourceEntries
from annotated.model.entities import Remarked

# Fields whose values have a form, or say what others are.
FORMS = {
    "date": ("2017-09-05", "September 5, 2017"),
    "urldate": ("2018-03-01", "accessed March 1, 2018"),
    "eventdate": ("2016-05-01", "held May 1, 2016"),
    "origdate": ("1963", "first published 1963"),
    "url": ("https://example.org/x", 'href="https://example.org/x"'),
    "doi": ("10.1000/x.1", "https://doi.org/10.1000/x.1"),
    "kind": ("{}", ""),
    "public": ("no", "Not public"),
    "several": ("yes", "for several"),
    "corrected": ("2017-10", "October 2017"),
    "langid": ("arabic", "Arabic"),
}
APART = {*DATES, "crossref", "kind", "language"}


def printed(bib: str, locator: str = "") -> str:
    index, _, problems = sources.read({"x.bib": bib})
    assert problems == []
    note = Endnote(note="1", line=1, paragraph=1, cites=(Remarked("key", locator),))
    entries = SourceEntries(Endnotes("x.yml", {"1": note}))
    return sources_page.page([*index.values()], entries)


def entry(entry_type: str, fields: dict[str, str]) -> str:
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@{entry_type}{{key,\n{lines}}}\n"


WORDS = {name: f"{name.title()}word" for name in sorted(READ - APART)}
WORDS |= {name: f"First {name.title()}word" for name in NAMES}
TYPED = WORDS | {name: value for name, (value, _) in FORMS.items()}
PRINTED = WORDS | {name: words for name, (_, words) in FORMS.items()}


@pytest.mark.parametrize("kind", ["academic", "interview"])
@pytest.mark.parametrize("entry_type", TYPES)
def test_every_field_is_printed(entry_type: str, kind: str) -> None:
    page = printed(entry(entry_type, TYPED | {"kind": kind}))

    assert {name for name, text in PRINTED.items() if text not in page} == set()


@pytest.mark.parametrize("entry_type", ["article", "book", "incollection", "online", "thesis"])
@pytest.mark.parametrize("name", sorted(READ - APART - {"corrected_basis"}))
def test_every_field_is_printed_on_its_own(name: str, entry_type: str) -> None:
    needed = {"title": "T", "date": "2017", "kind": "press"}

    assert PRINTED[name] in printed(entry(entry_type, needed | {name: TYPED[name]}))


@pytest.mark.parametrize("alias", ALIASES)
def test_older_names_of_fields_are_read(alias: str) -> None:
    fields = {"title": "T", "year": "2017", "kind": "press"}

    assert printed(entry("misc", fields | {alias: "arabic"})) == printed(
        entry("misc", fields | {ALIASES[alias]: "arabic"})
    )


@pytest.mark.parametrize(
    ("pages", "locator", "said"),
    [
        ("8--9", "", "Pages 8–9."),
        ("3", "", "Page 3."),
        ("8-9", "pp. 8-9", ""),
        ("3", "p. 3", ""),
        ("3", "p. 13", "Page 3."),
    ],
)
def test_pages_are_said_where_no_note_gives_them(pages: str, locator: str, said: str) -> None:
    fields = {"title": "T", "year": "2017", "kind": "press", "pages": pages}

    page = printed(entry("misc", fields), locator)

    assert said in page
    assert ("Page" in page.replace(said, "")) is False


@pytest.mark.parametrize(
    ("typed", "words"),
    [("ar", "Arabic"), ("ar-SY", "Arabic"), ("Arabic", "Arabic"), ("ngerman", "German"),
     ("en-US", ""), ("american", ""), ("Sindhi", "Sindhi")],
)  # fmt: skip
def test_a_language_is_said_in_words(typed: str, words: str) -> None:
    assert source_fields.language_in_words(typed) == words


def test_a_source_before_the_year_1000_stands_in_the_calendar() -> None:
    page = printed("@book{key, title = {T}, year = {399}, kind = {academic}}")

    assert 'id="date-0399"' in page
    assert "<em>T</em>, 399" in page


def test_a_source_is_sorted_by_the_family_name_of_its_first_author() -> None:
    fields = {"year": "2017", "kind": "press"}
    bib = entry("misc", {"title": "Late", "author": "Fulton, Jr., James E."} | fields)
    bib += entry("misc", {"title": "Early", "author": "Adams, M.D., Zoe"} | fields).replace(
        "key", "other"
    )

    page = printed(bib)

    assert page.index("Early") < page.index("Late")
