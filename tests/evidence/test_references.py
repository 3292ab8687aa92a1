"""Sources as references, and the registry through which mkdocs-bibtex asks for them."""

import re

import pytest
from markdown import Markdown
from mkdocs_bibtex.citation import Citation, CitationBlock, InlineReference

from annotated.content import sources
from annotated.evidence import citations
from annotated.evidence.references import PLACEHOLDER, fill, placeholder, reference_html, with_kind
from annotated.mkdocs_host.bibtex_registry import PrintedReferences
from cases import Case, find, name

CITE = re.compile(r"<p><cite[^>]*>(.*)</cite></p>")


@pytest.mark.parametrize("case", find("references"), ids=name)
def test_references_read_well_and_survive_markdown(case: Case) -> None:
    index, _, problems = sources.read({"x.bib": case.parts["bib"]})
    assert problems == []

    lines = []
    for key, source in index.items():
        html = fill(Markdown().convert(placeholder(key)), {key: reference_html(source)}, str)
        match = CITE.fullmatch(html)
        assert match, key
        lines.append(f"{key}: {match[1]}")

    case.expect("references", "\n".join(lines))


def test_a_reference_leads_to_its_entry_among_the_sources() -> None:
    index, *_ = sources.read({"x.bib": "@misc{key, title = {{T}}, year = {2017}, kind = {press}}"})

    html = fill(placeholder("key"), {"key": with_kind(index["key"])}, "../{}.html".format)

    assert html.endswith('<a class="source-kind" href="../key.html#key">press</a>')


def registry() -> PrintedReferences:
    bib = "@misc{%s, title = {{T}}, year = {2017}, kind = {press}}\n"
    index, *_ = sources.read({"x.bib": bib % "key" + bib % "key2"})
    return PrintedReferences(index.keys())


def test_the_longest_key_is_replaced_first_and_unknown_keys_are_left() -> None:
    asked = [InlineReference("key"), InlineReference("key2"), InlineReference("no")]

    assert [ref.key for ref in registry().validate_inline_references(asked)] == ["key2", "key"]


def test_a_locator_is_kept() -> None:
    text = registry().reference_text(Citation("key", suffix="pp. 8-9"))

    assert text == f"{placeholder('key')}, pp. 8-9"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("As @key says.", "As REF says."),
        ("[As @key says.]{ .author }", "[As REF says.]{ .author }"),
        ("[@key]", "(REF)"),
        ("[see @key, p. 3; @key2]", "(see REF, p. 3; REF)"),
        ("[@key and more]", "[REF and more]"),
        ("@key: so", "REF: so"),
        ("@key-two, @keys", "@key-two, @keys"),
        ("[by @Bob, in 2017]{ .author }", "[by @Bob, in 2017]{ .author }"),
        ("[write to a@key.org](x.md)", "[write to a@key.org](x.md)"),
        ("[x](https://example.org/@key)", "[x](https://example.org/@key)"),
        ("`@key` ``[@key]``", "`@key` ``[@key]``"),
        ("```\n[@key]\n```", "```\n[@key]\n```"),
        ("\\@key and \\bibliography", "@key and \\bibliography"),
        ("# By @bob", "# By &#64;bob"),
    ],
)
def test_citations_are_replaced_and_nothing_else_is_lost(typed: str, printed: str) -> None:
    keys = {"key", "key2"}

    markdown = citations.restore(citations.replace(citations.prepare(typed, keys), keys))

    assert PLACEHOLDER.sub("REF", markdown) == printed


def test_the_plugin_leaves_what_is_in_brackets() -> None:
    block = CitationBlock([Citation("Bob")], raw="by @Bob")

    assert registry().inline_text(block) == "[by @Bob]"
