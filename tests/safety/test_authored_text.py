"""The line of each word of a value is the line on which it was typed, however it is written."""

import pytest

from annotated.safety.authored_text import pieces

FORMS = [
    'a: "one\\ntwo MARK"\n',
    'a: "one\\\n  two\\u0020\\x09\n\n  \\"three\\\\ MARK"\n',
    'a: "one\\_two\\N\n  \\U00000020 MARK"\n',
    "a: 'it''s\n\n\n  MARK'\n",
    "a: one\n  two\n\n  three: is no field, MARK\n".replace(": is", " is"),
    "a: >\n  one\n\n    two\n  MARK\n",
    "a: >-\n  one\n  MARK\n",
    "a: |2\n    one\n  MARK\n",
    "a: |+\n\n\n  MARK\n\n",
    "a: [one, two,\n  three,\n  MARK]\n",
    "a:\n  - one\n  - two: x\n    three: MARK\n",
    "a:\n  - >\n    one\n    MARK\nb: c\n",
    "a: MARK",
    "# a comment\n\na:\n  MARK\n",
    "a: é\u3042\U0001f600\n  MARK\n",
]


@pytest.mark.parametrize("text", FORMS)
@pytest.mark.parametrize("head", [True, False])
def test_the_line_of_a_word_is_that_on_which_it_was_typed(text: str, *, head: bool) -> None:
    path, typed = ("x.md", f"---\n{text.rstrip()}\n---\n") if head else ("x.yml", text)
    line = typed.count("\n", 0, typed.index("MARK")) + 1

    found = [piece for piece in pieces(path, typed) if "MARK" in piece.text]

    assert [piece.line_at(piece.text.index("MARK")) for piece in found] == [line]
