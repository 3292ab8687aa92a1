"""Linking of any text with any catalogue: what the rules say is found, only links are added."""

import re
from html import escape, unescape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import reference_matcher
from annotated.core.html_tokenizer import tokens
from annotated.linking.linker import LinkContext, LinkedPage, link
from annotated.linking.matcher import Match, Matcher, Spelling
from annotated.model.entities import Group
from strategies import APOSTROPHES, NAMES, TEXTS, ending, pieces, typed

# Before the first letter may stand a sign, such as “ or an apostrophe, but no space.
FORM = re.compile(rf"[^\w\s]?[{APOSTROPHES}]*(?:[^\W_]).*", re.DOTALL)
PIECES = typed("-.’\"'”…“_")
FORMS = st.one_of(NAMES, PIECES.map(str.strip)).filter(
    lambda form: bool(FORM.fullmatch(form)) and next(reference_matcher.word_starts(form), 9) < 3
)
SPELLINGS = st.builds(Spelling, FORMS, st.sampled_from(["", "one", "two", "three"]), st.booleans())
CATALOGUES = st.lists(SPELLINGS, max_size=8, unique_by=lambda spelling: spelling.text)
ADDED = re.compile(r'<a class="mention [^>]*>(.*?)</a>', re.DOTALL)


@st.composite
def catalogues_and_texts(draw: st.DrawFn) -> tuple[list[Spelling], str]:
    """Draw spellings, and a text in which some of them stand."""
    index = draw(CATALOGUES)
    names = st.sampled_from([spelling.text for spelling in index]) if index else NAMES
    return index, draw(typed("-.’\"'“”", words=names | NAMES))


@given(catalogues_and_texts())
@example(([Spelling("Qa’im", "one")], "Qaʿim"))
@example(([Spelling("ʿUmar", "one")], "’Umar"))
@example(([Spelling("U.S.", "one")], "U.S.A."))
@example(([Spelling("Tal  Afar", "one")], "Tal Afar"))
def test_the_rules_find_what_the_matcher_finds(drawn: tuple[list[Spelling], str]) -> None:
    index, text = drawn

    assert list(Matcher(index).find(text)) == list(reference_matcher.find(index, text))


@given(catalogues_and_texts())
def test_what_is_found_stands_apart_and_in_order(drawn: tuple[list[Spelling], str]) -> None:
    index, text = drawn
    matches: list[Match] = list(Matcher(index).find(text))

    ends = [0, *(match.end for match in matches)]
    assert all(end <= match.start < match.end for end, match in zip(ends, matches, strict=False))


WILD = st.lists(
    st.one_of(
        pieces("tags").map(lambda tag: f"<{tag}>"),
        typed("\n&;").map(escape),
        typed("\n&;<>\"'/!-"),
    ),
    max_size=12,
).map("".join)


def linked(index: list[Spelling], html: str) -> LinkedPage:
    ids = ("one", "two", "three")
    entities = {
        id_: Group(id=id_, path="", body="", body_line=1, name=id_, summary="", kind="army")
        for id_ in ids
    }
    href = "to/{}".format
    context = LinkContext(entities, Matcher(index), href, {href(id_): id_ for id_ in ids}.get)  # type: ignore[arg-type]
    return link(html, context)


@given(TEXTS | WILD)
def test_the_pieces_of_a_page_are_the_page(html: str) -> None:
    assert "".join(token.raw for token in tokens(html)) == html


@given(CATALOGUES, WILD)
def test_nothing_but_links_is_added(index: list[Spelling], html: str) -> None:
    page = linked(index, html)

    assert bare(ADDED.sub(r"\1", page.html)) == bare(html)
    for mention in page.mentions:
        assert 0 <= mention.start < mention.end <= len(mention.sentence)
        assert mention.anchor == "p1"


def bare(html: str) -> str:
    """Return a page without what marks a link that stands there as one to an entity."""
    return re.sub(r'<a (?:class="mention [^>]*)?( ?href="to/one")>', r"<a \1>", html)


@given(CATALOGUES, WILD)
def test_no_link_stands_in_a_link(index: list[Spelling], html: str) -> None:
    inside = False
    # A link that is typed in a link stays there: it is not ours.
    for token in tokens(linked(index, html.replace('<a href="to/one">', "")).html):
        if token.name == "a":
            assert not (inside and not token.closing and "mention" in token.rest)
            inside = not token.closing


@given(CATALOGUES, typed("&;"))
@example([Spelling("amp", "one")], "&")
@example([Spelling("x27", "one")], "'")
def test_the_words_that_a_reader_sees_stay(index: list[Spelling], text: str) -> None:
    html = linked(index, f"<p>{escape(text)}</p>").html

    assert unescape(re.sub("<[^>]*>", "", html)) == unescape(escape(text))


@pytest.mark.parametrize(
    "hostile", ["a ", "Tal ", "’", "Tal" + " " * 99, "<!--", "<a ", '<a "', "&"]
)
def test_a_long_page_comes_to_an_end(hostile: str) -> None:
    index = [Spelling("a a a a a b", "one"), Spelling("Tal Afar", "two"), Spelling("’Ana", "three")]
    with ending():
        assert "mention " not in linked(index, f"<p>{hostile * 5000}").html
