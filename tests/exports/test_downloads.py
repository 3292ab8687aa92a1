"""The site as a zip: it opens from a disk, has a checksum, and every page offers it."""

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import expect

from annotated import __main__
from annotated.exports import zip_download
from annotated.own_copy import copy_store
from conftest import Open, different, files
from searching import search

NAME = "guide-1.0"
OFFER = re.compile(r'<p><a href="([^"]+)" download>.*?\(zip, ([\d.]+) MB; <a href="([^"]+)"')
Folders = pytest.TempPathFactory


@pytest.fixture(scope="module")
def site(site: Path, tmp_path_factory: Folders) -> Path:
    """Return the folder that the zip of the site becomes: `open_page` reads from there."""
    folder = tmp_path_factory.mktemp("downloads")
    shutil.copytree(site, folder / "published", copy_function=shutil.copy)
    archive = zip_download.write(folder / "published", NAME, 1512691200)
    with ZipFile(archive) as opened:
        opened.extractall(folder / "empty")
    assert [path.name for path in (folder / "empty").iterdir()] == [NAME]
    return folder / "empty" / NAME


@pytest.fixture(scope="module")
def published(site: Path) -> Path:
    """Return the site as it is published, with the zip in it."""
    return site.parents[1] / "published"


@pytest.fixture(scope="module")
def archive(published: Path) -> Path:
    return published / "downloads" / f"{NAME}.zip"


def test_the_zip_opens_from_a_disk(open_page: Open) -> None:
    page = open_page("index.html")

    page.locator(".doors").get_by_role("link", name="Read").click()
    page.get_by_role("article").get_by_role(
        "link", name="Pivot to All-Out Insurgency"
    ).first.click()
    expect(page.locator("#p25")).to_be_visible()
    assert any(path.endswith("places/mayedin.html") for path in search(page, "Mayadin"))


def test_every_page_offers_the_zip_beside_it_and_says_how_large_it_is(
    published: Path, archive: Path
) -> None:
    said = f"{archive.stat().st_size / 1e6:.1f}"
    for path in sorted(published.rglob("*.html")):
        (offer,) = OFFER.findall(path.read_text(encoding="utf-8"))
        assert offer[1] == said, path
        if path.name != "404.html":  # its addresses begin at the root of the host
            assert (path.parent / offer[0]).resolve() == archive
            assert (path.parent / offer[2]).resolve().name == f"{archive.name}.sha256"


def test_nothing_is_offered_where_there_is_no_zip(site: Path) -> None:
    offered = [path for path in site.rglob("*.html") if OFFER.search(path.read_text("utf-8"))]

    assert offered == []
    assert not (site / "downloads").exists()


def checked(archive: Path) -> bool:
    command = ["sha256sum", "--check", "--strict", f"{archive.name}.sha256"]
    done = subprocess.run(command, cwd=archive.parent, check=False, capture_output=True)
    return done.returncode == 0


def test_the_checksum_finds_a_changed_byte(archive: Path, tmp_path: Path) -> None:
    shutil.copytree(archive.parent, tmp_path, dirs_exist_ok=True)
    broken = tmp_path / archive.name
    assert checked(broken)

    content = bytearray(broken.read_bytes())
    content[len(content) // 2] ^= 1
    broken.write_bytes(content)

    assert not checked(broken)


def test_the_zip_is_the_same_on_every_path_and_day(
    published: Path, archive: Path, tmp_path: Path
) -> None:
    with ZipFile(archive) as opened:
        names = opened.namelist()
        opened.extractall(tmp_path / "later")
        moments = {entry.date_time for entry in opened.infolist()}
    again = zip_download.write(tmp_path / "later" / NAME, NAME, 1512691200)

    assert names == sorted(names)
    assert moments == {(2017, 12, 8, 0, 0, 0)}
    assert again.read_bytes() == archive.read_bytes()
    assert different(files(again.parents[1]), files(published)) == []


@pytest.mark.parametrize(("seconds", "year"), [(0, 1980), (1512691200, 2017)])
def test_a_time_before_the_format_began_is_its_first(seconds: int, year: int) -> None:
    with ZipFile(BytesIO(zip_download.packed({"a": b"b"}, "top", seconds))) as opened:
        assert opened.getinfo("top/a").date_time[0] == year


@pytest.mark.parametrize(
    ("title", "version", "name"),
    [
        ("Insurgents Again, annotated", ", version 0.1.0", "insurgents-again-annotated-0.1.0"),
        ("The Ferry War of Lake Ostrel", "", "the-ferry-war-of-lake-ostrel"),
    ],
)
def test_the_zip_is_named_after_the_guide(title: str, version: str, name: str) -> None:
    settings = f"site_url: !ENV [SITE_URL, '']\nsite_name: {title}\n"

    assert zip_download.name_of(settings, version) == name


def test_a_site_is_packed_once(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert __main__.main(["downloads", str(published)]) == 1
    assert "Build the site anew: make downloads" in capsys.readouterr().out


def test_no_woven_site_is_packed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "index.html").write_text(f"<main>{copy_store.WOVEN}</main>", encoding="utf-8")

    assert __main__.main(["downloads", str(tmp_path)]) == 1

    assert "[original-would-be-published]" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["index.html"]
