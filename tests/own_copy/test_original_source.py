"""Every character of a file is in its lines or was taken off under a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import renderings
from annotated.core.placeholders import RESERVED
from annotated.own_copy import importer
from annotated.own_copy.source_text import LeftOut, SourceText, count
from originals import Article
from strategies import pieces, typed


def source_of(text: str) -> SourceText:
    source, problems = importer.source_of("copy.txt", text.encode())
    assert problems == []
    return source


def accounted(source: SourceText) -> bool:
    """Tell whether nothing was lost and nothing added."""
    return source.characters == count(source.text, *(text for _, text in source.taken_off))


@pytest.mark.parametrize("form", ["page", "printed", "printed side by side"])
def test_every_form_of_an_article_is_accounted_for(sample: Article, form: str) -> None:
    copy = sample.copy()
    text = (
        renderings.web_page(copy)
        if form == "page"
        else renderings.printed(copy, side_by_side="side" in form)
    )

    assert accounted(source_of(text))


def test_what_is_no_text_of_a_page_is_named() -> None:
    source = source_of(
        "<html><title>A page</title><p>One.<button>Share</button></p><script>x()</script>"
        "<svg><text>North</text></svg><noscript>Turn it on.</noscript><p>Two. ↩</p>"
    )

    assert source.text.split() == ["One.", "Two."]
    assert source.taken_off == (
        LeftOut("title of the page", "A page"),
        LeftOut("control", "Share"),
        LeftOut("drawing", "North"),
        LeftOut("fallback", "Turn it on."),
        LeftOut("link back to the text", "↩"),
    )
    assert accounted(source)


def test_formulas_are_text() -> None:
    assert "x = 2" in source_of("<html><p>Let <math><mi>x</mi> = <mn>2</mn></math>.").text


def test_references_forge_no_private_character() -> None:
    source = source_of("<html><p>city&#xE020;1&#xE021; &shy;&#8203;end&#xFB01;</p>")

    assert source.text.strip() == "city1 endfi"
    assert not set(RESERVED.replace("-", "")) & set(source.text)


def test_running_heads_are_named_and_notes_are_none() -> None:
    feet = ["12 Ibid.", "13 Marsh, Letters.", "15 Ibid.", "16 Marsh, Papers."]
    pages = [
        f"{page}   A QUARTERLY REVIEW\n\nThe text of page {page}.\n\n{foot}\n{other}\n\n{page}"
        for page, foot, other in zip((7, 8), feet[::2], feet[1::2], strict=True)
    ]

    source = source_of("\f".join(pages))

    assert [line for line in source.text.split("\n") if line in feet] == feet
    assert [text for _, text in source.taken_off] == [
        "7   A QUARTERLY REVIEW",
        "7",
        "8   A QUARTERLY REVIEW",
        "8",
    ]
    assert accounted(source)


MARKUP = st.lists(
    st.one_of(
        pieces("tags-of-saved-pages").map("<{}>".format), typed("<>&#;\n/'\"=[],↑123"), st.just("&")
    ),
    max_size=15,
)


@given(MARKUP)
def test_any_page_is_accounted_for(parts: list[str]) -> None:
    source, problems = importer.source_of("copy.html", f"<html>{''.join(parts)}".encode())

    assert problems or accounted(source)


@given(st.lists(typed("\n\f-0123456789 "), max_size=6))
def test_any_pages_are_accounted_for(pages: list[str]) -> None:
    source, problems = importer.source_of("copy.txt", "\f".join(pages).encode())

    assert problems or accounted(source)
