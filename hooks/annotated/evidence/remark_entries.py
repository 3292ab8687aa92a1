"""Entries of remarks as Markdown: the one text of a matter, and where it attaches."""

from annotated.content.guide import Guide
from annotated.core.markdown_text import escaped
from annotated.evidence.references import title_html
from annotated.model.anchors import remark_anchor
from annotated.model.entity_facts import link_to
from annotated.model.remarks import CERTAINTIES, WEIGHTS, Attachment, Remark, order

# The classes of an entry by which the filters find it: `p12`, `n3`, and the key of a source.
PREFIXES = {"paragraph": "p", "note": "n", "source": "s-"}


def by_weight(guide: Guide) -> str:
    """Return all remarks, the gravest first, in a section for each weight."""
    lines: list[str] = []
    remarks = sorted(guide.remarks, key=order)
    for weight, words in WEIGHTS.items():
        chosen = [remark for remark in remarks if remark.weight == weight]
        if chosen:
            heading = f"{words[0].upper()}{words[1:]} ({len(chosen)})"
            lines.append(f"\n## {heading} {{ #weight-{weight} }}\n")
            lines += [entry(guide, remark) for remark in chosen]
    return "\n".join(lines)


def entry(guide: Guide, remark: Remark) -> str:
    """Return the entry of a remark under a heading of its own: the matter, then where it is."""
    targets = dict.fromkeys(attachment.target for attachment in remark.at)
    targets |= dict.fromkeys(("source", key) for key in remark.sources)
    classes = " ".join(f".{PREFIXES[kind]}{name}" for kind, name in targets if kind in PREFIXES)
    classes = f".entry .{remark.certainty} .{remark.weight} {classes}".rstrip()
    where = "; ".join(_where(guide, attachment) for attachment in remark.at)
    certainty = CERTAINTIES[remark.certainty].capitalize()
    return (
        f"\n### {escaped(remark.subject)} {{ #{remark_anchor(remark.id)} {classes} }}\n\n"
        f"{text(remark)}\n\n[{certainty}]{{ .sure }} · {where}\n{{ .remark-places }}\n"
    )


def text(remark: Remark) -> str:
    """Return the text of a remark, with the sources that the editors have seen."""
    seen = "; ".join(f"@{key}" for key in remark.sources)
    return f"{remark.body}\n\nSeen by the editors: {seen}." if seen else remark.body


def _where(guide: Guide, attachment: Attachment) -> str:
    kind, name = attachment.target
    if kind == "paragraph":
        return f"¶{name} “{escaped(attachment.words)}”"
    if kind == "note":
        return f"note {name}"
    if kind == "source":
        source = guide.sources.get(name)
        page = guide.source_page(name).rpartition("/")[2]
        return f"[“{escaped(title_html(source))}”]({page}#{name})" if source else escaped(name)
    entity = guide.catalogue.entities.get(name)
    return link_to(entity) if entity else escaped(name)
