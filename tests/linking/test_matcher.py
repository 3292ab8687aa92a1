"""Names found in plain text."""

import pytest

from annotated.linking.matcher import Matcher, Spelling, words
from cases import Case, find, name

ANY_CASE = " (any case)"


def spellings(part: str) -> list[Spelling]:
    found = []
    for line in part.strip("\n").split("\n"):
        id_, _, text = line.partition(": ")
        found.append(Spelling(text.removesuffix(ANY_CASE), id_, text.endswith(ANY_CASE)))
    return found


@pytest.mark.parametrize("case", find("mentions"), ids=name)
def test_names_are_found(case: Case) -> None:
    text = case.parts["text"].strip()

    matches = Matcher(spellings(case.parts["spellings"])).find(text)

    lines = [f"{match.spelling.id}: {text[match.start : match.end]}" for match in matches]
    case.expect("found", "\n".join(lines))


@pytest.mark.parametrize("case", find("mentions"), ids=name)
def test_what_a_text_may_name_is_told_by_its_words(case: Case) -> None:
    index, text = spellings(case.parts["spellings"]), case.parts["text"].strip()
    matcher, folded = Matcher(index), words(text)

    restricted = matcher.restricted_to(folded)

    assert set(restricted.spellings) == {
        spelling for spelling in index if words(spelling.text) <= folded
    }
    assert [*restricted.find(text)] == [*matcher.find(text)]
    assert matcher.restricted_to(frozenset()).spellings == ()
