"""The tables to download say what the lists say, and each of their fields is described."""

import json
import re

import pytest

from conftest import ROOT
from exported import features, rows

DESCRIBED = (ROOT / "docs" / "data" / "index.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["events", "sentences"])
def test_a_table_says_what_its_list_says(files: dict[str, str], name: str) -> None:
    records = json.loads(files[f"data/{name}.json"])
    table = rows(files[f"data/{name}.csv"])

    assert len(records) == len(table)
    for record, row in zip(records, table, strict=True):
        assert list(record) == list(row)
        for field, value in record.items():
            words = (
                (";" if field.startswith("hedge") else " ").join(value)
                if isinstance(value, list)
                else value
            )
            assert row[field] == ("" if words is None else str(words))


def test_the_table_of_places_has_a_row_for_each_feature(files: dict[str, str]) -> None:
    found = features(files["data/places.geojson"])

    assert [f"../{row['page']}" for row in rows(files["data/places.csv"])] == list(found)


@pytest.mark.parametrize("name", ["places", "events", "sentences"])
def test_every_field_of_a_table_is_described_and_no_other(files: dict[str, str], name: str) -> None:
    section = DESCRIBED.split(f"\n## {name.capitalize()}\n")[1].split("\n## ")[0]
    described = [
        field
        for line in section.splitlines()
        if line.startswith("| `")
        for field in re.findall(r"`(\w+)`", line.split("|")[1])
    ]

    assert sorted(described) == sorted(rows(files[f"data/{name}.csv"])[0])
