"""The cards as Anki takes them in: a later deck corrects words and leaves the reviews."""

import os
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from anki.collection import Collection, ImportAnkiPackageRequest, ImportCsvRequest
from anki.notes import Note
from anki.scheduler.v3 import CardAnswer, Scheduler

from annotated.content import change_time
from annotated.exports import deck_package, recall_cards
from annotated.exports.recall_cards import Card
from annotated.site.guide_index import GuideIndex

FIRST, LATER = 1_700_000_000, 1_700_000_060
AT_ONE_TIME = {"GIT_AUTHOR_DATE": f"{FIRST} +0000", "GIT_COMMITTER_DATE": f"{FIRST} +0000"}
AUTHOR = ("-c", "user.name=Nobody", "-c", "user.email=nobody@example.org")


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    """Return the empty collection of a reader."""
    opened = Collection(str(tmp_path / "reader.anki2"))
    yield opened
    opened.close()


def take_in(collection: Collection, cards: list[Card], changed: int) -> None:
    """Import a package with the options that Anki offers first."""
    path = Path(collection.path).with_name("deck.apkg")
    path.write_bytes(deck_package.package(cards, changed))
    options = collection._backend.get_import_anki_package_presets()  # noqa: SLF001 - it has no other
    request = ImportAnkiPackageRequest(package_path=str(path), options=options)
    collection.import_anki_package(request)


def note_of(collection: Collection, card: Card) -> Note:
    """Return the note that a card has become."""
    notes = map(collection.get_note, collection.find_notes(""))
    return next(note for note in notes if note.guid == card.id)


def review(collection: Collection, note: Note) -> None:
    """Answer the card of a note once, as “good”."""
    card = note.cards()[0]
    card.start_timer()
    assert isinstance(collection.sched, Scheduler)
    states = collection._backend.get_scheduling_states(card.id)  # noqa: SLF001
    answer = collection.sched.build_answer(card=card, states=states, rating=CardAnswer.GOOD)
    collection.sched.answer_card(answer)


def reworded(cards: list[Card]) -> list[Card]:
    """Return a later version, with other words on one card."""
    return [replace(cards[0], front="<p>Asked anew?</p>"), *cards[1:]]


def test_a_later_deck_corrects_words_and_keeps_reviews(
    collection: Collection, index: GuideIndex
) -> None:
    cards = index.cards
    take_in(collection, cards, FIRST)
    reviewed = note_of(collection, cards[0]).cards()[0]
    review(collection, note_of(collection, cards[0]))

    take_in(collection, reworded(cards), LATER)

    note = note_of(collection, cards[0])
    assert note.fields[0] == "<p>Asked anew?</p>"
    assert [card.id for card in note.cards()] == [reviewed.id]
    assert note.cards()[0].reps == 1
    assert collection.note_count() == len(cards)


def test_with_the_same_time_a_correction_would_be_lost(
    collection: Collection, index: GuideIndex
) -> None:
    take_in(collection, index.cards, FIRST)
    take_in(collection, reworded(index.cards), FIRST)

    assert note_of(collection, index.cards[0]).fields[0] == index.cards[0].front


def test_the_package_has_a_deck_for_each_chapter(collection: Collection, index: GuideIndex) -> None:
    take_in(collection, index.cards, FIRST)

    for card in index.cards:
        note = note_of(collection, card)
        assert collection.decks.name(note.cards()[0].did) == card.deck
        assert sorted(note.tags) == sorted(card.tags)
    assert len({card.deck for card in index.cards}) == len(index.guide.chapters)


def test_two_packages_are_the_same_bytes(index: GuideIndex) -> None:
    packages = {deck_package.package(index.cards, FIRST) for _ in range(2)}

    assert len(packages) == 1


def test_anki_reads_the_table_too(collection: Collection, index: GuideIndex) -> None:
    path = Path(collection.path).with_name("deck.tsv")
    path.write_text(recall_cards.table(index.cards), encoding="utf-8")
    metadata = collection.get_csv_metadata(str(path), None)
    collection.import_csv(ImportCsvRequest(path=str(path), metadata=metadata))

    for card in index.cards:
        note = note_of(collection, card)
        assert note.fields == [card.front, card.back]
        assert collection.decks.name(note.cards()[0].did) == card.deck


def test_every_card_shows_paragraph_and_speaker(index: GuideIndex) -> None:
    labels = index.guide.speaker_labels.values()
    for card in index.cards:
        assert "¶" in card.back
        assert any(label in card.back for label in labels)
        kinds = {tag.partition("-")[0] for tag in card.tags}
        assert kinds == {"chapter", "kind", "speaker", "support"}


def test_the_id_of_a_card_outlasts_its_words(index: GuideIndex) -> None:
    questions = index.guide.study.questions
    changed = {
        id_: replace(question, ask="Else?", answer="Else.", why="Else.")
        for id_, question in questions.questions.items()
    }
    study = replace(index.guide.study, questions=replace(questions, questions=changed))
    later = recall_cards.cards(replace(index.guide, study=study), index.evidence)

    assert [card.id for card in later] == [card.id for card in index.cards]
    assert all(card.front != old.front for card, old in zip(later, index.cards, strict=True))


def git(root: Path, *words: str) -> None:
    """Run git in a folder, at one time."""
    subprocess.run(["git", *AUTHOR, *words], cwd=root, check=True, env=os.environ | AT_ONE_TIME)


def test_the_time_is_that_of_the_last_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, other = tmp_path / "asked.yml", tmp_path / "other.yml"
    asked.write_text("one")
    os.utime(asked, (LATER, LATER))

    monkeypatch.delenv(change_time.EPOCH, raising=False)
    assert change_time.changed_at(tmp_path, [asked.name]) == LATER
    monkeypatch.setenv(change_time.EPOCH, "5")
    assert change_time.changed_at(tmp_path, [asked.name]) == 5

    git(tmp_path, "init", "-q")
    git(tmp_path, "add", asked.name)
    git(tmp_path, "commit", "-q", "-m", "ask")
    other.write_text("else")
    assert change_time.changed_at(tmp_path, [asked.name]) == FIRST
    asked.write_text("another")
    os.utime(asked, (LATER, LATER))
    assert change_time.changed_at(tmp_path, [asked.name]) == LATER
