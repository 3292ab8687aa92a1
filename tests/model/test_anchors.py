"""Anchors of paragraphs and notes, and their labels."""

import pytest

from annotated.model.anchors import anchor_label, note_anchor, paragraph_anchor


@pytest.mark.parametrize(
    ("anchor", "label"),
    [
        (paragraph_anchor(12), "¶12"),
        (paragraph_anchor("0"), "¶0"),
        (note_anchor("43"), "note 43,"),
        (note_anchor("b"), "note b,"),
    ],
)
def test_a_label_names_what_the_anchor_is_of(anchor: str, label: str) -> None:
    assert anchor_label(anchor, after_note=",") == label
