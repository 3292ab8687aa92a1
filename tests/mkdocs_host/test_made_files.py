"""A text is made when its file is copied, and nothing keeps it; a server makes it on request."""

import gzip
from pathlib import Path
from weakref import ref

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from annotated.core.long_text import LongText
from annotated.mkdocs_host.files import add_texts


class Text:
    """A text that tells how often it was made."""

    made = 0

    def __call__(self) -> str:
        """Return the text."""
        self.made += 1
        return f"Mūsā {self.made}\n"


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: Guide\n", encoding="utf-8")
    config = load_config(str(tmp_path / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
    config.plugins.on_config(config)  # MkDocs asks which plugin makes a file
    return config


def test_a_text_is_made_when_it_is_copied_and_then_let_go(
    config: MkDocsConfig, tmp_path: Path
) -> None:
    files, text = Files([]), Text()
    add_texts(files, {"data/a.json": text, "chapters/a.md": text}, config, lazy=False)
    assert text.made == 0

    files.copy_static_files()
    assert (tmp_path / "site" / "data" / "a.json").read_text(encoding="utf-8") == "Mūsā 1\n"
    assert (tmp_path / "site" / "chapters" / "a.md").read_text(encoding="utf-8") == "Mūsā 2\n"
    held = ref(text)
    del text
    assert held() is None
    assert len(files) == 2


def test_a_server_makes_no_text(config: MkDocsConfig, tmp_path: Path) -> None:
    files, text = Files([]), Text()
    add_texts(files, {"data/a.json": text}, config, lazy=True)
    files.copy_static_files()
    assert (tmp_path / "site" / "data" / "a.json").read_bytes() == b""
    assert text.made == 0


def test_each_piece_of_a_text_is_written_once(
    config: MkDocsConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotated.mkdocs_host.files.PIECE", 2)
    files = Files([])
    add_texts(files, {"a.csv": lambda: "Mūsā\r\n", "b.csv": str}, config, lazy=False)
    files.copy_static_files()
    assert (tmp_path / "site" / "a.csv").read_bytes() == "Mūsā\r\n".encode()
    assert (tmp_path / "site" / "b.csv").read_bytes() == b""


def test_a_long_text_is_written_in_pieces(config: MkDocsConfig, tmp_path: Path) -> None:
    files, text = Files([]), LongText(lambda: iter(("Mūsā", "\n", "")))
    add_texts(files, {"data/a.json": text}, config, lazy=False)
    files.copy_static_files()
    assert (tmp_path / "site" / "data" / "a.json").read_text(encoding="utf-8") == "Mūsā\n"
    assert text() == "Mūsā\n"


def test_a_packed_file_is_linked_by_its_plain_name(config: MkDocsConfig, tmp_path: Path) -> None:
    files = Files([])
    add_texts(files, {"data/a.json.gz": Text()}, config, lazy=False)

    linked = files.get_file_from_path("data/a.json")
    assert linked
    assert linked.url == "data/a.json.gz"
    files.copy_static_files()
    content = (tmp_path / "site" / "data" / "a.json.gz").read_bytes()
    assert gzip.decompress(content).decode() == "Mūsā 1\n"
