"""Who speaks in a sentence, in words and as a letter."""

LETTERS = {"author": "A", "reported": "R", "official": "O", "group": "G", "other": "T"}
SPEAKERS = tuple(LETTERS)


def speaker_labels(group: str) -> dict[str, str]:
    """Return, by the class of a span, whose word it is; `group` is the one the article is on."""
    return {
        "author": "the author’s own judgment",
        "reported": "told as a fact",
        "official": "said by officials",
        "group": f"said by {group or 'the group'}",
        "other": "said by third parties",
    }
