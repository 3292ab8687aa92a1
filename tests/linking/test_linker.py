"""Links from names to their entities in rendered HTML."""

import re
from dataclasses import replace
from typing import Any

import pytest

from annotated.linking.linker import LinkContext, LinkedPage, Mention, link
from annotated.linking.matcher import Matcher, spellings
from annotated.model.entities import Entity, Remarked
from annotated.model.kinds import KINDS
from cases import Case, find, name

ENTITY = re.compile(r"(\w+) ([\w-]+)((?: \(\w+\))*): ?(.*)")
REQUIRED = {
    "place": {"kind": "town"},
    "event": {"kind": "siege", "certainty": "stated"},
    "term": {},
}


def entity_of(line: str) -> Entity:
    match = ENTITY.fullmatch(line)
    assert match, line
    word, id_, flags, forms = match.groups()
    kind = next(kind for kind in KINDS if kind.word == word)
    values: dict[str, Any] = dict.fromkeys(re.findall(r"\w+", flags), True) | REQUIRED[word]
    return kind.type(
        id=id_,
        path=f"docs/{kind.folder}/{id_}.md",
        body="",
        body_line=1,
        name=id_,
        summary="",
        spellings=tuple(Remarked(form) for form in forms.split(", ") if form),
        **values,
    )


def linked(case: Case, own: frozenset[str] = frozenset()) -> LinkedPage:
    lines = case.parts["entities"].strip("\n").split("\n")
    index = {entity.id: entity for entity in map(entity_of, lines)}
    for line in case.parts.get("senses", "").strip().split("\n"):
        id_, _, where = line.partition(": ")
        if id_:
            index[id_] = replace(index[id_], senses=(Remarked(where, "One sense."),))  # type: ignore[call-arg]
    context = LinkContext(
        index,
        Matcher(spellings(index.values(), [])),
        lambda id_: f"to/{id_}",
        lambda href: href.removeprefix("to/") if href.removeprefix("to/") in index else "",
    )
    return link(case.parts["page"], context, own)


def in_brackets(mention: Mention) -> str:
    before, after = mention.sentence[: mention.start], mention.sentence[mention.end :]
    words = mention.sentence[mention.start : mention.end]
    editor = " (editor)" if mention.by_editor else ""
    return f"{mention.anchor} {mention.id}{editor}: {before}[{words}]{after}"


@pytest.mark.parametrize("case", find("linking"), ids=name)
def test_names_are_linked(case: Case) -> None:
    page = linked(case)

    case.expect("html", page.html)
    lines = [in_brackets(mention) for mention in page.mentions]
    case.expect("mentions", "\n".join(lines))


@pytest.mark.parametrize("case", find("linking"), ids=name)
def test_only_links_are_added(case: Case) -> None:
    added = re.compile(r'<a class="mention[^>]*>|(?<=\w)</a>')
    hand_made = re.compile(r'<a href="to/[^>]*>|(?<=\w)</a>')

    assert added.sub("", linked(case).html) == hand_made.sub("", case.parts["page"])


def test_a_page_is_not_linked_to_itself() -> None:
    case = next(case for case in find("linking") if case.path.stem == "first-in-paragraph")

    assert linked(case, frozenset({"mayedin"})).html == case.parts["page"]


def test_a_phrase_that_is_not_linked_hides_no_name_behind_it() -> None:
    index = {entity.id: entity for entity in map(entity_of, ("place rawa: Rawa", "place hit: Hit"))}
    matcher = Matcher(spellings(index.values(), ["Battle of Rawa"]))
    context = LinkContext(index, matcher, lambda id_: f"to/{id_}", lambda _: "")

    page = link('<p id="p1">The Battle of Rawa, then Hit.</p>', context)

    assert [mention.id for mention in page.mentions] == ["hit"]
    assert page.unlinked == {"Battle of Rawa"}
