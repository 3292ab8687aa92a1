"""What no content may hold, whoever sends it: found before anything else is read of it."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from re import compile as pattern

from annotated.content import file_names, front_matter
from annotated.core import character_references, fenced_code, unicode_safety
from annotated.core.build_cache import BuildCache
from annotated.core.placeholders import SYMBOLIC_LINK, UNREAD_FILE
from annotated.core.problems import Problem
from annotated.safety import allowed_markup, allowed_urls, authored_text
from annotated.safety.authored_text import BODY, Piece

# What is not a byte of UTF-8 is read as U+FFFD; in UTF-16 every other byte of a letter is 0.
NOT_UTF8 = pattern("\ufffd|(?:[^\0]\0){2}")
# A file with such a problem is not looked into: what would be found there misleads.
NOT_READ = frozenset({"file-is-link", "file-not-words", "file-not-utf8", "too-long"})
# A name of a file is also an id, an address and a part of a path.
NAME = pattern(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")
# Names of devices on Windows, where no file may have them, whatever its suffix.
DEVICE = pattern(r"(?:aux|con|nul|prn|(?:com|lpt)\d)(?:\..*)?")
# Signs in a file, in a line, in a field; items of a list of names.
LONGEST_FILE, LONGEST_LINE, LONGEST_FIELD = 500_000, 3_000, 5_000
LONGEST = {"name": 200, "spellings": 120, "also": 120, "arabic": 200}
MOST_NAMES = 60
# Fields that hold an address of the web.
OF_THE_WEB = frozenset({"address", "url"})


def check(files: Mapping[str, str], build_cache: BuildCache | None = None) -> list[Problem]:
    """Return, sorted, what makes a content unsafe; `files` is path from the root to text.

    Where there is any, nothing else of the content is to be read: only what has passed this is
    short, plain and without markup that is not listed. `build_cache` holds what was found before.
    """
    run = (build_cache or BuildCache()).run
    found = [run(_in_file, path, text) for path, text in files.items()]
    return sorted({one for some in found for one in some})


def _in_file(path: str, text: str) -> list[Problem]:
    found = [*_of_file(path, text)]
    if any(one.code in NOT_READ for one in found):
        return found
    for piece in authored_text.pieces(path, text):
        found += _of_piece(piece)
    return [*found, *_of_page(path, text)]


def _of_file(path: str, text: str) -> Iterator[Problem]:
    if text.startswith(SYMBOLIC_LINK):
        message = f"is a link to '{text[1:].strip()}'. Put the file itself here."
        yield Problem(path, 1, message, "file-is-link")
        return
    if text.startswith(UNREAD_FILE) or not file_names.is_listed(path):
        name = PurePosixPath(path).name
        message = f"'{name}' is no name of a page, a list or an asset. Take it away, or ask a "
        yield Problem(path, 1, f"{message}maintainer to list it.", "file-not-words")
        return
    if match := NOT_UTF8.search(text):
        line = text.count("\n", 0, match.start()) + 1
        message = "holds bytes that are not UTF-8. Save the file as UTF-8."
        yield Problem(path, line, message, "file-not-utf8")
        return
    if not authored_text.is_typed(path):
        return
    if not all(NAME.fullmatch(part) for part in PurePosixPath(path).parts):
        message = f"the name '{path}' is not of small letters, digits and hyphens. Rename the file."
        yield Problem(path, 1, message, "id-malformed")
    if DEVICE.fullmatch(PurePosixPath(path).name):
        message = f"the name '{path}' is that of a device on Windows. Rename the file."
        yield Problem(path, 1, message, "id-malformed")
    if len(text) > LONGEST_FILE:
        message = f"has {len(text):,} signs, more than {LONGEST_FILE:,}. Divide it."
        yield Problem(path, 1, message, "too-long")
    yield from _of_lines(path, text)


def _of_lines(path: str, text: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > LONGEST_LINE:
            message = f"the line has {len(line):,} signs, more than {LONGEST_LINE:,}. Divide it."
            yield Problem(path, number, message, "too-long")
    # Without the ampersand nothing is a reference yet: those are decoded in the pieces.
    yield from _of_signs(Piece(path, 1, "", text.replace("&", " ")))


def _of_signs(piece: Piece) -> Iterator[Problem]:
    # What a browser decodes is what a reader sees.
    seen = character_references.decode(piece.text)
    for at, name in unicode_safety.hidden(seen.text):
        message = f"holds a sign that nobody sees, {name}. Take it out."
        yield _problem(piece, seen.index_as_typed(at), message, "hidden-character")
    for at, word in unicode_safety.confusable(seen.text):
        message = f"'{word}' holds characters, here by number, that look like others. Type it anew."
        yield _problem(piece, seen.index_as_typed(at), message, "look-alike")


def _of_piece(piece: Piece) -> Iterator[Problem]:
    is_code = piece.field == BODY and "&" in piece.text
    text = fenced_code.without_closed(piece.text) if is_code else piece.text
    yield from _of_signs(piece._replace(text=text))
    longest = LONGEST_FILE if piece.field == BODY else LONGEST.get(piece.field, LONGEST_FIELD)
    if len(piece.text) > longest:
        message = f"'{piece.text[:20]}…' has {len(piece.text):,} signs, more than {longest:,}."
        yield _problem(piece, 0, f"{message} Shorten it.", "too-long")
    if piece.field in OF_THE_WEB and (wrong := allowed_urls.fault_of_page(piece.text)):
        message = f"'{piece.text[:60]}' may not stand here. It {wrong}."
        yield _problem(piece, 0, message, "address-not-allowed")
    read = allowed_markup.faults if piece.field == BODY else allowed_markup.faults_of_field
    commands = allowed_markup.commands(piece.text) if piece.path.endswith(".bib") else ()
    for fault in (*commands, *read(piece.text, piece.path)):
        message = f"'{fault.words}' may not stand here. {fault.remedy}"
        yield _problem(piece, fault.at, message, fault.code)


def _of_page(path: str, text: str) -> Iterator[Problem]:
    if not path.endswith(".md"):
        return
    head, _ = front_matter.read(path, text)
    for name in ("spellings", "also"):
        names = head.fields.get(name)
        if isinstance(names, list) and len(names) > MOST_NAMES:
            message = f"the field '{name}' has {len(names)} items, more than {MOST_NAMES}."
            yield Problem(path, head.lines[name], f"{message} Shorten it.", "too-long")


def _problem(piece: Piece, at: int, message: str, code: str) -> Problem:
    return Problem(piece.path, piece.line_at(at), message, code)
