"""HTML cut into tags and text, and put together again."""

import re

import pytest

from annotated.core.html_tokenizer import cut, rewrite_text, tokens


@pytest.mark.parametrize(
    ("tag", "value"), [("<a id='x'>", "x"), ('<a href="y" id="x">', "x"), ("<a href='y'>", "")]
)
def test_an_attribute_is_read_as_it_is_written(tag: str, value: str) -> None:
    (token,) = tokens(tag)

    assert token.attribute("id") == value


def test_of_two_attributes_of_one_name_the_first_counts() -> None:
    (token,) = tokens("<a id='x' ID=\"z\" data-id='w' id=\"y\">")

    assert token.attribute("id") == "x"


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ("a<b>c", ["a", "c"]),
        ("<b><i>", ["", "", ""]),
        ("1 < 2", ["1 ", " 2"]),
        ("a<!-- <b> --></b", ["a", "", "/b"]),
        ("<a title='>'>b", ["", "b"]),
    ],
)
def test_texts_stand_between_tags_comments_and_signs(html: str, texts: list[str]) -> None:
    pieces = cut(html)

    assert pieces[::2] == texts
    assert "".join(pieces) == html


def test_text_is_rewritten_before_and_after_what_is_left_alone() -> None:
    html = "a <b>b</b> <code>c <i>d</i> e</code> f"

    assert rewrite_text(html, re.compile("[a-z]"), str.upper) == (
        "A <b>B</b> <code>c <i>d</i> e</code> F"
    )


def test_text_without_what_is_wanted_stays() -> None:
    assert rewrite_text("ab <b>a</b> b", re.compile("a"), str.upper) == "AB <b>A</b> b"
