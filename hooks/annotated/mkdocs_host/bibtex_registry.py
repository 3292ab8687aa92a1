"""Registry of references that mkdocs-bibtex asks for their text, with placeholders for ours.

It subclasses the plugin's own point of extension: the plugin finds the citations, and this
decides what they say. Titles, days and locators stay as printed; keys are replaced longest first.
"""

import math
from collections.abc import Callable, Collection
from functools import partial
from typing import TypeAlias

from mkdocs.config.defaults import MkDocsConfig
from mkdocs_bibtex.citation import Citation, CitationBlock, InlineReference
from mkdocs_bibtex.plugin import BibTexPlugin
from mkdocs_bibtex.registry import ReferenceRegistry
from pybtex.database import BibliographyData

from annotated.core.build_cache import BuildCache
from annotated.core.input_keys import Inputs
from annotated.evidence import references

# An event of the plugin: from the Markdown of a page to the same with its citations replaced.
Replace: TypeAlias = Callable[..., str]
# Between two lines: at a bracket the plugin stops that looks on from a citation.
APART = "\n[\n"


class PrintedReferences(ReferenceRegistry):  # type: ignore[misc]  # the plugin has no types
    """References by key; each is a placeholder, which `Build.link` fills."""

    def __init__(self, keys: Collection[str]) -> None:
        # The base class would read the files here, which are read already.
        self.footnote_format = "{key}"
        self.bib_data = BibliographyData()
        self.keys = keys

    def validate_citation_blocks(self, citation_blocks: list[CitationBlock]) -> None:
        """Do nothing: unknown keys are found, with file and line, before the plugin runs."""

    def validate_inline_references(
        self, inline_references: list[InlineReference]
    ) -> list[InlineReference]:
        """Return the known references, each once, the longest key first.

        The plugin replaces `@key` as a string, and so would begin a longer key with a shorter.
        """
        keys = {ref.key for ref in inline_references if ref.key in self.keys}
        return [InlineReference(key) for key in sorted(keys, key=len, reverse=True)]

    def inline_text(self, citation_block: CitationBlock) -> str:
        """Return what is in brackets as it is: `citations.prepare` has left none to replace."""
        return str(citation_block)

    def reference_text(self, citation: Citation | InlineReference) -> str:
        """Return the reference of one citation, with its locator if it has one."""
        text = references.placeholder(citation.key)
        suffix = getattr(citation, "suffix", "")
        return f"{text}, {suffix}" if suffix else text


def install(plugin: BibTexPlugin, keys: Collection[str]) -> None:
    """Let the plugin ask this registry for the sources of these keys."""
    # The plugin reads all files anew where one is younger than this.
    plugin.last_configured = math.inf
    plugin.registry = PrintedReferences(keys)


def keep(build_cache: BuildCache, config: MkDocsConfig, plugin: BibTexPlugin) -> None:
    """Let the plugin look at a page once, and at no page that `citations.prepare` left without `@`.

    The plugin must be installed.
    """
    replace, settings = plugin.on_page_markdown, sorted(plugin.config.items())
    known = Inputs(sorted(plugin.registry.keys), repr(settings))
    methods = config.plugins.events["page_markdown"]
    methods[methods.index(replace)] = partial(_kept, build_cache, replace, known)


def _kept(
    build_cache: BuildCache, replace: Replace, known: Inputs, markdown: str, **_of_page: object
) -> str:
    return (
        build_cache.run_on(replace, in_its_lines, markdown, known) if "@" in markdown else markdown
    )


def in_its_lines(replace: Replace, markdown: str, *_known: Inputs) -> str:
    """Return Markdown with its citations replaced; only their lines are shown to the plugin.

    It would look for a citation in the brackets of all others, which `citations.prepare` left none.
    """
    lines = markdown.split("\n")
    citing = [number for number, line in enumerate(lines) if "@" in line]
    text = APART.join(lines[number] for number in citing)
    # What a page is, the plugin does not ask.
    found = replace(text, page=None, config=None, files=None).split(APART)
    for number, line in zip(citing, found, strict=True):
        lines[number] = line
    return "\n".join(lines)
