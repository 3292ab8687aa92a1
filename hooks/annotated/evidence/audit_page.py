"""Audit: all remarks by weight, with filters, and what is computed from numbers and dates."""

from annotated.content.guide import Guide
from annotated.core.markdown_text import escaped
from annotated.core.placeholders import raw_html
from annotated.evidence import (
    audit_filters,
    dates_in_text,
    periodical_gaps,
    remark_entries,
    source_dates,
)
from annotated.evidence.references import title_html
from annotated.model.entity_facts import link_to


def audit(guide: Guide) -> str:
    """Return the audit as Markdown: filters, remarks by weight, then what is computed."""
    filters = raw_html(audit_filters.form(guide)) if guide.remarks else ""
    return "\n".join([filters, remark_entries.by_weight(guide), *_computed(guide)]) + "\n"


def _computed(guide: Guide) -> list[str]:
    entities = guide.catalogue.entities
    dated = source_dates.too_old(guide.catalogue, guide.endnotes, guide.sources)
    numbered = periodical_gaps.findings(guide.periodicals, guide.cited_sources.values())
    older = [f"- {link_to(entities[id_])}: {sentence}" for id_, _, sentence in dated]
    outside = [
        f"- {link_to(entities[id_])}: {sentence}" for id_, sentence in dates_in_text.outside(guide)
    ]
    return [
        "\n## Computed: numbers and dates of series\n",
        *(
            f"- [“{escaped(title_html(guide.sources[key]))}”]({_page_of(guide, key)}#{key}): "
            f"{escaped(sentence)}"
            for key, sentence in numbered
        ),
        f"\n## Computed: sources older than the event ({len(older)})\n",
        *older,
        f"\n## Computed: events outside the dates of their paragraph ({len(outside)})\n",
        "Only the dates that are printed are compared; most of these are harmless.\n",
        *outside,
    ]


def _page_of(guide: Guide, key: str) -> str:
    """Return the page of a source, which is in the same folder."""
    return guide.source_page(key).rpartition("/")[2]
