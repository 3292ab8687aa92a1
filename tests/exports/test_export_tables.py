"""The tables to download say what the lists say, their ids join, and each is described."""

import json
import re
import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from annotated.content import release
from annotated.exports.data_table import KEYS, Table
from annotated.exports.record_tables import WITH_SPACES
from annotated.site import generated_files
from annotated.site.guide_index import GuideIndex
from annotated.site.urls import SiteUrls
from conftest import ROOT
from exported import rows

PAGE = (ROOT / "docs" / "data" / "index.md").read_text(encoding="utf-8")
NAMES = (*KEYS, "mentions")
CC_BY = "https://creativecommons.org/licenses/by/4.0/"
QUESTION = re.compile(r"(?:^    .*\n|^\n(?=    ))+", re.MULTILINE)


@pytest.fixture(scope="module")
def tables(index: GuideIndex, urls: SiteUrls) -> Mapping[str, Table]:
    return {table.name: table for table in generated_files.tables(index, urls)}


@pytest.mark.parametrize("name", NAMES)
def test_a_table_says_what_its_list_says(files: dict[str, str], name: str) -> None:
    records = json.loads(files[f"data/{name}.json"])["records"]
    table = rows(files[f"data/{name}.csv"])

    assert len(records) == len(table) > 0
    for record, row in zip(records, table, strict=True):
        assert list(record) == list(row)
        for field, value in record.items():
            words = value
            if isinstance(value, list):
                words = (";" if field in WITH_SPACES else " ").join(value)
            assert row[field] == ("" if words is None else str(words))


@pytest.mark.parametrize("name", NAMES)
def test_the_fields_are_those_that_are_described(tables: Mapping[str, Table], name: str) -> None:
    for record in tables[name].records():
        assert list(record) == [field.name for field in tables[name].fields]


@pytest.mark.parametrize("name", NAMES)
def test_every_id_in_a_table_is_the_key_of_a_row(tables: Mapping[str, Table], name: str) -> None:
    known = {
        other: {str(record[key]) for record in tables[other].records()}
        for other, key in KEYS.items()
    }

    lost = [
        (field.name, value)
        for field in tables[name].fields
        if field.refers
        for record in tables[name].records()
        for value in values(record[field.name])
        if not any(value in known[other] for other in field.refers)
    ]

    assert lost == []


def values(value: Any) -> Iterator[str]:  # noqa: ANN401
    if isinstance(value, list):
        yield from map(str, value)
    elif value is not None:
        yield str(value)


@pytest.mark.parametrize("name", KEYS)
def test_a_key_is_of_one_row(tables: Mapping[str, Table], name: str) -> None:
    keys = [record[KEYS[name]] for record in tables[name].records()]

    assert tables[name].key == KEYS[name]
    assert len(set(keys)) == len(keys)


def test_every_address_is_of_an_anchor_that_the_pages_have(
    index: GuideIndex, tables: Mapping[str, Table]
) -> None:
    addresses = [
        str(record["address"])
        for table in tables.values()
        for record in table.records()
        if "address" in record
    ]

    assert all(re.fullmatch(r"[\w/-]+\.html(#[\w:.-]+)?", address) for address in addresses)
    shared = len(index.guide.chapters)
    assert len(set(addresses)) >= len(addresses) - shared


def test_excel_knows_the_encoding_of_a_table(files: dict[str, str]) -> None:
    tables = [text for path, text in files.items() if path.endswith(".csv")]

    assert len(tables) == len(NAMES)
    assert all(text.encode().startswith(b"\xef\xbb\xbf") for text in tables)


def test_every_file_is_offered_on_the_page(files: dict[str, str]) -> None:
    offered = set(re.findall(r"\]\(([\w-]+\.(?!md)[a-z]+)\)", PAGE))

    assert {f"data/{name}" for name in offered} == set(files)


def test_a_file_says_which_state_of_the_guide_it_is_of(index: GuideIndex, urls: SiteUrls) -> None:
    made = {release.COMMIT: "0123abc", release.SECONDS: "86400"}
    about = release.read(ROOT, "https://host.invalid/", made)

    for path, make in generated_files.data_files(index, urls, about):
        text = make()
        # A table would be harder to read with it: its description says it.
        if not path.endswith(".csv"):
            assert all(word in text for word in ("0123abc", "1970-01-02", about.version)), path
            assert about.licence in text or CC_BY in text, path


def test_the_package_describes_every_table(files: dict[str, str]) -> None:
    package = json.loads(files["data/datapackage.json"])

    assert sorted(resource["name"] for resource in package["resources"]) == sorted(NAMES)
    for resource in package["resources"]:
        header = list(rows(files[f"data/{resource['path']}"])[0])
        assert [field["name"] for field in resource["schema"]["fields"]] == header
        for joined in resource["schema"].get("foreignKeys", ()):
            assert joined["reference"]["resource"] in {"", *NAMES}


def test_the_crate_lists_every_file_but_itself(files: dict[str, str]) -> None:
    graph = json.loads(files["data/ro-crate-metadata.json"])["@graph"]
    (root,) = [node for node in graph if node["@id"] == "./"]

    names = {path.removeprefix("data/") for path in files} - {"ro-crate-metadata.json"}
    assert {part["@id"] for part in root["hasPart"]} == names
    assert names <= {node["@id"] for node in graph}


def test_a_program_for_maps_reads_each_place_as_a_point(
    files: dict[str, str], tables: Mapping[str, Table]
) -> None:
    found = json.loads(files["data/places.geojson"])["features"]
    places = tables["places"].records()

    assert [feature["id"] for feature in found] == [place["id"] for place in places]
    for feature, place in zip(found, places, strict=True):
        assert feature["geometry"]["coordinates"] == [place["longitude"], place["latitude"]]
        statements = {
            mention["statement"]
            for mention in tables["mentions"].records()
            if mention["entity"] == place["id"]
        }
        assert feature["properties"]["mentions"] == len(statements)


@pytest.fixture
def folder_of_data(files: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with the files, which is where the program looks for them."""
    pytest.importorskip("pandas", reason="pandas is not installed")
    for path, text in files.items():
        (tmp_path / Path(path).name).write_bytes(text.encode())
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("folder_of_data")
@pytest.mark.parametrize(("number", "said"), [(0, "chapter"), (1, "Raqqa"), (2, "press")])
def test_a_question_on_the_page_is_answered(
    capsys: pytest.CaptureFixture[str], number: int, said: str
) -> None:
    questions = [block for block in QUESTION.findall(PAGE) if "pandas" in block]

    exec(textwrap.dedent(questions[number]), {})  # noqa: S102 - what the page shows

    assert len(questions) == 3
    assert said in capsys.readouterr().out
