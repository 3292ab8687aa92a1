"""`python -m annotated.own_copy ARTICLE`: weave your own copy of the article into the guide.

Also: --clear removes it; --unwoven SITE fails where it, or a site that has it, would be
published; --fingerprint ARTICLE writes how a copy of a new article is known.
"""

import argparse
import secrets
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from annotated.content import guide, source_files
from annotated.content.chapters import Chapter
from annotated.core.problems import Problem
from annotated.own_copy import (
    copy_store,
    decoding,
    fingerprint,
    first_alignment,
    importer,
    publish_guard,
)
from annotated.own_copy.fingerprint import Fingerprint


def main(words: Sequence[str] | None = None) -> int:
    """Do what the words ask for, in the current folder; return 1 where there is a problem."""
    parser = argparse.ArgumentParser(prog="python -m annotated.original", description=__doc__)
    parser.add_argument("article", nargs="?", help="plain text, saved HTML, or text of a PDF")
    parser.add_argument("--clear", action="store_true", help="remove what was woven in")
    parser.add_argument("--fingerprint", action="store_true", help="write how a copy is known")
    parser.add_argument("--unwoven", metavar="SITE", help="fail where a copy would be published")
    asked = parser.parse_args(words)
    root = Path.cwd()
    if asked.unwoven:
        return _report(publish_guard.check(root, root / asked.unwoven))
    if asked.clear:
        _say("removed" if copy_store.remove(root) else f"there is no copy in {copy_store.FOLDER}/")
        return 0
    if not asked.article:
        parser.error("name the file of the article: make original ARTICLE=path")
    return _take(root, asked.article, new=asked.fingerprint)


def _take(root: Path, path: str, *, new: bool) -> int:
    data, problems = data_of(path)
    texts = source_files.texts(root)
    content, _ = guide.read(texts)
    known, in_file = fingerprint.read(texts.get(fingerprint.FILE, ""))
    if problems:
        return _report(problems)
    if new:
        return _fingerprint(root, path, data, content.chapters, known.salt)
    return _report(in_file) or _import(root, path, data, content.chapters, known)


def data_of(path: str) -> tuple[bytes, list[Problem]]:
    """Return the bytes of a file, or a problem where there is no file or too large a one."""
    file = Path(path).expanduser()
    if not file.is_file():
        message = "is not there. Name the file with your copy: make original ARTICLE=path"
        return b"", [Problem(path, 1, message, "original-not-found")]
    problems = decoding.too_large(path, file.stat().st_size)
    return (b"" if problems else file.read_bytes()), problems


def _import(
    root: Path, path: str, data: bytes, chapters: Sequence[Chapter], known: Fingerprint
) -> int:
    start = time.perf_counter()
    copy, problems = importer.read(path, data, chapters, known)
    if problems:
        return _report(problems)
    copy_store.save(root, copy_store.to_files(copy, chapters))
    marks = sum(len(one.notes) for chapter in chapters for one in chapter.paragraphs)
    _say(
        f"{len(copy.paragraphs)} of {len(known.paragraphs)} paragraphs, {marks} marks and "
        f"{len(copy.notes)} notes found in {time.perf_counter() - start:.1f} s."
    )
    for remark in copy.remarks:
        _say(remark)
    for line in copy.left_out:
        _say(f"left out: {line if len(line) < 70 else line[:67] + '…'}")  # noqa: PLR2004
    _say(
        f"Written to {copy_store.FOLDER}/, which git ignores. "
        "'make serve' shows it beside the guide."
    )
    return 0


def _fingerprint(root: Path, path: str, data: bytes, chapters: Sequence[Chapter], salt: str) -> int:
    text, problems = importer.lines_of(path, data)
    if problems:
        return _report(problems)
    found = first_alignment.draft(
        first_alignment.pairs(text, chapters), salt or secrets.token_hex(8)
    )
    copy, problems = importer.read(path, data, chapters, found)
    if problems:
        return _report(problems)
    for number, paragraph in copy.paragraphs.items():
        _say(f"¶{number}: {' '.join(paragraph.split()[:8])} …")
    (root / fingerprint.FILE).write_text(fingerprint.as_yaml(found), encoding="utf-8")
    _say(f"Written to {fingerprint.FILE}. Read the list: is each line the paragraph it is called?")
    return 0


def _report(problems: Sequence[Problem]) -> int:
    for problem in problems:
        print(problem, file=sys.stderr)  # noqa: T201 - this is what the command is for
    return 1 if problems else 0


def _say(words: str) -> None:
    print(words)  # noqa: T201 - this is what the command is for


if __name__ == "__main__":
    sys.exit(main())
