"""A page whose unused notation is left out is the page that Markdown makes with all of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from annotated.content import site_config
from annotated.markdown_ext import registration
from annotated.markdown_ext.unused_patterns import BLOCK_SIGNS, SIGNS, UnusedPatterns
from conftest import ROOT
from strategies import typed

# Each kind of notation by itself, by its name.
SAMPLES = {
    "backtick": "`a`",
    "escape": "a\\-b",
    "link": "[a](b.md)",
    "image_link": "![a](b.png)",
    "image_reference": "![a][x]\n\n[x]: b.png",
    "short_image_ref": "![x]\n\n[x]: b.png",
    "autolink": "<http://a.b>",
    "automail": "<a@b.c>",
    "html": "a <i>b</i>",
    "linebreak": "a  \nb",
    "entity": "&copy;",
    "delimiter": "_a_",
    "footnote": "a[^1]\n\n[^1]: note",
    "bracketed_span_0": "[a [b [c]{ .x } d]{ .y } e]{ .z }",
}
BLOCKS = {
    "admonition": "!!! note\n    a\n\n    b",
    "table": "a | b\n--|--\nc | d",
    "quote": "> a\n\nb",
}
BY_NAME = {"reference": "[a][x]\n\n[x]: b.md", "short_reference": "[x]\n\n> [x]: b.md"}
MARKS = (
    "a",
    "*b*",
    "{ .c }",
    "]{ .c }",
    "[a ",
    "\\]",
    "`]`",
    "[x]: ",
    "[x]",
    "\n[x]: y",
    "[^1]",
    "\n[^1]: note",
    "\n\n",
    "| a | b |\n|---|---|\n",
    "\n- ",
)


def reader(*, whole: bool) -> Markdown:
    config = site_config.read((ROOT / site_config.PATH).read_text(encoding="utf-8"))
    own = [
        each
        for each in registration.extensions("a.md", {})
        if not (whole and isinstance(each, UnusedPatterns))
    ]
    settings = {name: dict(values) for name, values in config.settings.items()}
    return Markdown(extensions=[*config.extensions, *own], extension_configs=settings)


@given(
    typed(
        "`\\[]()<>&!*_{}^ \n",
        words=st.sampled_from((*SAMPLES.values(), *BY_NAME.values(), *BLOCKS.values(), *MARKS)),
    )
)
def test_a_page_is_the_same(text: str) -> None:
    assert reader(whole=False).convert(text) == reader(whole=True).convert(text)


@pytest.mark.parametrize("name", [*SIGNS, *BLOCK_SIGNS, *BY_NAME])
def test_what_is_there_is_read(name: str) -> None:
    text = (SAMPLES | BLOCKS | BY_NAME)[name]

    assert reader(whole=False).convert(text) == reader(whole=True).convert(text)


def test_all_of_it_is_left_out_where_there_is_none() -> None:
    md = reader(whole=False)
    known = {name for name in SIGNS if name in md.inlinePatterns}

    md.convert("word")

    assert known == {*SIGNS}
    assert not [name for name in SIGNS if name in md.inlinePatterns]
    assert not [name for name in BLOCK_SIGNS if name in md.parser.blockprocessors]
