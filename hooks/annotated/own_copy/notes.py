"""Notes of a copy: their marks in the paragraphs, and their text below the article or the page.

Both are found by the order in which they must come: of all candidates the cheapest series in that
order is chosen, and a candidate is the cheaper the more it looks like a mark.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from annotated.core.placeholders import NUMBERED, NUMBERED_END, RAISED, RAISED_END
from annotated.own_copy.copy_text import with_plain_spaces, without_private_use
from annotated.own_copy.monotone_choice import Assignment, Candidate, choose

CLOSING = ".,;:!?”’\"')\\]%…"
# A number that is a year, as far as articles date.
YEAR = re.compile(r"(?:1[0-9]|20)\d\d")
LABEL = r"\d{1,3}|[a-z]"
# Raised digits that Unicode has as characters of their own.
RAISED_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
RAISED_NUMBER = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}")
BRACKETS = re.compile(rf"\[\^?(?P<label>{LABEL})\]")
RAISED_MARK = re.compile(rf"(?P<open>\[)?{RAISED}(?P<label>\w+){RAISED_END}(?(open)\])")
PARENTHESES = re.compile(rf"\(({LABEL})\)")
NUMBER = re.compile(r"\d+")
LETTER = re.compile(rf"(?<=[\d{CLOSING}]) ?([a-z])(?=\s+[A-Z“]|\s*$)|(?<= )([a-z])(?= )")
# A number that follows a word or its punctuation at once, or a letter between signs of a mark.
OPENING = rf"{RAISED}\[(^"
POSSIBLE_MARK = re.compile(
    rf"(?<=[^\s\d{OPENING}])[{OPENING}]*(\d{{1,3}}|(?<=[{OPENING}])[a-z])(?!\w)"
)
# The forms in which a note may begin, and the cost of each.
BEGINNINGS = (
    (re.compile(rf"{NUMBERED}({LABEL}){NUMBERED_END}"), 0),
    (re.compile(rf"\[\^({LABEL})\]:?|\[({LABEL})\]"), 0),
    (re.compile(rf"{RAISED}({LABEL}){RAISED_END}|\[{RAISED}({LABEL}){RAISED_END}\]"), 0),
    (re.compile(f"({RAISED_NUMBER.pattern})"), 0),
    (re.compile(rf"({LABEL})[.):](?=\s)|\(({LABEL})\)"), 1),
    (re.compile(r"(\d{1,3})\s?(?=[^\W\d]|[“‘\"'\[(])|([a-z])\s+(?=[A-Z“‘\"'])"), 2),
    (re.compile(r"(\d{1,3})\s+(?=\S)"), 3),
)
# The number of a note glued to a number with which the note begins.
GLUED = 5
SENTENCE_END = re.compile(r"[.!?][”’\"')\]]*\s*$")
LINE = re.compile(r"^.*\S.*$", re.MULTILINE)


def find_marks(paragraph: str, labels: Sequence[str]) -> Assignment:
    """Return the places of the marks of `labels`, in this order, in the text of a paragraph.

    A mark of note 12 may be, by rising cost:
    - 0: the number raised or linked, or between brackets, also as “[^12]” in Markdown;
    - 1: the number glued to a word or to the character that closes one (“city.12”, “Sahwa12”),
      also between parentheses (“city.(12)”); 3: between parentheses after a space;
    - 2: the number glued to a year (“201612”); 4: to another number;
    - 2: a letter after a character that closes a clause, with or without a space between, and
      before a capital or the end (“27 a  The”);
    - 5: the number between spaces; 6: the letter between spaces.
    """
    return choose(labels, list(_mark_candidates(with_plain_spaces(paragraph), labels)))


def possible_labels(text: str) -> set[str]:
    """Return the labels of all that may be a mark in a text, whatever notes there are."""
    return set(POSSIBLE_MARK.findall(text.translate(RAISED_DIGITS)))


def with_marks(paragraph: str, marks: Assignment) -> str:
    """Return the paragraph with its marks as raised numbers, and with no other raised number."""
    out, done = [], 0
    for mark in sorted(marks.found.values()):
        out += [without_raised(paragraph[done : mark.start]), RAISED, mark.label, RAISED_END]
        done = mark.end
    return "".join([*out, without_raised(paragraph[done:])])


def without_raised(text: str) -> str:
    """Return a text in which nothing is raised."""
    return text.replace(RAISED, "").replace(RAISED_END, "")


def find_notes(text: str, labels: Iterable[str]) -> tuple[dict[str, str], Assignment]:
    """Return the text of the notes by label, and the places at which they begin.

    `text` is the rest of the copy without its paragraphs. A note begins a line, with a number of
    a list, “[12]”, “12.”, “12)”, or the bare number before a word, a number or a bracket. The
    numbers and the letters are two series, each in its own order.
    """
    known = list(labels)
    candidates = list(_note_candidates(text))
    numbers, letters = (
        choose([label for label in known if label.isdigit() == is_number], candidates)
        for is_number in (True, False)
    )
    begins = Assignment(
        numbers.found | letters.found,
        numbers.missing + letters.missing,
        numbers.ambiguous + letters.ambiguous,
    )
    starts = sorted(begin.start for begin in begins.found.values())
    return {label: _note(text, begin, starts) for label, begin in begins.found.items()}, begins


def _mark_candidates(text: str, labels: Sequence[str]) -> Iterator[Candidate]:
    for pattern in (RAISED_MARK, BRACKETS):
        for match in pattern.finditer(text):
            yield Candidate(match.start(), match.end(), match["label"], 0)
    for match in RAISED_NUMBER.finditer(text):
        yield Candidate(match.start(), match.end(), match[0].translate(RAISED_DIGITS), 0)
    for match in PARENTHESES.finditer(text):
        cost = 1 if match.start() and not text[match.start() - 1].isspace() else 3
        yield Candidate(match.start(), match.end(), match[1], cost)
    for match in NUMBER.finditer(text):
        for label in labels:
            if label.isdigit() and match[0].endswith(label):
                yield _number(text, match, label)
    for match in LETTER.finditer(text):
        group, cost = (1, 2) if match[1] else (2, 6)
        yield Candidate(match.start(group), match.end(group), match[group], cost)


def _number(text: str, match: re.Match[str], label: str) -> Candidate:
    """Return the candidate at the end of a number, of which the head may be another number."""
    head = match[0].removesuffix(label)
    before = without_private_use(text[max(match.start() - 2, 0) : match.start()])[-1:]
    if head:
        cost = 2 if YEAR.fullmatch(head) else 4
    else:
        cost = 5 if not before or before.isspace() or before == "(" else 1
    return Candidate(match.end() - len(label), match.end(), label, cost)


def _note_candidates(text: str) -> Iterator[Candidate]:
    for line in LINE.finditer(text):
        words = line[0].lstrip()
        start = line.end() - len(words)
        above = text[max(line.start() - 2, 0) : line.start()]
        apart = above in {"\n\n", "”\n", ".\n"}
        more = 0 if apart or not line.start() else 1
        for form, cost in BEGINNINGS:
            match = form.match(words)
            if match:
                label = next(group for group in match.groups() if group).translate(RAISED_DIGITS)
                yield Candidate(start, start + match.end(), label, cost + more)
                break
        number = NUMBER.match(words)
        if number and not more:
            # “212 Geo. III” may be note 2, glued to a note that begins with a number.
            for length in range(1, min(len(number[0]), 4)):
                yield Candidate(start, start + length, number[0][:length], GLUED)


def _note(text: str, begin: Candidate, starts: Sequence[int]) -> str:
    """Return the lines of a note: up to the next note, or to what is set apart by a blank line.

    Where the sentence before the blank line has not ended, it goes on: it is the end of a column.
    """
    stop = next((start for start in starts if start > begin.start), len(text))
    first, *others = re.split(r"\n\n+", without_raised(text[begin.end : stop]).strip("\n"))
    for other in others:
        if SENTENCE_END.search(first):
            break
        first += f"\n{other}"
    return first.strip()
