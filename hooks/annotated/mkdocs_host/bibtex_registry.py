"""Registry of references that mkdocs-bibtex asks for their text, with placeholders for ours.

It subclasses the plugin's own point of extension: the plugin finds the citations, and this
decides what they say. Titles, days and locators stay as printed; keys are replaced longest first.
"""

import math
from collections.abc import Collection

from mkdocs_bibtex.citation import Citation, CitationBlock, InlineReference
from mkdocs_bibtex.plugin import BibTexPlugin
from mkdocs_bibtex.registry import ReferenceRegistry
from pybtex.database import BibliographyData

from annotated.evidence import references


class PrintedReferences(ReferenceRegistry):  # type: ignore[misc]  # the plugin has no types
    """References by key; each is a placeholder, which `Build.link` fills."""

    def __init__(self, keys: Collection[str]) -> None:
        # The base class would read the files here, which are read already.
        self.footnote_format = "{key}"
        self.bib_data = BibliographyData()
        self._keys = keys

    def validate_citation_blocks(self, citation_blocks: list[CitationBlock]) -> None:
        """Do nothing: unknown keys are found, with file and line, before the plugin runs."""

    def validate_inline_references(
        self, inline_references: list[InlineReference]
    ) -> list[InlineReference]:
        """Return the known references, each once, the longest key first.

        The plugin replaces `@key` as a string, and so would begin a longer key with a shorter.
        """
        keys = {ref.key for ref in inline_references if ref.key in self._keys}
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
