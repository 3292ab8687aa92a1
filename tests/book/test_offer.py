"""The book put into a built site: three files, offered on every page, once."""

import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from annotated.book import offer
from conftest import ROOT

PAGE = '<div class="at-hand" data-root="%s"></div>'
ADDRESS = "https://guide.example/"


@pytest.mark.slow
def test_a_site_gets_its_book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", ADDRESS)
    pages = {tmp_path / "index.html": ".", tmp_path / "map" / "index.html": ".."}
    for page, top in pages.items():
        page.parent.mkdir(exist_ok=True)
        page.write_text(PAGE % top, encoding="utf-8")

    written = offer.write(ROOT, tmp_path)

    assert [path.name.rpartition("annotated")[2] for path in written] == [
        "-a4.pdf",
        "-letter.pdf",
        ".epub",
    ]
    for page in pages:
        links = re.findall(r'<a href="([^"]+)" download>', page.read_text(encoding="utf-8"))
        assert [(page.parent / link).resolve() for link in links] == written
    imprint = ZipFile(written[-1]).read("book/imprint.xhtml").decode()
    assert ADDRESS in imprint
    with pytest.raises(FileExistsError):
        offer.write(ROOT, tmp_path)
