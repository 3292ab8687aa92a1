"""A copy that has been read whole: its paragraphs, headings and notes, and what was left out."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Copy:
    """What a copy holds of the article, with the signs of marks and emphasis in the text.

    `paragraphs` go by number, `headings` by the number of the paragraph that they stand above,
    `notes` by their printed number. `left_out` are the lines that belong to none of these;
    `remarks` say where a paragraph differs in length from what is expected.
    """

    paragraphs: Mapping[int, str]
    headings: Mapping[int, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


NONE = Copy({})
