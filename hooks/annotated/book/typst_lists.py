"""Source of the lists at the end of the book, and of its index, in the markup of Typst."""

from collections.abc import Collection, Iterator

from annotated.book import lists as listed
from annotated.book.typst_text import of_markdown, plain
from annotated.content.guide import Guide


def lists(guide: Guide, numbers: Collection[str]) -> Iterator[str]:
    """Yield the lists; what they say of a paragraph of these numbers leads there."""
    for heading, entries in listed.lists(guide).items():
        yield f"\n= {heading}\n\n#set text(size: 9.5pt)"
        for entry in entries:
            arabic = f"[{plain(entry.arabic)}]" if entry.arabic else "none"
            told = of_markdown(entry.told, numbers)
            yield f"#entry([{plain(entry.name)}], {arabic})[{told}]"


def index(guide: Guide) -> Iterator[str]:
    """Yield the index of names; Typst finds the pages."""
    yield "\n= Index of names\n\n#columns(2, gutter: 8mm)["
    yield "#set text(size: 9pt)"
    for entity in listed.indexed(guide):
        yield f'#indexed([{plain(entity.name)}], "at-{entity.id}")'
    yield "]"
