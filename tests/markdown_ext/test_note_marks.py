"""Which marks of notes cite and which define, as Python-Markdown reads them."""

import pytest

from annotated.markdown_ext.printed_footnotes import cited, defined


@pytest.mark.parametrize("before", ["", "x\n", "x\n   ", "\n\n "])
def test_a_mark_that_begins_its_line_defines(before: str) -> None:
    text = f"{before}[^2]: Words."

    assert (defined(text), cited(text)) == (["2"], [])


@pytest.mark.parametrize(
    "text", ["said[^2]: that", "x\n    [^2]: code", "\t[^2]: x", "[^2] :", "[^2]"]
)
def test_any_other_mark_cites(text: str) -> None:
    assert (defined(text), cited(text)) == ([], ["2"])
