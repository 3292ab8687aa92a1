"""Which entity a link leads to, however its address is typed."""

from posixpath import join

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated.site.urls import SiteUrls

ENTITIES = {"rawa": "places/rawa/", "hit": "places/hit.html", "wali": "glossary/#wali"}
URLS = SiteUrls({}, ENTITIES, {})


@pytest.mark.parametrize(
    ("page", "href", "id_"),
    [
        ("chapters/one.html", "../places/hit.html", "hit"),
        ("chapters/one.html", ".././places/x/../hit.html", "hit"),
        ("places/hit.html", "rawa/", "rawa"),
        ("places/rawa/", "", "rawa"),
        ("places/rawa/", "../rawa/.", "rawa"),
        ("glossary/", "#wali", "wali"),
        ("glossary/", "//places/hit.html", ""),
        ("chapters/one.html", "hit.html", ""),
    ],
)
def test_a_link_leads_to_an_entity_by_its_address(page: str, href: str, id_: str) -> None:
    assert URLS.seen_from(page).id_at(href) == id_


PARTS = st.sampled_from(["", ".", "..", "places", "rawa", "hit.html", "glossary", "#wali", "x"])


@given(st.lists(PARTS, max_size=5).map("/".join), st.sampled_from(["places/x", "glossary/x", "x"]))
def test_no_entity_is_overlooked(href: str, page: str) -> None:
    here = URLS.seen_from(page)
    expected = "" if "//" in href else URLS.id_at(join(here.folder, href))

    assert here.id_at(href) == expected
