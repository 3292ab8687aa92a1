"""Questions in a chapter: its aims folded at the head, questions with closed answers at the end.

On paper no answer stands at its question: all of them stand together, as a key, at the end.
"""

from dataclasses import dataclass
from html import escape

from annotated.content.questions import KINDS, Question, Questions
from annotated.study.voices import Voices


@dataclass(frozen=True)
class ChapterQuestions:
    """The questions of all chapters, which are given by their numbers."""

    asked: Questions
    voices: Voices

    def aims(self, chapter: int) -> str:
        """Return what a reader can do after a chapter, folded; "" where nothing is said of it."""
        items = "".join(
            f"<li>{escape(aim.says, quote=False)}</li>" for aim in self.asked.aims_of(chapter)
        )
        return (
            '<details class="minute aims" data-unlinked data-search-exclude><summary>What you can '
            f"do after this chapter</summary><p>You can</p><ul>{items}</ul></details>"
            if items
            else ""
        )

    def section(self, chapter: int) -> str:
        """Return the questions of a chapter, or ""."""
        items = "".join(map(self._question, self.asked.of(chapter)))
        return (
            '<section class="questions" aria-labelledby="questions" data-unlinked '
            'data-search-exclude><h2 class="ours" id="questions">Questions</h2>'
            '<p class="practise needs-script"><label><input type="checkbox" role="switch"> '
            "Practise: withhold what is asked about until an answer is opened</label></p>"
            f'<ol class="asked">{items}</ol></section>'
            if items
            else ""
        )

    def key(self, chapter: int) -> str:
        """Return the answers in the order of the questions, for paper only; "" without any."""
        asked = self.asked.of(chapter)
        items = "".join(f"<li>{self._answer(question, on_paper=True)}</li>" for question in asked)
        return (
            f'<section class="answer-key" data-unlinked data-search-exclude><h2 class="ours">'
            f"Answers</h2><ol>{items}</ol></section>"
            if items
            else ""
        )

    def _question(self, question: Question) -> str:
        paragraphs = dict.fromkeys(said.anchor for said in self.voices.of(question.at))
        return (
            f'<li id="{question.id}" data-about="{" ".join(paragraphs)}"><p class="ask">'
            f'{escape(question.ask, quote=False)} <span class="kind">{KINDS[question.kind]}</span>'
            '</p><details class="answer"><summary>Answer<span class="visually-hidden"> to question '
            f'{question.number}</span></summary><div class="answered">{self._answer(question)}'
            "</div></details></li>"
        )

    def _answer(self, question: Question, *, on_paper: bool = False) -> str:
        said = self.voices.listed(question.at, on_paper=on_paper)
        named = set(question.remarks)
        remarks = [remark for remark in self.voices.guide.remarks if remark.id in named]
        return (
            f"<p>{escape(question.answer, quote=False)}</p>"
            f'<p class="why">{escape(question.why, quote=False)}</p>'
            f"{said}{self.voices.remark_links(remarks)}"
        )
