"""Import of a reader's copy from a file into the project, and the fingerprint of a new article."""

import secrets
import time
from pathlib import Path
from typing import NamedTuple

from annotated.content import guide, source_files
from annotated.core import file_writer
from annotated.core.problems import Problem
from annotated.own_copy import copy_store, decoding, fingerprint, first_alignment, importer

LONGEST_LINE = 69


class Outcome(NamedTuple):
    """The lines that say what was done, or the problems for which nothing was done."""

    lines: list[str]
    problems: list[Problem]


def import_copy(root: Path, path: str) -> Outcome:
    """Store the article in the file at `path` beside the guide in the folder `root`."""
    start = time.perf_counter()
    data, problems = read_file(path)
    texts = source_files.texts(root)
    if problems:
        return Outcome([], problems)
    chapters = guide.read(texts)[0].chapters
    known, in_fingerprint = fingerprint.read(texts.get(fingerprint.FILE, ""))
    if in_fingerprint:
        return Outcome([], in_fingerprint)
    copy, problems = importer.read(path, data, chapters, known)
    if problems:
        return Outcome([], problems)
    copy_store.save(root, copy_store.to_files(copy, chapters))
    marks = sum(len(paragraph.notes) for chapter in chapters for paragraph in chapter.paragraphs)
    found = (
        f"{len(copy.paragraphs)} of {len(known.paragraphs)} paragraphs, {marks} marks and "
        f"{len(copy.notes)} notes found in {time.perf_counter() - start:.1f} s."
    )
    left_out = [f"left out: {_shortened(line)}" for line in copy.left_out]
    written = f"Written to {copy_store.FOLDER}/, which git ignores."
    shown = "'make serve' shows it beside the guide."
    return Outcome([found, *copy.remarks, *left_out, f"{written} {shown}"], [])


def make_fingerprint(root: Path, path: str) -> Outcome:
    """Write the fingerprint of the article in the file at `path` into the guide at `root`.

    The lines say the beginning of each paragraph, for a person to compare.
    """
    data, problems = read_file(path)
    texts = source_files.texts(root)
    if problems:
        return Outcome([], problems)
    chapters = guide.read(texts)[0].chapters
    known, _ = fingerprint.read(texts.get(fingerprint.FILE, ""))
    source, problems = importer.source_of(path, data)
    if problems:
        return Outcome([], problems)
    new, problems = first_alignment.make(
        path, source.text, chapters, known.salt or secrets.token_hex(8)
    )
    if problems:
        return Outcome([], problems)
    copy, problems = importer.read(path, data, chapters, new)
    if problems:
        return Outcome([], problems)
    file_writer.write(root, fingerprint.FILE, fingerprint.as_yaml(new))
    beginnings = [
        f"¶{number}: {' '.join(paragraph.split()[:8])} …"
        for number, paragraph in copy.paragraphs.items()
    ]
    written = f"Written to {fingerprint.FILE}. Read the list:"
    return Outcome([*beginnings, f"{written} is each line the paragraph it is called?"], [])


def read_file(path: str) -> tuple[bytes, list[Problem]]:
    """Return the bytes of a file, or a problem where there is no file or too large a one."""
    file = Path(path).expanduser()
    if not file.is_file():
        message = "is not there. Name the file with your copy: make original ARTICLE=path"
        return b"", [Problem(path, 1, message, "original-not-found")]
    problems = decoding.too_large(path, file.stat().st_size)
    return (b"" if problems else file.read_bytes()), problems


def _shortened(line: str) -> str:
    return line if len(line) <= LONGEST_LINE else f"{line[: LONGEST_LINE - 2]}…"
