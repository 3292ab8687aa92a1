"""PDF of the book, tagged for readers who listen (PDF/UA-1), and the picture of its cover.

Typst sets them, which refuses what that standard does not allow. It knows only its own fonts and
the Arabic one beside this file, so that the book is the same on every machine.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

from annotated.book.opening import about
from annotated.book.printed_sheets import PrintedSheet
from annotated.book.typst_text import plain
from annotated.content.guide import Guide
from annotated.content.release import Release

HERE = Path(__file__).parent
COVER = HERE / "cover.typ"
# Pixels to an inch: 1134 by 1701 in all.
FINE = 240


def compiled(source: str, sheets: Sequence[PrintedSheet]) -> bytes:
    """Return the PDF; raise typst.TypstError where the source cannot be set, or is not UA-1."""
    with _folder(source, {f"{sheet.id}.svg": sheet.file for sheet in sheets}) as path:
        return typst.compile(
            path, pdf_standards=["ua-1"], ignore_system_fonts=True, font_paths=[HERE]
        )


def cover(guide: Guide, release: Release, sheets: Sequence[PrintedSheet]) -> bytes:
    """Return the cover as PNG: the title, over the land of the first sheet where there is one."""
    names = ", ".join(author.name for author in release.authors)
    words = "".join(f"[{plain(text)}]" for text in (release.title, about(guide), names))
    source = f"{COVER.read_text(encoding='utf-8')}\n#cover{words}"
    with _folder(source, {"cover.svg": sheets[0].land} if sheets else {}) as path:
        return typst.compile(
            path, format="png", ppi=FINE, ignore_system_fonts=True, font_paths=[HERE]
        )


@contextmanager
def _folder(source: str, files: Mapping[str, str]) -> Iterator[Path]:
    """Yield the path of the source in a folder that has the files too, for as long as needed."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "book.typ"
        for name, text in {path.name: source, **files}.items():
            path.with_name(name).write_text(text, encoding="utf-8")
        yield path
