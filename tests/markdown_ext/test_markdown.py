"""Markdown as contributors type it, and the HTML that our extensions build of it."""

from collections.abc import Mapping

import pytest
from markdown import Markdown

from annotated.markdown_ext.printed_footnotes import cited, definitions
from annotated.markdown_ext.registration import extensions
from cases import Case, find, name


def converted(text: str, page: str = "", entries: Mapping[str, str] | None = None) -> str:
    return Markdown(
        extensions=[
            "attr_list",
            "admonition",
            "footnotes",
            "tables",
            *extensions(page, entries or {}),
        ],
        extension_configs={"footnotes": {"USE_DEFINITION_ORDER": False}},
    ).convert(text)


@pytest.mark.parametrize("case", find("markdown"), ids=name)
def test_markdown_becomes_html(case: Case) -> None:
    case.expect("html", converted(case.parts["markdown"]))


def test_notes_are_listed_in_the_order_in_which_they_are_cited() -> None:
    assert cited("One[^2], two[^a] and[^1], again[^2].\n\n[^a]: Here.") == ["2", "a", "1"]


def test_only_notes_that_the_page_does_not_hold_are_defined() -> None:
    text = "One[^2], two[^a].\n\n[^a]: Here."

    assert definitions(text, {"1": "x", "2": "@key.", "a": "y"}) == "\n[^2]: @key.\n"


def test_a_link_to_the_file_of_an_entry_leads_to_the_page_of_its_kind() -> None:
    text = "[word](../glossary/nikayah.md) [place](../places/x.md)"
    entries = {"glossary/nikayah.md": "glossary/index.md#nikayah"}

    html = converted(text, "chapters/01.md", entries)

    assert 'href="../glossary/index.md#nikayah"' in html
    assert 'href="../places/x.md"' in html
