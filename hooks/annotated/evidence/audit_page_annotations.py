"""All annotations: every editor's note in the order of the text, paragraph by paragraph."""

from collections import defaultdict
from collections.abc import Mapping

from annotated.content.guide import Guide
from annotated.evidence.audit_page import Remark, remarks
from annotated.markdown_ext.editor_notes import CLASSES


def page(guide: Guide, texts: Mapping[str, str]) -> str:
    """Return the list as Markdown: a section for each chapter, the paragraphs in their order.

    A remark on an endnote stands with the paragraph that cites the note.
    """
    cited_in = {one.note: f"¶{one.paragraph}" for one in guide.endnotes.notes.values()}
    at: dict[str, list[Remark]] = defaultdict(list)
    for remark in remarks(guide, texts):
        at[cited_in.get(_note(remark), remark.where)].append(remark)
    lines = [f"There are {sum(map(len, at.values()))} of them.\n"]
    for chapter in guide.chapters:
        lines.append(f"\n## {chapter.title}\n")
        for paragraph in chapter.paragraphs:
            here = at[f"¶{paragraph.number}"]
            lines += [f"- [{one.where}]{{ .where }} {_said(one)}" for one in here]
    return "\n".join(lines) + "\n"


def _note(remark: Remark) -> str:
    return remark.where.removeprefix("note ").removesuffix(".")


def _said(remark: Remark) -> str:
    return f"{remark.text} [{CLASSES[remark.sure]}]{{ .sure }}"
