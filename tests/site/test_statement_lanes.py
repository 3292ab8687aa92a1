"""A long lane of statements does not repeat their words, and leads to each of them."""

import re

import pytest

from annotated.site import statement_lane
from annotated.site.guide_index import GuideIndex
from annotated.site.statement_lane import StatementLane

WORDS, TARGET = re.compile(r' title="[^"]*"'), re.compile(r'href="([^"]*)"')


def test_a_long_lane_leads_to_each_statement(
    index: GuideIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    id_, statements = max(index.attestations.items(), key=lambda item: len(item[1]))
    lane, entity = StatementLane(index.evidence, str), index.entities[id_]
    monkeypatch.setattr(statement_lane, "WITH_WORDS", len(statements))
    short = lane.markdown(entity, statements)
    monkeypatch.setattr(statement_lane, "WITH_WORDS", len(TARGET.findall(short)) - 1)
    long = lane.markdown(entity, statements)

    assert len(WORDS.findall(short)) == len(TARGET.findall(short)) > 10
    assert WORDS.sub("", short) == long
