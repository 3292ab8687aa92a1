"""Model of a copy that has been read: its paragraphs, headings and notes, and what was left out."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Copy:
    """The article as a copy has it, with private characters for marks and emphasis in the text.

    `paragraphs` are by number, `headings` by the number of the paragraph below each, `notes` by
    their printed number. `left_out` are the lines that belong to none of these; `remarks` are
    sentences on paragraphs that differ in length from the article.
    """

    paragraphs: Mapping[int, str]
    headings: Mapping[int, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


NONE = Copy({})
