"""Opening of the book in plain words: what it is, of which state, and how it is read."""

from collections.abc import Iterator

from annotated.content.guide import Guide
from annotated.content.release import Release
from annotated.model.vocabulary import SPEAKER_LETTERS

LETTERS = "A letter stands before the words of each who speaks, until another does:"
ARABIC = "Arabic is set in Noto Naskh Arabic, © The Noto Project Authors, SIL Open Font License 1.1"
FONTS = f"Set in Libertinus Serif, SIL Open Font License 1.1. {ARABIC}"
NOTES = "The numbers of notes are those that the article prints."
REMARKS = (
    "Remarks of the editors tell what does not fit in the article. Each is told once, where it is "
    "first met; later on its subject leads there. What is not certain from the text says so in "
    "brackets. Those on print alone are left to the site."
)
NUMBERS = "A number after ¶ is that of a paragraph of the article, counted by the editors."


def about(guide: Guide) -> str:
    """Return what the book is."""
    of_article = f"A retelling of {guide.article.citation}. " if guide.article else ""
    return f"{of_article}It is in other words throughout: the text of the article is not here."


def speakers(guide: Guide) -> dict[str, str]:
    """Return in words who speaks, by the letter that stands before what is said."""
    return {
        SPEAKER_LETTERS[speaker]: label
        for speaker, label in guide.speaker_labels.items()
        if speaker in SPEAKER_LETTERS
    }


def state(release: Release) -> Iterator[str]:
    """Yield a line each for who made it, which version it is, its licence and its address."""
    yield ", ".join(author.name for author in release.authors)
    version = f"Version {release.version}" if release.version else ""
    yield ", ".join(filter(None, (version, release.day, release.commit[:12])))
    yield f"Licence of the words: {release.licence}" if release.licence else ""
    yield release.address
