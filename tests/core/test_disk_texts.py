"""Texts on disk are those that were given, in their order, and leave nothing behind."""

import os
import tempfile
from pathlib import Path

import pytest

from annotated.core.disk_texts import DiskTexts


def test_each_text_is_the_one_that_was_given_last() -> None:
    texts = DiskTexts()
    texts["a"], texts["b"] = "Mūsā ¶1\r\n", ""
    assert texts["a"] == "Mūsā ¶1\r\n"
    texts["a"] = "another"
    assert dict(texts) == {"a": "another", "b": ""}
    del texts["a"]
    assert (*texts,) == ("b",)
    with pytest.raises(KeyError):
        _ = texts["a"]


def test_no_file_lies_in_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    texts = DiskTexts()
    texts["a"] = "text"
    assert [*tmp_path.iterdir()] == []
    assert texts["a"] == "text"


def test_a_forked_process_reads_without_moving_the_place_of_the_other() -> None:
    texts = DiskTexts()
    texts["a"] = "first"
    child = os.fork()
    if not child:
        os._exit(texts["a"] != "first")
    assert os.waitpid(child, 0)[1] == 0
    texts["b"] = "second"
    assert dict(texts) == {"a": "first", "b": "second"}
