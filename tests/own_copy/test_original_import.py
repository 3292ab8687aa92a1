"""A reader's own copy, in whatever form, is cut into its paragraphs and notes without a loss."""

from collections import Counter

import pytest

import renderings
from annotated.own_copy import copy_store
from annotated.own_copy.copy_model import Copy
from annotated.own_copy.copy_text import NOTE_MARK
from originals import INVENTED, TEMPLATE, Article, article, compared

FORMS = ("plain", "page", "printed", "printed side by side")


def rendered(form: str, copy: Copy, plain: str) -> str:
    if form == "page":
        return renderings.web_page(copy)
    if form.startswith("printed"):
        return renderings.printed(copy, side_by_side="side" in form)
    return plain


def same(text: str) -> str:
    """Return a text as printed copies are compared: hyphens may be those of line ends."""
    return compared(text).replace("-", "")


@pytest.mark.parametrize("form", FORMS)
def test_every_paragraph_every_mark_and_every_note_is_found(sample: Article, form: str) -> None:
    whole = sample.copy()

    copy, problems = sample.read(rendered(form, whole, sample.path.read_text(encoding="utf-8")))

    assert problems == []
    assert list(copy.paragraphs) == sorted(sample.known.paragraphs)
    marks = [label for text in copy.paragraphs.values() for label in NOTE_MARK.findall(text)]
    assert marks == sample.labels
    assert sorted(copy.notes) == sorted(sample.labels)
    assert copy.headings == whole.headings


@pytest.mark.parametrize("form", FORMS)
def test_no_character_differs_from_form_to_form(sample: Article, form: str) -> None:
    whole = sample.copy()
    as_compared = same if form.startswith("printed") else compared

    copy, _ = sample.read(rendered(form, whole, sample.path.read_text(encoding="utf-8")))

    for known, found in ((whole.paragraphs, copy.paragraphs), (whole.notes, copy.notes)):
        assert {key: as_compared(text) for key, text in found.items()} == {
            key: as_compared(text) for key, text in known.items()
        }


def test_every_line_of_a_copy_is_kept_or_named_as_left_out(sample: Article) -> None:
    copy = sample.copy()
    lines = sample.path.read_text(encoding="utf-8").split("\n")

    kept = [*copy.paragraphs.values(), *copy.headings.values(), *copy.left_out]
    kept += [f"{label} {note}" for label, note in copy.notes.items()]

    assert Counter(map(compared, kept)) == Counter(compared(line) for line in lines if line.strip())


def test_the_files_keep_every_character(sample: Article) -> None:
    copy = sample.copy()

    again = copy_store.from_files(copy_store.to_files(copy, sample.chapters))

    assert again == Copy(copy.paragraphs, copy.headings, copy.notes)


def test_what_markdown_would_take_as_its_own_survives() -> None:
    odd = ["1. `a` *b* _c_ [d] {e} <f> & ~g~ \\h|", "# no heading", "- no item", "2) none", "> i"]
    chapters = article(TEMPLATE, INVENTED).chapters
    text = {p.number: odd[p.number % 5] for chapter in chapters for p in chapter.paragraphs}

    again = copy_store.from_files(copy_store.to_files(Copy(text), chapters))

    assert again.paragraphs == text


def test_a_page_gives_its_text_its_emphasis_and_nothing_else() -> None:
    sample = article(TEMPLATE, INVENTED)
    page = renderings.web_page(sample.copy()).replace("Velm Courier", "<em>Velm Courier</em>")

    copy, problems = sample.read(page.replace("no one", "<b onclick='x()'>no</b> <img src=x> one"))

    assert problems == []
    files = "".join(copy_store.to_files(copy, sample.chapters).values())
    assert "The *Velm Courier* carried" in files
    assert "told no one" in " ".join(files.split())
    assert not {"<", "script", "onclick", "stolen", "Subscribe"} & set(files.split())
    assert "<" not in files


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig", "cp1252"])
def test_other_encodings_are_read(encoding: str) -> None:
    sample = article(TEMPLATE, INVENTED)
    text = INVENTED.read_text(encoding="utf-8")

    copy, problems = sample.read(text.replace("\n", "\r\n").encode(encoding))

    assert problems == []
    assert copy == sample.copy()


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009", "\u3000"])
def test_no_break_spaces_throughout_are_spaces(space: str) -> None:
    sample = article(TEMPLATE, INVENTED)

    copy, problems = sample.read(INVENTED.read_text(encoding="utf-8").replace(" ", space))

    assert problems == []
    assert copy == sample.copy()


def test_no_break_spaces_here_and_there_are_kept() -> None:
    sample = article(TEMPLATE, INVENTED)
    text = INVENTED.read_text(encoding="utf-8")

    copy, problems = sample.read(text.replace("it.”2 a  The", "it.”2\u00a0a\u00a0 The\u00a0"))

    assert problems == []
    assert "The\u00a0 Velm" in copy.paragraphs[1]


@pytest.mark.parametrize("end", ["\r", "\v", "\u2028", "\u2029", "\x85"])
def test_every_end_of_a_line_ends_it(end: str) -> None:
    sample = article(TEMPLATE, INVENTED)

    copy, problems = sample.read(INVENTED.read_text(encoding="utf-8").replace("\n", end))

    assert problems == []
    assert copy.paragraphs == sample.copy().paragraphs


def test_what_stands_between_is_left_out_and_said() -> None:
    sample = article(TEMPLATE, INVENTED)
    text = INVENTED.read_text(encoding="utf-8")
    teaser = "“We were nine in the boat and none of us spoke. The man at the bow counted the bells"
    odd = text.replace(
        "The Board answered", f"Share\n\n{teaser}\n\nAd: 3 for 2\n\nThe Board answered"
    )

    copy, problems = sample.read(f"{teaser}\n\n{odd}")

    assert problems == []
    assert copy.paragraphs == sample.copy().paragraphs
    assert {"Share", teaser, "Ad: 3 for 2"} <= set(copy.left_out)


def test_paragraphs_are_found_where_lines_run_together() -> None:
    sample = article(TEMPLATE, INVENTED)
    text = INVENTED.read_text(encoding="utf-8")
    together = text.replace(
        "than it had ever earned from it.\n\nWhat", "than it had ever earned from it. What"
    )
    apart = together.replace("The Ferrymen’s League called", "\nThe Ferrymen’s League called")

    copy, problems = sample.read(apart)

    assert problems == []
    assert {number: compared(text) for number, text in copy.paragraphs.items()} == {
        number: compared(text) for number, text in sample.copy().paragraphs.items()
    }


def test_a_word_more_or_less_is_said_and_kept() -> None:
    sample = article(TEMPLATE, INVENTED)
    text = INVENTED.read_text(encoding="utf-8").replace("No oar was idle.", "No oar was ever idle.")

    copy, problems = sample.read(text)

    assert problems == []
    assert "was ever idle" in copy.paragraphs[2]
    assert copy.remarks == ("¶2 has 67 words in your copy, 66 are expected.",)
