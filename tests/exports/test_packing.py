"""What a large guide packs: which files, and that every link and description leads to them."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotated.content.release import UNRELEASED
from annotated.core import packed_files
from annotated.exports import packing
from annotated.site import generated_files, model_files
from annotated.site.guide_index import GuideIndex
from annotated.site.urls import SiteUrls
from checked import problems
from hostile import BASE

LINKS = "[list](statements.json), [table](statements.csv), [text](guide.xml), [map](places.geojson)"


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every guide count as a large one."""
    monkeypatch.setattr(packing, "MANY", 0)


def made(index: GuideIndex, urls: SiteUrls) -> Iterator[tuple[str, str]]:
    for path, text in generated_files.data_files(index, urls, UNRELEASED):
        yield path.removeprefix(generated_files.FOLDER), text()


def test_a_guide_of_usual_size_packs_nothing(index: GuideIndex, urls: SiteUrls) -> None:
    assert len(index.guide.statements) < packing.MANY
    names = [path for path, _ in generated_files.data_files(index, urls)]
    assert not any(name.endswith(packed_files.SUFFIX) for name in names)


@pytest.mark.usefixtures("large")
def test_a_large_guide_packs_what_programs_read(index: GuideIndex, urls: SiteUrls) -> None:
    names = {name for name, _ in made(index, urls)}

    packed = {name for name in names if name.endswith(packed_files.SUFFIX)}
    assert packed == {f"{name}{packed_files.SUFFIX}" for name in packing.PACKED}
    assert names.isdisjoint(packing.PACKED)
    assert {"statements.csv", "sources.bib", "sources-csl.json", "places.geojson"} <= names


@pytest.mark.usefixtures("large")
def test_every_description_names_the_files_as_they_are(index: GuideIndex, urls: SiteUrls) -> None:
    files = dict(made(index, urls))

    graph = json.loads(files["ro-crate-metadata.json"])["@graph"]
    parts = {part["@id"]: part["encodingFormat"] for part in graph if part["@type"] == "File"}
    assert files.keys() - parts.keys() <= {"ro-crate-metadata.json"}
    assert parts.keys() <= files.keys()
    assert parts["guide.xml.gz"] == parts["notes.json.gz"] == "application/gzip"
    assert parts["notes.csv"] == "text/csv"
    for resource in json.loads(files["datapackage.json"])["resources"]:
        assert resource["path"] in files
    things = json.loads(files["guide.jsonld"])["@graph"]
    loads = [load for thing in things for load in thing.get("distribution", ())]
    assert {load["contentUrl"].rpartition("/")[2] for load in loads} == parts.keys()
    assert json.loads(files["annotations.jsonld.gz"])["id"].endswith("annotations.jsonld.gz")
    listed = dict(model_files.files(index, urls, UNRELEASED))["llms.txt"]()
    assert "statements.csv" in listed
    assert "statements.json" not in listed


@pytest.mark.usefixtures("large")
def test_a_typed_link_leads_to_a_packed_file_by_its_plain_name() -> None:
    page = {"docs/data/index.md": f"# Data\n\n{LINKS}\n"}

    assert problems(BASE | page) == []
    wrong = {"docs/data/index.md": "# Data\n\n[list](statement.json)\n"}
    assert [problem.code for problem in problems(BASE | wrong)] == ["link-broken"]


def test_the_same_text_gives_the_same_bytes(tmp_path: Path) -> None:
    text = "Mūsā said so.\r\n" * 1000
    for folder in ("one", "other"):
        place = tmp_path / folder / "a.csv.gz"
        place.parent.mkdir()
        with packed_files.opened(place) as file:
            file.write(text)

    one, other = (tmp_path / folder / "a.csv.gz" for folder in ("one", "other"))
    assert one.read_bytes() == other.read_bytes()
    assert gzip.decompress(one.read_bytes()).decode() == text
    assert one.read_bytes()[4:8] == bytes(4)  # the time, RFC 1952
    assert one.stat().st_size < len(text) / 50
