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


def test_a_page_is_cut_into_its_fields_its_comments_and_its_text() -> None:
    page = "---\nname: Rawa\n# a note\nspellings:\n  - Rawah: ¶16\n---\n\nOne.\nTwo.\n"

    found = [piece for piece in pieces("x.md", page) if piece.field]

    assert [(piece.path, piece.line, piece.field, piece.text) for piece in found] == [
        ("x.md", 2, "name", "Rawa"),
        ("x.md", 5, "spellings", "Rawah"),
        ("x.md", 5, "spellings, a remark", "¶16"),
        ("x.md", 3, "a comment", "# a note"),
        ("x.md", 7, "the text", "\nOne.\nTwo.\n"),
    ]
    assert found[-1].line_at(found[-1].text.index("Two")) == 9


def test_a_source_is_cut_into_the_fields_that_are_read_as_they_are_read() -> None:
    entry = r"""@article{key,
  title = {{A {\"u}}},
  file = {x.pdf},
  url = {https://example.org/a_b},
  note = {\input{x}}
}
"""

    found = [(*piece[1:4], piece.refused) for piece in pieces("x.bib", entry)]

    assert found == [
        (2, "title", "A ü", ()),
        (4, "url", "https://example.org/a_b", ()),
        (5, "note", r"\inputx", (r"\input",)),
    ]
