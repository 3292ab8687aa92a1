"""List of the chapters with their questions, and the decks of cards made of them."""

from collections.abc import Mapping
from html import escape

from annotated.content.questions import Questions
from annotated.core import placeholders
from annotated.study.voices import DOCS, Voices


def page(asked: Questions, voices: Voices, decks: Mapping[str, str]) -> str:
    """Return the list as raw HTML in Markdown; `decks` are the words for each file, by its URL."""
    items = "".join(
        f'<li><a href="{voices.page_url(f"{chapter.path.removeprefix(DOCS)}#questions")}">'
        f"{escape(chapter.title)}</a></li>"
        for number, chapter in enumerate(voices.guide.chapters, start=1)
        if asked.of(number)
    )
    links = "".join(
        f'<li><a href="{url}" download>{words}</a></li>' for url, words in decks.items()
    )
    return (
        placeholders.raw_html(
            f'<h2 id="questions">Questions</h2><p>{len(asked.questions)} questions on '
            f"{len(asked.aims)} aims stand at the ends of the chapters, the answers closed.</p>"
            f"<ol>{items}</ol><p>The same as cards, each with its paragraphs and who speaks there; "
            f"a later deck brings words up to date and leaves your reviews.</p><ul>{links}</ul>"
        )
        + "\n"
    )
