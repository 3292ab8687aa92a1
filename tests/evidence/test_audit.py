"""What the audit finds by rule, and that it gathers what the editors typed."""

import pytest
from markdown import Markdown

from annotated.content import guide, periodicals, source_files, sources
from annotated.evidence import audit_page, dates_in_text, periodical_gaps, source_dates
from cases import Case, find, name
from conftest import ROOT
from small_project import BASE


@pytest.mark.parametrize("case", find("series"), ids=name)
def test_numbers_and_dates_that_break_a_series_are_found(case: Case) -> None:
    runs, problems = periodicals.read("series.yml", case.parts["series"])
    index, _, faults = sources.read({"x.bib": case.parts["bib"]})
    assert problems + faults == []

    found = periodical_gaps.findings(runs, index.values())

    case.expect("findings", "\n".join(f"{key}: {sentence}" for key, sentence in found))


@pytest.mark.parametrize(("year", "older"), [("2016", True), ("2017", False), ("2018", False)])
def test_a_source_is_too_old_only_if_all_of_its_date_is_before_the_event(
    year: str, *, older: bool
) -> None:
    bib = BASE["bibliography/references.bib"].replace("year = {2017}", f"year = {{{year}}}", 1)
    content, _ = guide.read(BASE | {"bibliography/references.bib": bib})

    found = source_dates.too_old(content.catalogue, content.endnotes, content.sources)

    assert [(event, note) for event, note, _ in found] == [("fall", "1")] * older


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("On 5 September 2017, and in October.", ["5 September 2017", "October 2017"]),
        ("In October, before 2014.", ["2014"]),
        ("It may be 30 miles, 20 to 30 fighters, in 2014.", ["2014"]),
        ("On 31 September 2017, or 30 February.", []),
        ("Some 400 March and 2017 May march.", ["2017", "May 2017"]),
        ("In 20\u0661\u0667, on \u0665 May 2017.", ["May 2017"]),
        ("Nothing.", []),
    ],
)
def test_printed_dates_are_read(text: str, words: list[str]) -> None:
    assert [date.words for date in dates_in_text.printed(text)] == words


@pytest.mark.parametrize(
    ("chapter_date", "found"), [("May 2017", 0), ("June 2016 to 2018", 0), ("March 2016", 1)]
)
def test_an_event_outside_the_dates_of_its_paragraph_is_found(
    chapter_date: str, found: int
) -> None:
    chapter = BASE["docs/chapters/01.md"].replace("in May.", f"in {chapter_date}.")
    event = BASE["docs/events/fall.md"].replace("dated_by: text", "dated_by: note")
    content, _ = guide.read(BASE | {"docs/chapters/01.md": chapter, "docs/events/fall.md": event})

    assert len(list(dates_in_text.outside(content))) == found


REMARK = """---
subject: Date of the fall
certainty: inferred
weight: {}
at:
  - paragraph: 1
    words: in May
  - note: 1
  - source: report
---
It says May.
"""


def test_the_audit_gathers_the_remarks_by_weight() -> None:
    texts = {
        "docs/remarks/light.md": REMARK.format("print"),
        "docs/remarks/grave.md": REMARK.format("argument").replace("fall", "rise"),
    }
    page = audit_page.audit(guide.read(BASE | texts)[0])

    heads = [line for line in page.split("\n") if line.startswith("##")]
    assert heads[:4] == [
        "## Changes the argument (1) { #weight-argument }",
        "### Date of the rise { #remark-grave .entry .inferred .argument .p1 .n1 .s-report }",
        "## A matter of print (1) { #weight-print }",
        "### Date of the fall { #remark-light .entry .inferred .print .p1 .n1 .s-report }",
    ]
    assert "¶1 “in May”; note 1; [“A report”](index.md#report)" in page


def test_the_real_audit_finds_the_known_slips() -> None:
    texts = source_files.texts(ROOT)
    content, _ = guide.read(texts)

    page = audit_page.audit(content)

    assert "Edition 94 of Al-Naba is dated 7 August 2017, a Monday" in page
    assert "Volume 9 of CTC Sentinel is that of 2016" in page
    assert "by its note it is of April 2017" in page


def test_a_title_is_printed_as_typed_wherever_the_audit_names_it() -> None:
    title, container = "A *b* [c](d.md) _e_ \u0633\u0642", "A *wire*"
    texts = {
        "bibliography/references.bib": f"@misc{{report, title = {{{{{title}}}}}, kind = {{press}}, "
        f"container = {{{container}}}, volume = {{3}}, year = {{2017}}}}",
        "bibliography/series.yml": f"- container: {container}\n  every: year\n"
        "  year_of_volume_one: 1900\n",
        "docs/remarks/date-of-the-fall.md": REMARK.format("fact"),
    }
    page = audit_page.audit(guide.read(BASE | texts)[0])

    html = Markdown(extensions=["attr_list", "tables"]).convert(page)

    assert html.count('“A *b* [c](d.md) _e_ <span lang="ar" dir="rtl">\u0633\u0642</span>”') == 2
    assert "Volume 3 of A *wire* is that of 1902" in html
