"""A copy that cannot be woven in: one clear message for each fault, and no file left behind."""

import io
import random
import re
import shutil
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from annotated import __main__
from annotated.own_copy import copy_store, decoding
from cases import Case, find, name
from conftest import ROOT
from originals import INVENTED, TEMPLATE, article

PLAIN = INVENTED.read_text(encoding="utf-8")
BINARY = random.Random(1).randbytes(4000)  # noqa: S311 - the same bytes on every run


def cut(pattern: str, instead: str = "") -> bytes:
    changed = re.sub(pattern, instead, PLAIN, flags=re.DOTALL)
    assert changed != PLAIN
    return changed.encode()


def zipped(files: dict[str, str]) -> bytes:
    """Return a zip of files (name to text)."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for file, text in files.items():
            archive.writestr(file, text)
    return data.getvalue()


# What each case of the folder does to the invented article.
FAULTS: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b" \n\n",
    "wrong-article": lambda: b"A story of another lake.\n\n" * 200,
    "binary": lambda: BINARY,
    "pdf": lambda: b"%PDF-1.7\n" + zlib.compress(BINARY),
    "scan": lambda: b"\f" * 12,
    "word-processor": lambda: zipped({"[Content_Types].xml": "", "word/document.xml": PLAIN}),
    "open-document": lambda: zipped({"mimetype": "application/vnd.oasis.opendocument.text"}),
    "rich-text": lambda: rb"{\rtf1\ansi " + PLAIN.encode("cp1252"),
    "old-word": lambda: bytes.fromhex("d0cf11e0a1b11ae1") + BINARY,
    "e-book": lambda: zipped({"mimetype": "application/epub+zip", "one.xhtml": PLAIN}),
    "archive": lambda: zipped({"article.html": PLAIN}),
    "web-archive": (
        "From: <Saved by Blink>\r\nSubject: The Ferry War\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html"\r\n\r\n' + PLAIN
    ).encode,
    "web-archive-of-safari": lambda: b"bplist00\xd1_\x10\x0fWebMainResource" + BINARY,
    "e-mail": (
        "From: Ilse\nSubject: The Ferry War\nContent-Transfer-Encoding: quoted-printable\n\n"
        + PLAIN
    ).encode,
    "picture": lambda: b"\x89PNG\r\n" + BINARY,
    "apostrophes-mangled": lambda: PLAIN.encode().decode("cp1252", "ignore").encode(),
    "letters-lost": lambda: PLAIN.encode("cp1252").decode("utf-8", "replace").encode(),
    "first-half": lambda: cut("On 9 January 1875.*"),
    "paragraph-missing": lambda: cut(r"After the sinking.*?\n"),
    "paragraph-cut-short": lambda: cut(r"But the final page.*?from it\."),
    "sentence-missing": lambda: cut(r"The lamps, moreover.*?caught\."),
    "notes-missing": lambda: cut("Substantive Notes.*"),
    "note-missing": lambda: cut(r"\[5\].*?\n"),
    "mark-missing": lambda: cut("Hallow Isle,3", "Hallow Isle,"),
    "letter-missing": lambda: cut("never claimed.b", "never claimed."),
    "mark-ambiguous": lambda: cut("moved two gunboats", "moved two3 gunboats"),
    "marks-out-of-order": lambda: cut("Isle,3 and(.*?)last.”4", r"Isle,4 and\1last.”3"),
}


@pytest.mark.parametrize("case", find("original/refused"), ids=name)
def test_each_fault_has_its_message(case: Case) -> None:
    copy, problems = article(TEMPLATE, INVENTED).read(FAULTS[case.path.stem]())

    case.expect("problems", "\n".join(map(str, problems)))
    assert copy.paragraphs == {}


def test_every_fault_has_a_case() -> None:
    assert {case.path.stem for case in find("original/refused")} == set(FAULTS)


def run(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "annotated", "original", *words],
        cwd=root,
        env={"PYTHONPATH": str(ROOT / "hooks")},
        check=False,
        capture_output=True,
        encoding="utf-8",
    )


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """Return the folder of a guide to the invented article."""
    root = tmp_path / "guide"
    root.mkdir()
    for part in ("docs", "bibliography"):
        shutil.copytree(TEMPLATE / part, root / part)
    (root / "mkdocs.yml").write_text("hooks: [hooks/mkdocs_hook.py]\n", encoding="utf-8")
    return root


@pytest.mark.parametrize("fault", FAULTS)
def test_a_refused_copy_leaves_nothing_behind(
    guide: Path, fault: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (guide / "copy.txt").write_bytes(FAULTS[fault]())
    monkeypatch.chdir(guide)

    assert __main__.main(["original", "copy.txt"]) == 1

    said = capsys.readouterr().err
    assert re.fullmatch(r"(copy\.txt:\d+: .+ \[original-[a-z-]+\]\n)+", said)
    left = sorted(path.relative_to(guide).as_posix() for path in guide.glob("*"))
    assert left == [".build", "bibliography", "copy.txt", "docs", "mkdocs.yml"]
    assert [path.name for path in (guide / ".build").iterdir()] == ["lock"]


def test_a_refused_copy_leaves_the_one_before(guide: Path) -> None:
    assert run(guide, str(INVENTED)).returncode == 0
    before = copy_store.load(guide)
    (guide / "copy.txt").write_bytes(FAULTS["first-half"]())

    assert run(guide, "copy.txt").returncode == 1
    assert copy_store.load(guide) == before


def test_a_copy_is_written_and_removed(guide: Path) -> None:
    done = run(guide, str(INVENTED))

    assert "13 of 13 paragraphs, 14 marks and 14 notes found" in done.stdout
    assert "left out: Hallow Isle seen from the north-east" in done.stdout
    assert len(copy_store.load(guide)) == 4
    assert run(guide, "--clear").stdout == "removed\n"
    assert not (guide / copy_store.FOLDER).exists()
    assert "there is no copy" in run(guide, "--clear").stdout


def test_a_file_that_is_not_there_is_said(guide: Path) -> None:
    done = run(guide, "nowhere.txt")

    assert done.returncode == 1
    assert "nowhere.txt:1: is not there." in done.stderr


def test_fifty_megabytes_are_refused_unread(guide: Path) -> None:
    with (guide / "copy.txt").open("wb") as file:
        file.truncate(50_000_000)

    done = run(guide, "copy.txt")

    assert done.returncode == 1
    assert "copy.txt:1: has 50,000,000 bytes" in done.stderr
    assert decoding.too_large("copy.txt", decoding.LARGEST) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "cannot be read. Make it anew: make fingerprint ARTICLE=path"),
        ("salt: x\nparagraphs: [1]\n", "cannot be read."),
        ("salt: [\n", "cannot be read."),
        ("salt: x\nparagraphs: []\n", "does not go with the chapters at ¶0."),
    ],
)
def test_a_fingerprint_that_does_not_serve_is_said(tmp_path: Path, text: str, message: str) -> None:
    shutil.copytree(TEMPLATE / "docs", tmp_path / "docs")
    (tmp_path / "mkdocs.yml").write_text("hooks: [hooks/mkdocs_hook.py]\n", encoding="utf-8")
    (tmp_path / "bibliography").mkdir()
    (tmp_path / "bibliography" / "fingerprint.yml").write_text(text, encoding="utf-8")

    done = run(tmp_path, str(INVENTED))

    assert done.returncode == 1
    assert f"bibliography/fingerprint.yml:1: {message}" in done.stderr
