"""Sheets to print for a lesson: texts without marks, an empty board, their key, cards to sort."""

from html import escape

from annotated.content.exercises import LessonText
from annotated.content.explanations import Board
from annotated.content.statements import Statement
from annotated.content.study import Study
from annotated.core import placeholders
from annotated.model.vocabulary import HEDGE_KINDS
from annotated.study import exercise_pages
from annotated.study.voices import Voices


def kit(study: Study, voices: Voices) -> str:
    """Return the sheets of the short lesson as raw HTML in Markdown, each on a page of its own."""
    texts = list(study.exercises.texts.values())
    html = _texts(texts, voices) + _board(study.board) + _key(texts, voices)
    return placeholders.raw_html(html) + "\n"


def cards(study: Study, voices: Voices) -> str:
    """Return the statements of the exercises that are solved with cards, each on a card."""
    html = "".join(
        f'<ul class="sorting-cards" data-unlinked aria-label="{escape(exercise.name)}">'
        + "".join(
            f"<li>{exercise_pages.card(said, voices)}</li>" for said in voices.of(exercise.at)
        )
        + "</ul>"
        for exercise in study.exercises.exercises.values()
        if exercise.show == "cards"
    )
    return placeholders.raw_html(html) + "\n"


def _sheet(title: str, id_: str, html: str) -> str:
    return (
        f'<section class="sheet" data-unlinked data-search-exclude aria-labelledby="{id_}">'
        f'<h2 id="{id_}">{title}</h2>{html}</section>'
    )


def _statements(number: int, voices: Voices) -> list[Statement]:
    return voices.guide.statements_in.get(str(number), [])


def _texts(texts: list[LessonText], voices: Voices) -> str:
    """Return the paragraphs in the guide’s words, without a mark of who speaks or how surely."""
    html = ""
    for text in texts:
        html += f"<h3>{escape(text.name)}</h3>"
        for number in text.paragraphs:
            words = " ".join(said.text for said in _statements(number, voices))
            html += f"<p><b>¶{number}</b> {escape(words, quote=False)}</p>"
    return _sheet("Sheet 2. Text", "sheet-text", html)


def _board(board: Board) -> str:
    """Return the board of explanations with nothing in its cells."""
    rivals = list(board.explanations.values())
    heads = "".join(f'<th scope="col">{escape(rival.name)}</th>' for rival in rivals)
    empty = "<td></td>" * (len(rivals) + 1)
    rows = "".join(
        f'<tr><th scope="row">{escape(piece.says)}</th>{empty}</tr>'
        for piece in board.pieces.values()
    )
    listed = "".join(
        f"<li><b>{escape(rival.name)}.</b> {escape(rival.says, quote=False)}</li>"
        for rival in rivals
    )
    return _sheet(
        "Sheet 3. Empty board",
        "sheet-board",
        "<p>+ was to be expected if the explanation holds, − was not, ± cuts both ways; empty: it "
        f'says nothing.</p><ol class="rivals">{listed}</ol>'
        '<section class="wide" tabindex="0" aria-label="The board">'
        '<table class="empty-board"><thead><tr><th scope="col">Evidence</th>'
        f'<th scope="col">Who supplies it</th>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></section>",
    )


def _key(texts: list[LessonText], voices: Voices) -> str:
    """Return who says each statement of the texts, on what it rests, and how it holds back."""
    numbers = [number for text in texts for number in text.paragraphs]
    items = "".join(
        f"<li>{_line(said, voices)}</li>"
        for number in numbers
        for said in _statements(number, voices)
    )
    labels = voices.guide.speaker_labels
    letters = "; ".join(
        f"{voices.evidence.letter(said)} {labels[said.speaker]}"
        for said in {said.speaker: said for said in voices.guide.statements}.values()
    )
    return _sheet(
        "Sheet 4. Key",
        "sheet-key",
        f"<p>{letters}. After the words: on what it rests; then, quoted, each word that "
        f"holds back, and from what.</p>"
        f'<ul class="short-key">{items}</ul>',
    )


def _line(said: Statement, voices: Voices) -> str:
    held = "; ".join(f"“{hedge.text}” {HEDGE_KINDS[hedge.kind]}" for hedge in said.hedges)
    return exercise_pages.with_speaker(said, voices) + (f" <i>{escape(held)}</i>" if held else "")
