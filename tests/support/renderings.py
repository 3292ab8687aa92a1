"""The same article as other people have it: a saved web page, the text of a printed issue."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import zip_longest

from annotated.core.placeholders import EMPHASIS, EMPHASIS_END
from annotated.own_copy.copy_model import Copy
from annotated.own_copy.copy_text import NOTE_MARK, without_private_use

COLUMN, LINES, GUTTER = 46, 34, 4
LIGATURES = {"ffi": "ﬃ", "fi": "ﬁ", "fl": "ﬂ"}
CAPTION = "A map of the region, with a scale (drawn for this issue)"


def web_page(copy: Copy) -> str:
    """Return a saved page: the article among scripts, a share bar, a caption and a sign-up."""
    blocks = []
    for number, text in copy.paragraphs.items():
        if number in copy.headings:
            blocks.append(f"<h2>{_html(copy.headings[number])}</h2>")
        blocks.append(f"<p class='body'>{_html(text)}</p>")
        if number == 2:
            blocks.append('<div class="ad">Subscribe now! <button>Yes</button></div>')
            blocks.append(f"<figure><img src='x.png'><figcaption>{CAPTION}</figcaption></figure>")
    letters = [
        f"<p>[{label}] {_html(copy.notes[label])}" for label in copy.notes if label.isalpha()
    ]
    items = "".join(
        f'<li id="_edn{label}">{_html(note)} <a href="#_ednref{label}">↑</a></li>\n'
        for label, note in copy.notes.items()
        if label.isdigit()
    )
    return (
        "<!DOCTYPE html><html><head><title>Saved page</title><style>p{color:red}</style>"
        "<script>var stolen = '<p>script text</p>';</script></head><body onload='run()'>"
        "<nav><ul><li><a href='#top'>Home</a></li><li>Archive</li></ul></nav>"
        "<div class=share>Share this 24 times</div>\n"
        + "\n".join(blocks)
        + f"<h3>Substantive Notes</h3>{''.join(letters)}<h3>Citations</h3><ol>{items}</ol>"
        "<form>Sign up</form><script>more()</script></body></html>"
    )


def _html(text: str) -> str:
    text = escape(text, quote=False).replace(EMPHASIS, "<em>").replace(EMPHASIS_END, "</em>")
    return NOTE_MARK.sub(r'<sup><a href="#_edn\1" name="_ednref\1">\1</a></sup>', text)


def printed(copy: Copy, *, side_by_side: bool) -> str:
    """Return what pdftotext makes of two-column pages with running heads and notes at the foot.

    Paragraphs follow one another without a blank line, words are broken at the ends of lines,
    and the lettered notes stand at the foot of the column that has their mark. With
    `side_by_side` the columns keep their places on the page, as `-layout` has it.
    """
    columns = list(_columns(copy))
    columns += [[]] * (len(columns) % 2)
    pages = []
    for number, (left, right) in enumerate(zip(columns[::2], columns[1::2], strict=True), start=7):
        head = f"{number}   A QUARTERLY REVIEW   WINTER 1900"
        body = _beside(left, right) if side_by_side else [*left, "", *right]
        pages.append("\n".join([head, "", *body, "", f"{number}"]))
    return "\f".join(pages) + "\f"


def _columns(copy: Copy) -> Iterator[list[str]]:
    """Yield the lines of each column, filled up to the room that the notes at its foot leave."""
    column: list[str] = []
    feet: list[str] = []
    for line, labels in _lines(copy):
        for label in labels:
            feet += ["", *wrap(f"{label}  {plain(copy.notes[label])}")]
        column.append(line)
        if len(column) + len(feet) >= LINES:
            yield [*column, *feet]
            column, feet = [], []
    yield [*column, *feet]


def _lines(copy: Copy) -> Iterator[tuple[str, list[str]]]:
    """Yield the lines of the text, then of the numbered notes, each with the letters it marks."""
    for number, text in copy.paragraphs.items():
        if number in copy.headings:
            yield from ((line, []) for line in wrap(copy.headings[number]))
        letters = [label for label in NOTE_MARK.findall(text) if label.isalpha()]
        lines = wrap(plain(text))
        for at, line in enumerate(lines):
            yield line, letters if at == len(lines) // 2 else []
            if number == 4 and at == 1:
                yield from ((line, []) for line in ("", *wrap(CAPTION), ""))
    yield "Citations", []
    for label, note in copy.notes.items():
        if label.isdigit():
            yield from ((line, []) for line in wrap(f"{label}  {plain(note)}"))


def plain(text: str) -> str:
    """Return a text as it is printed: numbers glued to words, ligatures."""
    text = without_private_use(text)
    for letters, sign in LIGATURES.items():
        text = text.replace(letters, sign)
    return text


def wrap(text: str) -> list[str]:
    """Return the lines of a column, with words of eight letters or more broken where they must."""
    lines, line = [], ""
    for word in text.split():
        room = COLUMN - len(line) - 1
        if line and len(word) > room:
            head, tail = _broken(word, room)
            lines.append(f"{line} {head}".rstrip())
            line = tail
        else:
            line = f"{line} {word}".lstrip()
    return [*lines, line]


def _broken(word: str, room: int) -> tuple[str, str]:
    hyphen = word.rfind("-", 2, max(room, 2))
    if hyphen > 0 and word[hyphen + 1 :][:1].isalpha():
        return word[: hyphen + 1], word[hyphen + 1 :]
    at = len(word) // 2
    if len(word) >= 8 and word.isalpha() and word.isascii() and at < room:
        return f"{word[:at]}-", word[at:]
    return "", word


def _beside(left: Sequence[str], right: Sequence[str]) -> list[str]:
    return [
        f"{sample.ljust(COLUMN + GUTTER)}{other}".rstrip()
        for sample, other in zip_longest(left, right, fillvalue="")
    ]
