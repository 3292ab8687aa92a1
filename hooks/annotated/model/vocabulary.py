"""Vocabulary: the words in which a reader is told what the files say by a code."""

# The precision of a point that is exact: a settlement’s own.
EXACT = "1"
PRECISION_OF_POINT = {
    EXACT: "a settlement’s point",
    "2": "a point to hold the label",
    "3": "approximate",
}
PRECISION_OF_DATE = {1: "to the day", 2: "to the month or season", 3: "roughly"}
DATED_BY = {
    "text": "from the text",
    "note": "from the date of a note",
    "inferred": "inferred by the editors",
}
CERTAINTY = {
    "stated": "The article states it.",
    "reported": "The article reports it on the word of others.",
    "claimed": "A claim of one side, told as such.",
    "inferred": "Inferred by the editors.",
}
# Kinds that need more words than their code has.
KIND_WORDS = {
    "province-claimed": "claimed “province”",
    "area": "area without a name of its own",
}
# The letter of each speaker, who is given by the class of a span: `[…]{ .author }`. None of them
# begins a code of the argument, such as R4.
SPEAKER_LETTERS = {"author": "A", "reported": "F", "official": "O", "group": "G", "other": "T"}
SPEAKERS = tuple(SPEAKER_LETTERS)

# The groups of a list, in order: the heading of each, and the kinds of entity under it.
GROUPS_IN_LISTS = (
    ("Words of the group and its like", frozenset({"Term: group"})),
    ("Military words", frozenset({"Term: military"})),
    ("State, faith and society", frozenset({"Term: society"})),
    ("Everyday words", frozenset({"Term: everyday"})),
    ("Leaders and commanders", frozenset({"Person: leader", "Person: commander"})),
    (
        "Statesmen, officials and officers",
        frozenset({"Person: statesman", "Person: official", "Person: officer"}),
    ),
    (
        "Analysts, journalists and authors",
        frozenset({"Person: analyst", "Person: journalist", "Person: author"}),
    ),
    ("Armed groups and militias", frozenset({"Group: armed-group", "Group: militia"})),
    ("Armies and coalitions", frozenset({"Group: army", "Group: coalition"})),
    ("States and their offices", frozenset({"Group: state-body"})),
    ("Press and research", frozenset({"Group: media", "Group: research"})),
)
OTHERS = "Others"

# The kinds of hedge, each the class of a span, with what it tells a reader.
HEDGE_KINDS = {
    "estimate": "what will or may be",
    "appearance": "how it looks",
    "attribution": "handed on as a claim",
    "approximation": "a number, time or extent",
    "condition": "on a condition",
}
# The class of a listed word that holds nothing back where it is.
NO_HEDGE = "no-hedge"


def speaker_labels(group: str) -> dict[str, str]:
    """Return in words, by speaker, who says a statement; `group` is the one the article is on."""
    return {
        "author": "the author’s own judgment",
        "reported": "told as a fact",
        "official": "said by officials",
        "group": f"said by {group or 'the group'}",
        "other": "said by third parties",
    }
