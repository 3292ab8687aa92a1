"""`make new` begins a file that can be read, and invents nothing."""

import subprocess
from pathlib import Path

import pytest

import checked
from annotated.authoring import new
from annotated.content import guide, source_files, statements
from annotated.model.kinds import KINDS
from originals import TEMPLATE

TEXTS = source_files.texts(TEMPLATE)
NEEDED = {
    "place": {"summary", "kind"},
    "event": {"summary", "kind", "certainty"},
    "term": {"summary"},
    "person": {"summary", "kind"},
    "group": {"summary", "kind"},
}


@pytest.mark.parametrize("kind", [kind.word for kind in KINDS])
def test_a_new_file_lacks_only_what_a_person_must_say(kind: str) -> None:
    path, text = new.begin(kind, "Zubaydah Wells", TEXTS)
    found = [problem for problem in checked.problems(TEXTS | {path: text}) if problem.path == path]

    assert path.endswith("/zubaydah-wells.md")
    assert {problem.code for problem in found} == {"front-matter-missing-field"}
    assert {problem.message.split("'")[1] for problem in found} == NEEDED[kind]


@pytest.mark.parametrize("kind", [kind.word for kind in KINDS])
def test_a_new_file_is_whole_once_it_is_filled_in(kind: str) -> None:
    path, text = new.begin(kind, "Zubaydah Wells", TEXTS)
    given = {"kind": {"place": "town", "event": "battle", "person": "leader", "group": "army"}}
    answers = {"summary": "One sentence.", "certainty": "stated", "kind": given["kind"].get(kind)}
    lines = "".join(f"{name}: {answers[name]}\n" for name in sorted(NEEDED[kind]))
    filled = text.replace("name: ", f"{lines}name: ", 1).replace(new.BODY, "It has wells.\n")

    found = [
        problem for problem in checked.problems(TEXTS | {path: filled}) if problem.path == path
    ]

    assert {problem.code for problem in found} == {"entity-never-mentioned"}


REMARK = "weight: fact\ncertainty: certain\nat:\n  - paragraph: 1\n    words: {}\n"


def test_a_new_remark_lacks_only_what_a_person_must_say() -> None:
    path, text = new.begin("remark", "Date of the Wells", TEXTS)
    found = [problem for problem in checked.problems(TEXTS | {path: text}) if problem.path == path]

    assert path == "docs/remarks/date-of-the-wells.md"
    assert {problem.message.split("'")[1] for problem in found} == {"certainty", "weight", "at"}


def test_a_new_remark_is_whole_once_it_is_filled_in() -> None:
    path, text = new.begin("remark", "Date of the Wells", TEXTS)
    paragraph = guide.read(TEXTS)[0].chapters[0].paragraphs[1]
    words = statements.plain(paragraph.markdown).split()[:3]
    filled = text.replace("subject:", f"{REMARK.format(' '.join(words))}subject:", 1)

    problems = checked.problems(TEXTS | {path: filled})
    unfilled = [problem.code for problem in problems if problem.path == path]
    ready = checked.problems(TEXTS | {path: filled.replace(new.REMARK_BODY, "It has wells.\n")})

    assert unfilled == ["entry-unfilled"]
    assert [problem for problem in ready if problem.path == path] == []


def test_a_remark_on_a_subject_that_is_told_is_refused() -> None:
    path, text = new.begin("remark", "Date of the Wells", TEXTS)
    told = text.replace("subject:", f"{REMARK.format('one')}subject:", 1)
    with pytest.raises(new.Refused, match=path):
        new.begin("remark", "date of the  wells", TEXTS | {path: told})


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Tell Abū Ẓāhir", "tell-abu-zahir.md"),
        ("Al-Mu’tasim’s Bridge", "al-mutasims-bridge.md"),
        ("  Two   words ", "two-words.md"),
        ("Yes: no", "yes-no.md"),
        ("../../etc/passwd", "etc-passwd.md"),
        ("1917", "1917.md"),
    ],
)
def test_the_file_is_called_after_the_name(name: str, file: str) -> None:
    path, text = new.begin("place", name, TEXTS)

    assert path == f"docs/places/{file}"
    found = [problem for problem in checked.problems(TEXTS | {path: text}) if problem.path == path]
    assert {problem.code for problem in found} == {"front-matter-missing-field"}


@pytest.mark.parametrize(
    ("kind", "name", "reason"),
    [
        ("hamlet", "Zubaydah", "one of place, event, term, person, group, remark"),
        ("place", "Karsk", "docs/places/karsk.md stands already"),
        ("person", "karsk", "docs/places/karsk.md stands already"),
        ("place", "مدينة", "in Latin letters"),
        ("place", "", "in Latin letters"),
        ("place", "The `x` of y", "would be refused: '`x`' may not stand here"),
        ("remark", "See [x](https://example.org/)", "would be refused"),
        ("place", "con", "that of a device on Windows"),
    ],
)
def test_what_cannot_be_begun_is_refused_with_a_reason(kind: str, name: str, reason: str) -> None:
    with pytest.raises(new.Refused, match=reason):
        new.begin(kind, name, TEXTS)


def test_a_spelling_of_another_file_is_refused_and_the_file_named() -> None:
    entities = guide.read(TEXTS)[0].catalogue.entities
    with pytest.raises(new.Refused, match=entities["port-velm"].path):
        new.begin("place", "Port Velm", TEXTS)


def test_make_new_writes_the_file_and_never_over_another(copy: Path) -> None:
    words = ["make", "-s", "new", "KIND=place", 'NAME=Zubaydah "the" $Wells & $(shell touch pwned)']

    first = subprocess.run(words, cwd=copy, check=False, capture_output=True, encoding="utf-8")
    written = (copy / "docs/places/zubaydah-the-wells-shell-touch-pwned.md").read_text(
        encoding="utf-8"
    )
    second = subprocess.run(words, cwd=copy, check=False, capture_output=True, encoding="utf-8")

    assert first.returncode == 0, first.stderr
    assert 'name: Zubaydah "the" $Wells & $(shell touch pwned)' in written
    assert not (copy / "pwned").exists()
    assert second.returncode != 0
    assert "stands already" in second.stderr
