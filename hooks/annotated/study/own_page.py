"""Page of a reader’s own notes and answers: empty lists, which a script fills on the device."""

from html import escape

from annotated.content.chapters import Chapter
from annotated.content.questions import Questions
from annotated.core import placeholders
from annotated.study.voices import DOCS, Voices

FILES = (
    ("notes.jsonld", "Notes as annotations"),
    ("notes.md", "Notes as Markdown"),
    ("answers.json", "Answers as JSON"),
)


def page(asked: Questions, voices: Voices) -> str:
    """Return the lists and the buttons as raw HTML in Markdown."""
    chapters = enumerate(voices.guide.chapters, start=1)
    answers = "".join(_chapter(chapter, number, asked, voices) for number, chapter in chapters)
    buttons = "".join(
        f'<button type="button" data-file="{name}">{words}</button>' for name, words in FILES
    )
    html = (
        '<noscript><p class="own-none">Notes and answers need scripts, and these are switched off '
        "in this browser.</p></noscript>"
        '<div class="needs-script" data-unlinked data-search-exclude>'
        '<h2 id="notes">Notes</h2><p class="own-none">There are none yet.</p>'
        f'<ul class="own-notes"></ul><h2 id="answers">Answers</h2><ul class="own-answers">{answers}'
        f'</ul><h2 id="files">Files</h2><p class="plain-buttons">{buttons}'
        '<label class="file">Take a file back in <input type="file" class="own-file" '
        'accept=".json,.jsonld,application/json,application/ld+json"></label>'
        '<button type="button" class="own-erase">Erase all</button></p>'
        '<p class="own-status" role="status"></p></div>'
    )
    return placeholders.raw_html(html) + "\n"


def _chapter(chapter: Chapter, number: int, asked: Questions, voices: Voices) -> str:
    ids = " ".join(question.id for question in asked.of(number))
    if not ids:
        return ""
    url = voices.page_url(f"{chapter.path.removeprefix(DOCS)}#questions")
    return (
        f'<li data-questions="{ids}"><a href="{url}">{escape(chapter.title)}</a>: '
        '<span class="count"></span></li>'
    )
