"""Any source file: entities, or problems with path and line; no character of the body is lost."""

import unicodedata

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from annotated.authoring import fix
from annotated.content import (
    article,
    catalogue,
    chapters,
    endnotes,
    front_matter,
    map_sheets,
    periodicals,
    word_lists,
)
from annotated.content.yaml_reader import LOADER, quoted
from annotated.core.problems import Problem
from annotated.model.entities import Person, Place
from strategies import TEXTS, ending, pieces, typed

PATHS = st.sampled_from(["docs/places/x.md", "docs/events/x.md", "docs/people/x.md", "docs/x.md"])
HEADS = st.lists(pieces("fields") | typed("\n:"), max_size=20).map("".join)
FILES = st.one_of(
    TEXTS, typed("\n-:"), HEADS.map("---\n{}\n---\nText\n".format), HEADS.map("---{}".format)
)


def placed(path: str, problems: list[Problem], text: str) -> None:
    """Assert that every problem has the path, a line of the text and a code."""
    for problem in problems:
        assert problem.path == path
        assert 1 <= problem.line <= text.count("\n") + 1
        assert problem.message
        assert problem.code


@given(PATHS, FILES)
@example("docs/people/x.md", "---\nname: a\n---")
@example("docs/people/x.md", "---\nname: \x07\n---\n")
@example("docs/people/x.md", "---\nname: " + "[" * 100_000)
@example("docs/people/x.md", "---\n? {a: b}\n: c\n---\n")
@example("docs/people/x.md", "---")
def test_any_file_gives_entities_or_problems(path: str, text: str) -> None:
    read, problems = catalogue.load({path: text})
    retold, faults = chapters.read({path: text})

    placed(path, problems + faults, text)
    assert problems or path == "docs/x.md" or list(read.entities) == ["x"]
    assert all(chapter.path == path for chapter in retold)


@given(FILES)
def test_the_body_is_kept_to_the_last_character(text: str) -> None:
    block, body, line = front_matter.split(text)

    assert text.endswith(body)
    assert not line or "\n".join(text.split("\n")[line - 1 :]) == body
    assert line or text.split("\n", 1)[1:] == ([block] if "\n" in text else [])
    assert front_matter.read("x.md", text)[0].body == body


@given(HEADS)
@example("- 12")
@example("- [a]")
@example("a: b")
@example("word")
def test_any_list_gives_what_it_holds_or_problems(text: str) -> None:
    lists = (word_lists.read_unlinked, word_lists.read_hedges, map_sheets.read)
    for read in (endnotes.read, periodicals.read, article.read, *lists):
        placed("x.yml", read("x.yml", text)[1], text)


@given(HEADS)
def test_what_is_composed_is_what_yaml_composes(text: str) -> None:
    fields, problems = front_matter.read("x.md", f"---\n{text}\n---\n")
    if not problems and "---" not in text.split("\n"):
        assert dict(fields.fields) == (yaml.load(text, Loader=LOADER) or {})  # noqa: S506 - strings only


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=30
).filter(lambda text: "\ufeff" not in text and "\ufffe" not in text and "\uffff" not in text)


@given(
    st.lists(WORDS.map(str.strip).filter(bool), min_size=3, max_size=5, unique=True),
    st.floats(-90, 90),
)
def test_what_an_entity_writes_is_read_back(words: list[str], degree: float) -> None:
    name, summary, *forms = words
    items = "".join(f"  - {quoted(form)}\n" for form in forms)
    head = f"name: {quoted(name)}\nsummary: {quoted(summary)}\nalso:\n{items}"
    point = f"kind: town\npoint: [{degree:.4f}, {degree:.4f}]\n"
    files = {
        "docs/people/x.md": f"---\n{head}kind: author\n---\n{summary}",
        "docs/places/y.md": f"---\n{head}{point}---\n{summary}",
    }

    read, problems = catalogue.load(files)

    assert problems == []
    for id_ in ("x", "y"):
        entity = read.entities[id_]
        assert (entity.name, entity.summary, entity.body) == (name, summary, summary)
        assert entity.also == tuple(forms)
    assert isinstance(read.entities["x"], Person)
    place = read.entities["y"]
    assert isinstance(place, Place)
    assert place.point
    assert abs(place.point.latitude - degree) < 0.0001


@given(FILES)
@example("---\n---\nA.")
@example("---\nname: a\nsummary: b")
def test_tidying_loses_no_letter(text: str) -> None:
    tidy, _ = fix.fixed("docs/people/x.md", text)

    assert letters(tidy) == letters(text)


def letters(text: str) -> list[str]:
    return [char for char in unicodedata.normalize("NFD", text) if char.isalnum()]


def test_a_long_file_comes_to_an_end() -> None:
    for hostile in ("[", "- ", "a: &a [*a, *a]\n", "a: b\n", "{a: ", "? ", "\t", "'", "!!a "):
        with ending():
            front_matter.read("x.md", f"---\n{hostile * 20_000}\n---\n")
