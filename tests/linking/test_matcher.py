"""Finding names in plain text."""

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

    found = Matcher(spellings(case.parts["spellings"])).find(text)

    lines = [f"{one.spelling.id}: {text[one.start : one.end]}" for one in found]
    case.expect("found", "\n".join(lines))


@pytest.mark.parametrize("case", find("mentions"), ids=name)
def test_what_a_text_may_name_is_told_by_its_words(case: Case) -> None:
    index, text = spellings(case.parts["spellings"]), case.parts["text"].strip()
    matcher, said = Matcher(index), words(text)

    made = matcher.made_of(said)

    assert set(made) == {one for one in index if words(one.text) <= said}
    assert {one.spelling for one in matcher.find(text)} <= set(made)
    assert matcher.made_of(frozenset()) == ()
