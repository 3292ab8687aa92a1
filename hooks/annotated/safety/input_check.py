"""Input check: what no file of the content may contain, found before anything else reads it."""

from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import PurePosixPath
from re import compile as pattern

from annotated.content import file_names, front_matter, unread_names
from annotated.core import character_references, fenced_code, unicode_safety
from annotated.core.build_cache import BuildCache
from annotated.core.placeholders import SYMBOLIC_LINK, UNREAD_FILE
from annotated.core.problems import Problem
from annotated.safety import allowed_markup, allowed_urls, authored_text, bounded_work
from annotated.safety.authored_text import BODY, LONGEST_FIELD, REMARK, Piece

# A byte that is not UTF-8 is read as U+FFFD; in UTF-16 every other byte of a letter is 0.
NOT_UTF8 = pattern("\ufffd|(?:[^\0]\0){2}")
# A file with such a problem is not checked further: what would be found in it is misleading.
NOT_READ = frozenset({"file-is-link", "file-not-words", "file-not-utf8", "too-long"})
# The name of a file is also an id, and part of a URL.
NAME = pattern(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")
# Names of devices on Windows, where no file may have them, whatever its suffix.
DEVICE = pattern(r"(?:aux|con|nul|prn|(?:com|lpt)\d)(?:\..*)?")
# Characters of a file, of a line; items of a list of names.
LONGEST_FILE, LONGEST_LINE = 500_000, 3_000
# A list of sources or of notes grows with the guide: each of its items is short.
LONGEST_LIST = 20_000_000
LONGEST = {"name": 200, "spellings": 120, "also": 120, "arabic": 200}
MOST_NAMES = 60
# More are told when these are mended: each costs a look at the whole text for its line.
MOST_PROBLEMS = 200
# Fields that are somewhere printed as they are typed, some but for Arabic that is marked as such.
WITH_ARABIC = {"literal", "used_by"}
PLAIN = {
    *WITH_ARABIC,
    *("name", "title", "summary", "arabic", "spellings", "also", "english", "senses", "subject"),
    *("not_in_text", "point_source", "supports", "author", "published"),
    *(f"{field}{REMARK}" for field in ("spellings", "senses")),
}
# A short value of words and of the signs between them, in which nothing below has to be looked for.
PLAIN_WORDS = pattern(r"[A-Za-z][A-Za-z0-9À-ſ ,;:.()’‘“”–/-]{0,99}|[0-9]{0,9}")
ARABIC = pattern(r"\[[^\[\]]*\]\{ lang=ar dir=rtl \}")
# Fields that hold an address of the web.
OF_THE_WEB = frozenset({"address", "url"})


def check(files: Mapping[str, str], build_cache: BuildCache | None = None) -> list[Problem]:
    """Return the problems that make content unsafe, sorted; `files` maps paths to texts.

    With any of them, nothing else of the content is to be read: only what has passed this check
    is short, plain and without markup that is not listed.
    """
    run = (build_cache or BuildCache()).run
    found = [run(_in_file, path, text) for path, text in files.items()]
    return sorted({problem for problems in found for problem in problems})


def _in_file(path: str, text: str) -> list[Problem]:
    found = [*islice(_in_whole_file(path, text), MOST_PROBLEMS)]
    if any(problem.code in NOT_READ for problem in found):
        return found
    for piece in authored_text.pieces(path, text):
        if PLAIN_WORDS.fullmatch(piece.text) and piece.field not in OF_THE_WEB:
            continue
        found += islice(_in_piece(piece), MOST_PROBLEMS)
        if len(found) > MOST_PROBLEMS:
            break
    return [*found, *_in_front_matter(path, text)]


def _in_whole_file(path: str, text: str) -> Iterator[Problem]:
    if text.startswith(SYMBOLIC_LINK):
        message = f"is a link to '{text[1:].strip()}'. Put the file itself here."
        yield Problem(path, 1, message, "file-is-link")
        return
    if text.startswith(UNREAD_FILE) or not file_names.is_listed(path):
        name = PurePosixPath(path).name
        message = f"'{name}' is no name of a page, a list or an asset. Take it away, or ask a "
        yield Problem(path, 1, f"{message}maintainer to list it.", "file-not-words")
        return
    if ("\ufffd" in text or "\0" in text) and (match := NOT_UTF8.search(text)):
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
    longest = LONGEST_LIST if _is_list(path) else LONGEST_FILE
    if len(text) > longest:
        message = f"has {len(text):,} characters, more than {longest:,}. Divide it."
        yield Problem(path, 1, message, "too-long")
    yield from _in_lines(path, text)


def _is_list(path: str) -> bool:
    return path.endswith(".bib") or unread_names.is_list_of_notes(path)


def _in_lines(path: str, text: str) -> Iterator[Problem]:
    # Reference managers write an abstract, which is not read, on one line.
    lines = () if path.endswith(".bib") else text.split("\n")
    for number, line in enumerate(lines, start=1):
        if len(line) > LONGEST_LINE:
            message = (
                f"the line has {len(line):,} characters, more than {LONGEST_LINE:,}. Divide it."
            )
            yield Problem(path, number, message, "too-long")
    # Without the ampersand nothing is a reference yet: those are decoded in the pieces.
    yield from _in_characters(Piece(path, 1, "", text.replace("&", " ")))


def _in_characters(piece: Piece) -> Iterator[Problem]:
    # What a browser decodes is what a reader sees.
    seen = character_references.decode(piece.text)
    if unicode_safety.is_common(seen.text):
        return
    for index, name in unicode_safety.hidden(seen.text):
        message = f"holds a character that nobody sees, {name}. Take it out."
        yield _problem(piece, seen.index_as_typed(index), message, "hidden-character")
    for index, word in unicode_safety.confusable(seen.text):
        message = f"'{word}' holds characters, here by number, that look like others. Type it anew."
        yield _problem(piece, seen.index_as_typed(index), message, "look-alike")


def _in_piece(piece: Piece) -> Iterator[Problem]:
    text = fenced_code.without_closed(piece.text) if piece.field == BODY else piece.text
    if excesses := list(islice(bounded_work.excesses(text), MOST_PROBLEMS)):
        for excess in excesses:
            line = piece._replace(text=text).line_at(excess.offset)
            yield Problem(piece.path, line, f"has {excess.what}. Divide it.", "too-long")
        return  # what follows would take as long as the build
    yield from _in_characters(piece._replace(text=text))
    longest = LONGEST_FILE if piece.field == BODY else LONGEST.get(piece.field, LONGEST_FIELD)
    if len(piece.text) > longest:
        message = f"'{piece.text[:20]}…' has {len(piece.text):,} characters, more than {longest:,}."
        yield _problem(piece, 0, f"{message} Shorten it.", "too-long")
    if piece.field in OF_THE_WEB and (fault := allowed_urls.fault_of_page(piece.text)):
        message = f"'{piece.text[:60]}' may not stand here. It {fault}."
        yield _problem(piece, 0, message, "address-not-allowed")
    for command in piece.refused:
        remedy = "Type the character itself, and no command of TeX."
        message = f"'{command[:40]}' may not stand here. {remedy}"
        yield _problem(piece, max(piece.text.find(command), 0), message, "markup-not-allowed")
    if piece.field in PLAIN and not piece.path.endswith(".bib"):
        plain = piece.text
        if piece.field in WITH_ARABIC:
            plain = ARABIC.sub(lambda match: " " * len(match[0]), plain)
        for found in allowed_markup.notation(plain):
            message = f"'{found.words}' may not stand here. {found.remedy}"
            yield _problem(piece, found.offset, message, found.code)
    faults_in = allowed_markup.faults if piece.field == BODY else allowed_markup.faults_of_field
    for found in faults_in(piece.text, piece.path):
        message = f"'{found.words}' may not stand here. {found.remedy}"
        yield _problem(piece, found.offset, message, found.code)


def _in_front_matter(path: str, text: str) -> Iterator[Problem]:
    if not path.endswith(".md"):
        return
    head, _ = front_matter.read(path, text)
    for name in ("spellings", "also"):
        names = head.fields.get(name)
        if isinstance(names, list) and len(names) > MOST_NAMES:
            message = f"the field '{name}' has {len(names)} items, more than {MOST_NAMES}."
            yield Problem(path, head.lines[name], f"{message} Shorten it.", "too-long")


def _problem(piece: Piece, index: int, message: str, code: str) -> Problem:
    return Problem(piece.path, piece.line_at(index), message, code)
