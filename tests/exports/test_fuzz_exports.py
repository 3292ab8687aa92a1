"""Any words in a table or a list to download: what is read there is what was written."""

import csv
import io
import json
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from annotated.content.sources import read
from annotated.evidence.references import reference_html
from annotated.exports.record_tables import FORMULA, as_csv, as_json, lines
from strategies import TEXTS, typed

# Items of a list are parted by a semicolon, those of `notes` by a space.
ITEMS = TEXTS.filter(lambda text: ";" not in text and bool(text))
VALUES = typed(",;\"'\r\n=+@-\t") | TEXTS
RECORDS = st.lists(
    st.fixed_dictionaries({"text": VALUES, "other": VALUES, "also": st.lists(ITEMS, max_size=3)}),
    min_size=1,
    max_size=4,
)


def as_word(text: str) -> str:
    """Return a text as a table holds it: an apostrophe keeps it from being taken for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text


@given(RECORDS)
@example([{"text": '"', "other": "a\rb", "also": []}])
def test_a_table_is_read_back(records: list[dict[str, Any]]) -> None:
    table = list(csv.DictReader(io.StringIO("".join(as_csv([lines(records)])), newline="")))

    assert [(row["text"], row["other"], row["also"]) for row in table] == [
        (as_word(record["text"]), as_word(record["other"]), as_word(";".join(record["also"])))
        for record in records
    ]


@given(RECORDS)
def test_a_list_is_read_back_and_has_a_record_to_a_line(records: list[dict[str, object]]) -> None:
    text = "".join(as_json([lines(records)]))

    assert json.loads(text) == records
    assert text.count("\n") == len(records) + 1


BIB = st.text("@misc{}=,\"'#%\\ \n1a²-", max_size=40) | typed('@{}=,"#%\n\\')
YEARS = st.sampled_from(["2017", "²", "0", "99999", "x"])


@given(
    st.builds(
        "@misc{{a, title = {{{}}}, year = {{{}}}, kind = {{press}}}}\n{}".format, BIB, YEARS, BIB
    )
)
@example("@misc{a}")
@example("x @misc{a, title = {b}}")
@example("@misc{a, title={b}, kind={press}, year={2017}, url={http://[}}")
@example("@misc{a, title={b}, kind={press}, year={2017}, month={13}}")
@example("@misc{a, title={b}, kind={press}, year={2017}, month={2}, day={30}}")
def test_any_file_of_sources_gives_sources_or_problems(text: str) -> None:
    sources, _, problems = read({"x.bib": text})

    for problem in problems:
        assert problem.path == "x.bib"
        assert 1 <= problem.line <= text.count("\n") + 1
    for source in sources.values():
        assert str(source.year) in reference_html(source)
