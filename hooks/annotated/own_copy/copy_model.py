"""Model of a copy that has been read: its paragraphs, headings and notes, and what was left out."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from annotated.own_copy.source_text import LeftOut


@dataclass(frozen=True)
class Copy:
    """The article as a copy has it, with private characters for marks and emphasis in the text.

    `paragraphs` are by number, `headings` by the number of the paragraph below each, `notes` by
    their printed number. `left_out` are the lines that belong to none of these, each with what it
    is; `remarks` are sentences on paragraphs and notes that differ in length from the article.
    """

    paragraphs: Mapping[int, str]
    headings: Mapping[int, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    left_out: tuple[LeftOut, ...] = ()
    remarks: tuple[str, ...] = ()


NONE = Copy({})
