"""Source of the first pages of the book: title, imprint, contents, maps, and how it is read."""

from collections.abc import Iterator

from annotated.book import opening
from annotated.book.printed_sheets import KEY, PrintedSheet, printed
from annotated.book.typst_text import plain, quoted
from annotated.content.guide import Guide
from annotated.content.release import Release
from annotated.maps.atlas import Atlas


def front(guide: Guide, release: Release, atlas: Atlas, paper: str) -> Iterator[str]:
    """Yield the pages before the first chapter, for a paper as Typst calls it."""
    names = ", ".join(author.name for author in release.authors)
    yield (
        f"#show: book.with(title: {quoted(release.title)}, author: {quoted(names)}, "
        f'about: {quoted(release.about)}, day: {_day(release.day)}, paper: "{paper}")'
    )
    yield f"#titled[{plain(release.title)}][{plain(opening.about(guide))}][{plain(names)}]"
    state = filter(None, (*opening.state(release), f"{opening.FONTS}."))
    yield f"#imprint({''.join(f'[{plain(line)}], ' for line in state)})"
    yield "#outline(title: [Contents], depth: 1)"
    yield from _maps(printed(atlas))
    yield _reading(guide)


def _maps(sheets: list[PrintedSheet]) -> Iterator[str]:
    key = ", ".join(f"({quoted(mark)}, {quoted(words)})" for mark, words in KEY)
    for number, sheet in enumerate(sheets):
        heading = "[Maps]" if not number else "none"
        yield (
            f'#sheet("{sheet.id}.svg", {quoted(f"Map: {sheet.title}. {sheet.words}")}, ({key}), '
            f"heading: {heading})[{plain(sheet.title)}][{plain(sheet.credit)}]"
        )


def _reading(guide: Guide) -> str:
    key = "".join(
        f"[{letter}], [{plain(label)}], " for letter, label in opening.speakers(guide).items()
    )
    paragraphs = "\n\n".join(map(plain, (opening.NUMBERS, opening.NOTES, opening.REMARKS)))
    return f"""
= How to read this book

#set par(spacing: 3mm)

{opening.LETTERS}

#speakers({key})

{paragraphs}
"""


def _day(day: str) -> str:
    """Return a day as Typst has it: a book of one state is the same on every day."""
    year, month, of_month = (int(part) for part in day.split("-")) if day else (0, 0, 0)
    return f"datetime(year: {year}, month: {month}, day: {of_month})" if day else "none"
