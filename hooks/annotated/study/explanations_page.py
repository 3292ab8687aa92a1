"""Page of the rival explanations: who puts each forward, and a table whose cells open a reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from annotated.content.explanations import Board, Cell, Explanation, Piece
from annotated.core import placeholders
from annotated.model.vocabulary import SPEAKER_LETTERS
from annotated.study.voices import Voices

SIGNS = {"expected": "+", "unexpected": "−", "both": "±", "silent": "·"}
MARKS = {
    "expected": "to be expected",
    "unexpected": "not to be expected",
    "both": "both ways",
    "silent": "says nothing",
}
EDITORS = "E"
# Who draws a link, in words; the group is called by its name.
DRAWERS = {
    "author": "the author",
    "reported": "the article, as a fact",
    "official": "officials",
    "other": "third parties",
    "editors": "the editors",
}


def page(board: Board, voices: Voices) -> str:
    """Return the explanations and the table as raw HTML in Markdown; "" where there are none."""
    if not board.explanations:
        return ""
    table = Table(board, voices)
    return placeholders.raw_html(table.key() + table.html()) + "\n"


@dataclass(frozen=True)
class Table:
    """The table: pieces of evidence in rows, explanations in columns.

    Roles are given, for a narrow screen shows the rows as blocks.
    """

    board: Board
    voices: Voices

    def key(self) -> str:
        """Return the list of the explanations, each with who puts it forward."""
        items = "".join(map(self._explanation, self.board.explanations.values()))
        return f'<ol class="explanations" data-unlinked>{items}</ol>'

    def _explanation(self, rival: Explanation) -> str:
        return (
            f'<li id="{rival.id}"><b>{escape(rival.name)}.</b> {escape(rival.says)} '
            f'<span class="drawn">{self._put(rival)}</span>{self.voices.listed(rival.at)}</li>'
        )

    def _put(self, rival: Explanation) -> str:
        return self._who([rival.who]).replace("link drawn", "put forward", 1)

    def html(self) -> str:
        """Return the table."""
        heads = "".join(
            f'<th role="columnheader" scope="col"><a href="#{rival.id}">'
            f"{escape(rival.name)}</a></th>"
            for rival in self.board.explanations.values()
        )
        rows = "".join(map(self._row, self.board.pieces.values()))
        return (
            '<table class="board" role="table" data-unlinked><caption>What each piece of evidence '
            "tells about each explanation</caption>"
            '<thead role="rowgroup"><tr role="row">'
            f'<th role="columnheader" scope="col">Evidence</th>{heads}</tr></thead>'
            f'<tbody role="rowgroup">{rows}</tbody></table>'
        )

    def _row(self, piece: Piece) -> str:
        cells = "".join(
            self._cell(cell, rival)
            for rival in self.board.explanations.values()
            if (cell := self.board.cells.get(f"{piece.id}-{rival.id}"))
        )
        return (
            f'<tr role="row" id="{piece.id}"><th role="rowheader" scope="row">'
            f"{escape(piece.says)}{self.voices.listed(piece.at)}</th>{cells}</tr>"
        )

    def _cell(self, cell: Cell, rival: Explanation) -> str:
        who = "" if cell.mark == "silent" else self._letters(cell.who)
        drawn = "" if cell.mark == "silent" else f'<p class="drawn">{self._who(cell.who)}</p>'
        return (
            f'<td role="cell" class="{cell.mark}"><span class="rival" aria-hidden="true">'
            f"{escape(rival.name)}</span>"
            f'<details name="cell" id="{cell.id}"><summary><span class="sign" aria-hidden="true">'
            f'{SIGNS[cell.mark]}</span><span class="visually-hidden">{MARKS[cell.mark]} </span>'
            f'{who}</summary><div class="why"><p><b>{MARKS[cell.mark].capitalize()}.</b> '
            f"{escape(cell.why)}</p>{drawn}{self.voices.listed(cell.at)}</div></details></td>"
        )

    def _letters(self, who: Sequence[str]) -> str:
        letters = "".join(SPEAKER_LETTERS.get(drawer, EDITORS) for drawer in who)
        kind = who[0]
        return (
            f'<b class="drawer {kind}" aria-hidden="true">{letters}</b>'
            f'<span class="visually-hidden">{self._who(who)}</span>'
        )

    def _who(self, who: Sequence[str]) -> str:
        """Return in words who draws a link."""
        about = self.voices.guide.article
        group = about.group if about else ""
        names = [DRAWERS.get(drawer) or group or "the group" for drawer in who]
        return f"link drawn by {' and '.join(names)}"
