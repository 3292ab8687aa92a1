"""Import of a reader's copy from a file into the project, and the fingerprint of a new article."""

import secrets
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from annotated.content import guide, source_files
from annotated.core import file_writer
from annotated.core.problems import Problem
from annotated.own_copy import copy_store, decoding, fingerprint, first_alignment, importer
from annotated.own_copy.copy_model import Copy
from annotated.own_copy.copy_text import without_private_use, words
from annotated.own_copy.source_text import total

LONGEST_LINE = 69
# At most so many lines of one kind are listed as left out.
MOST_SHOWN = 40


class Outcome(NamedTuple):
    """The lines that say what was done, or the problems for which nothing was done."""

    lines: list[str]
    problems: list[Problem]


def import_copy(root: Path, path: str) -> Outcome:
    """Store the article in the file at `path` beside the guide in the folder `root`."""
    start = time.perf_counter()
    data, problems = read_file(path, "original")
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
    written = f"Written to {copy_store.FOLDER}/, which git ignores."
    shown = "'make serve' shows it beside the guide."
    lines = [found, _account(copy), *copy.remarks, *_left_out(copy), f"{written} {shown}"]
    return Outcome(lines, [])


def make_fingerprint(root: Path, path: str) -> Outcome:
    """Write the fingerprint of the article in the file at `path` into the guide at `root`.

    The lines say the beginning of each paragraph, for a person to compare.
    """
    data, problems = read_file(path, "fingerprint")
    texts = source_files.texts(root)
    if problems:
        return Outcome([], problems)
    chapters = guide.read(texts)[0].chapters
    known, _ = fingerprint.read(texts.get(fingerprint.FILE, ""))
    salt = known.salt or secrets.token_hex(8)
    new, copy, problems = first_alignment.make(path, data, chapters, salt)
    if problems:
        return Outcome([], problems)
    file_writer.write(root, fingerprint.FILE, fingerprint.as_yaml(new))
    paragraphs = [
        f"¶{number}: {_shortened(without_private_use(text))} ({len(words(text))} words)"
        for number, text in copy.paragraphs.items()
    ]
    written = f"Written to {fingerprint.FILE}. Read the list:"
    question = f"{written} is each line the paragraph it is called, and is nothing else left out?"
    return Outcome([*paragraphs, _account(copy), *_left_out(copy), question], [])


def read_file(path: str, command: str) -> tuple[bytes, list[Problem]]:
    """Return the bytes of a file, or a problem where there is no file or too large a one."""
    file = Path(path).expanduser()
    if not file.is_file():
        message = f"is not there. Name the file with your copy: make {command} ARTICLE=path"
        return b"", [Problem(path, 1, message, "original-not-found")]
    problems = decoding.too_large(path, file.stat().st_size)
    return (b"" if problems else file.read_bytes()), problems


def _account(copy: Copy) -> str:
    parts = {
        "in paragraphs": copy.paragraphs.values(),
        "in headings": copy.headings.values(),
        "in notes": copy.notes.values(),
        "left out": (line.text for line in copy.left_out),
    }
    counts = {part: total(texts) for part, texts in parts.items()}
    account = ", ".join(f"{number:,} {part}" for part, number in counts.items())
    return f"{sum(counts.values()):,} characters: {account}."


def _left_out(copy: Copy) -> Iterator[str]:
    """Yield a line for each that was left out; of those around the article, not more than some."""
    around: Counter[str] = Counter()
    for name, text in copy.left_out:
        around[name] += 1
        if around[name] <= MOST_SHOWN:
            yield f"left out, {name}: {_shortened(text)}"
    for name, number in around.items():
        if number > MOST_SHOWN:
            yield f"left out, {name}: {number - MOST_SHOWN:,} more lines"


def _shortened(line: str) -> str:
    return line if len(line) <= LONGEST_LINE else f"{line[: LONGEST_LINE - 2]}…"
