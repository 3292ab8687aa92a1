"""The registry that mkdocs-bibtex asks for references, with our own text for each.

It subclasses the plugin's own extension point, so that the plugin finds the citations and this
decides what they say: titles, days and locators stay as printed, keys are replaced longest first.
"""

import math
from collections.abc import Collection
from typing import Any

from mkdocs_bibtex.citation import Citation, CitationBlock, InlineReference
from mkdocs_bibtex.registry import ReferenceRegistry
from pybtex.database import BibliographyData

from annotated.evidence import references


class PrintedReferences(ReferenceRegistry):  # type: ignore[misc]  # the plugin has no types
    """References by key: the plugin finds them, and what stands for each is filled in later."""

    def __init__(self, keys: Collection[str]) -> None:
        self.footnote_format = "{key}"
        self.bib_data = BibliographyData()
        self._keys = keys

    def validate_citation_blocks(self, citation_blocks: list[CitationBlock]) -> None:
        """Do nothing: unknown keys are found, with file and line, before the plugin runs."""

    def validate_inline_references(
        self, inline_references: list[InlineReference]
    ) -> list[InlineReference]:
        """Return the known references, each once, the longest key first."""
        keys = {ref.key for ref in inline_references if ref.key in self._keys}
        return [InlineReference(key) for key in sorted(keys, key=len, reverse=True)]

    def inline_text(self, citation_block: CitationBlock) -> str:
        """Return the marks that stand for the citations `[@key; @key]`."""
        known = [cite.key for cite in citation_block.citations if cite.key in self._keys]
        return "".join(f"[^{key}]" for key in known)

    def reference_text(self, citation: Citation | InlineReference) -> str:
        """Return the reference of one citation, with its locator where it has one."""
        text = references.placeholder(citation.key)
        suffix = getattr(citation, "suffix", "")
        return f"{text}, {suffix}" if suffix else text


def take_over(plugin: Any, keys: Collection[str]) -> None:  # noqa: ANN401 - the plugin has no types
    """Have the plugin ask us for the sources of these keys."""
    # It would read the files itself where they are younger than this: ours are read already.
    plugin.last_configured = math.inf
    plugin.registry = PrintedReferences(keys)
