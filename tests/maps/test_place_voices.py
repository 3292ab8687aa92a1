"""Along the rivers, each town shows who says what of it: a mark for each statement."""

import re

import pytest

from annotated.linking.entity_links import EntityLinks
from annotated.maps.place_voices import PlaceVoices
from annotated.maps.river_diagram import RiverDiagrams
from annotated.site.guide_index import GuideIndex
from annotated.site.urls import SiteUrls


@pytest.fixture(scope="module")
def rivers(index: GuideIndex, urls: SiteUrls) -> str:
    atlas = index.atlas
    links = EntityLinks(index.entities, urls.seen_from("map/index.html").entity)
    voices = PlaceVoices(index.speakers_at, index.guide.speaker_labels)
    return RiverDiagrams(atlas.base_map(), atlas.events, links, voices).html(atlas.places)


@pytest.mark.parametrize("town", ["mosul", "raqqa", "bayji"])
def test_a_town_has_a_mark_for_each_statement_that_names_it(
    index: GuideIndex, rivers: str, town: str
) -> None:
    address = f'href="../places/{town}.html#who-says-so"'
    link = rivers[rivers.index(address) :].partition("</a>")[0]
    marks = re.findall(r'class="said-mark (\w+)">([A-Z])<', link)
    said = [each.speaker for each in index.attestations[town] if each.id]

    assert sorted(speaker for speaker, _ in marks) == sorted(said)
    assert len({letter for _, letter in marks}) == len(set(said))
    assert f"{len(said)} statement{'s' if len(said) > 1 else ''}: " in link
    for speaker in set(said):
        assert f"{said.count(speaker)} {index.guide.speaker_labels[speaker]}" in link


def test_a_town_of_which_no_statement_speaks_has_no_mark(rivers: str) -> None:
    assert "/places/fallujah.html" in rivers
    assert "/places/fallujah.html#who-says-so" not in rivers


def test_the_key_has_the_letters_of_the_marks_and_no_other(rivers: str) -> None:
    key = rivers[: rivers.index("</ul>")]
    letters = set(re.findall(r'class="said-mark \w+">([A-Z])<', rivers))

    assert set(re.findall(r">([A-Z])</span>", key)) == letters
