"""HTML cut into tags and text, and put together again."""

import pytest

from annotated.core.html_tokenizer import rewrite_text, tokens


@pytest.mark.parametrize(
    ("tag", "value"), [("<a id='x'>", "x"), ('<a href="y" id="x">', "x"), ("<a href='y'>", "")]
)
def test_an_attribute_is_read_as_it_is_written(tag: str, value: str) -> None:
    (token,) = tokens(tag)

    assert token.attribute("id") == value


def test_text_is_rewritten_before_and_after_what_is_left_alone() -> None:
    html = "a <b>b</b> <code>c <i>d</i> e</code> f"

    assert rewrite_text(html, str.upper) == "A <b>B</b> <code>c <i>d</i> e</code> F"
