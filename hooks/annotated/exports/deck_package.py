"""Package of cards for Anki, written by genanki, which is installed only where one is wanted.

Anki takes a card of a later package for a correction only where its time is later: so the time is
that of the last change of what the cards are made of, and neither a constant nor that of the build.
"""

from collections.abc import Iterable
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from annotated.core import file_writer
from annotated.exports.recall_cards import PACKAGE, Card

LIBRARY = "genanki"
LEFT_OUT = f"{LIBRARY} is not installed, so there are no cards for Anki. make deck installs it."
FORM = "Annotated article"
FRONT, BACK = "Front", "Back"
STYLE = ".card { font-family: serif; font-size: 20px; line-height: 1.5; text-align: left; }"


def is_available() -> bool:
    """Tell whether the library is installed."""
    return bool(find_spec(LIBRARY))


def write(site: Path, cards: Iterable[Card], changed: int) -> None:
    """Write the package into the folder `site`; `changed` is in seconds since 1970."""
    # Where pages are rendered when they are asked for, nothing has made the folder yet.
    (site / PACKAGE).parent.mkdir(parents=True, exist_ok=True)
    file_writer.write(site, PACKAGE, package(cards, changed))


def package(cards: Iterable[Card], changed: int) -> bytes:
    """Return the package, the same bytes for the same cards and the same time."""
    genanki = import_module(LIBRARY)
    model = genanki.Model(
        _number(FORM),
        FORM,
        fields=[{"name": FRONT}, {"name": BACK}],
        templates=[
            {
                "name": "Card",
                "qfmt": f"{{{{{FRONT}}}}}",
                "afmt": f"{{{{{FRONT}}}}}<hr id=answer>{{{{{BACK}}}}}",
            }
        ],
        css=STYLE,
    )
    decks: dict[int, Any] = {}
    for card in cards:
        name = card.deck.rpartition("::")[0]
        deck = decks.setdefault(
            card.chapter, genanki.Deck(_number(f"{name}\n{card.chapter}"), card.deck)
        )
        fields = [card.front, card.back]
        deck.add_note(genanki.Note(model=model, fields=fields, guid=card.id, tags=card.tags))
    made = BytesIO()
    genanki.Package([*decks.values()]).write_to_file(made, timestamp=changed)
    return _reproducible(made)


def _number(name: str) -> int:
    """Return a lasting number for a name, as Anki counts forms and decks: of 31 bits."""
    return int(sha256(name.encode()).hexdigest()[:8], 16) >> 1


def _reproducible(made: BytesIO) -> bytes:
    """Return the same archive without the times at which its files were written."""
    result = BytesIO()
    with ZipFile(made) as before, ZipFile(result, "w") as after:
        for name in sorted(before.namelist()):
            after.writestr(ZipInfo(name), before.read(name), ZIP_DEFLATED)
    return result.getvalue()
