"""The site as a zip: it opens from a disk, has a checksum, and every page offers it."""

import re
import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import expect

from annotated import downloads
from conftest import Open
from test_reading import search

NAME = "guide-1.0"
OFFER = re.compile(r'<p><a href="([^"]+)" download>.*?\(zip, ([\d.]+) MB; <a href="([^"]+)"')
Folders = pytest.TempPathFactory


@pytest.fixture(scope="module")
def published(site: Path, tmp_path_factory: Folders) -> Path:
    """Return the site as it is published, with the zip in it."""
    folder = tmp_path_factory.mktemp("published") / "site"
    shutil.copytree(site, folder, copy_function=shutil.copy)
    downloads.write(folder, NAME, 1512691200)
    return folder


@pytest.fixture(scope="module")
def archive(published: Path) -> Path:
    return published / "downloads" / f"{NAME}.zip"


@pytest.fixture(scope="module", name="site")
def unpacked(published: Path, archive: Path, tmp_path_factory: Folders) -> Path:
    """Return the folder that the zip becomes: `open_page` reads from there."""
    folder = tmp_path_factory.mktemp("empty")
    ZipFile(archive).extractall(folder)
    assert [path.name for path in folder.iterdir()] == [NAME]
    return folder / NAME


def test_the_zip_opens_from_a_disk(open_page: Open) -> None:
    page = open_page("index.html")

    page.locator(".md-tabs").get_by_role("link", name="The text").click()
    page.get_by_role("article").get_by_role("link", name="The pivot to insurgency").first.click()
    expect(page.locator("#p25")).to_be_visible()
    assert any(one.endswith("places/mayedin.html") for one in search(page, "Mayadin"))
