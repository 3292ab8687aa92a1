"""What a check reads without MkDocs and mkdocs-bibtex is what they read."""

import re

from hypothesis import given
from hypothesis import strategies as st
from mkdocs.config import load_config
from mkdocs_bibtex.plugin import BibTexPlugin

from annotated.content import site_config
from annotated.evidence import citations
from annotated.mkdocs_host import bibtex_registry
from conftest import ROOT
from strategies import typed

KEYS = ("key", "key-two", "key2")
WORDS = (
    *KEYS,
    "other",
    "@",
    "[",
    "]",
    "; ",
    ", ",
    ", p. 3",
    " ",
    "\n",
    "a@b.org",
    "\\",
    "`",
    "\n```\n",
    "\n# ",
    "\\bibliography",
)


def test_the_extensions_of_markdown_are_those_of_mkdocs() -> None:
    path = ROOT / site_config.PATH
    theirs, ours = load_config(str(path)), site_config.read(path.read_text(encoding="utf-8"))

    assert [*ours.extensions] == theirs.markdown_extensions
    assert ours.settings == theirs.mdx_configs


@given(typed("@[];,\\\n", words=st.sampled_from(WORDS)))
def test_citations_are_replaced_as_by_the_plugin(text: str) -> None:
    plugin = BibTexPlugin()
    plugin.load_config({"bib_dir": ".", "bib_by_default": False})
    bibtex_registry.install(plugin, KEYS)

    prepared = citations.prepare(text, KEYS)

    ours = citations.replace(prepared, KEYS)

    assert ours == plugin.on_page_markdown(prepared, None, None, None)
    if "@" in prepared:
        assert ours == bibtex_registry.in_its_lines(plugin.on_page_markdown, prepared)
    assert len(re.findall(r"\w", citations.restore(ours))) >= len(re.findall(r"\w", text))
