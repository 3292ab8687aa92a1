"""The map of another article: the starter shows how a movement is typed, and it is drawn."""

import pytest

from annotated.content import guide, source_files
from annotated.linking.entity_links import EntityLinks
from annotated.maps.arrows import Arrows
from annotated.maps.atlas import ASSETS, Atlas
from annotated.model.entity_facts import Facts
from conftest import ROOT
from originals import TEMPLATE


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    assets = {
        path: text for path, text in source_files.texts(ROOT).items() if path.startswith(ASSETS)
    }
    texts = source_files.texts(TEMPLATE) | assets
    read, problems = guide.read(texts)
    assert problems == []
    return Atlas(read, texts)


def test_the_movement_of_the_starter_is_drawn_as_an_arrow(atlas: Atlas) -> None:
    links = EntityLinks(dict(atlas.guide.catalogue.entities), lambda id_: f"{id_}.html")

    labels = atlas.label_layers["lake"]
    drawn = Arrows(labels, links, atlas.events, atlas.months.of_event).svg("1874-11")

    assert drawn.count('class="way"') == drawn.count('class="bar"') == 1
    assert "Ferrymen of Port Velm: from Port Velm toward Karsk (schematic)" in drawn
    assert 'data-in="1874-11"' in drawn
    assert [*atlas.problems()] == []


def test_the_page_of_an_event_tells_its_movement_in_words(atlas: Atlas) -> None:
    entities = atlas.guide.catalogue.entities

    told = dict(Facts(entities).of(entities["night-boats"]))

    assert told["Movement"] == "Ferrymen of Port Velm: from Port Velm toward Karsk"
    assert "Movement" not in dict(Facts(entities).of(entities["heron-lost"]))
