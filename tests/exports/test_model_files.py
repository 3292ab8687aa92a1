"""Files for readers with a language model: every statement with its speaker, every remark."""

import re
from collections.abc import Mapping
from posixpath import dirname, join, normpath

import pytest

from annotated.content.release import Release
from annotated.site import generated_files, model_files
from annotated.site.guide_index import GuideIndex
from annotated.site.urls import SiteUrls

LINK = re.compile(r"\]\(([^()\s]*)\)|<((?:\.\./|https?:)[^<>\s]*)>")
ROOT = "https://host.invalid/guide/"


@pytest.fixture(scope="module")
def made(index: GuideIndex, urls: SiteUrls) -> dict[str, str]:
    """Return the text of each file by its path."""
    return {path: text() for path, text in model_files.files(index, urls, Release())}


@pytest.fixture(scope="module")
def chapters(made: Mapping[str, str]) -> str:
    return "\n".join(text for path, text in made.items() if path.endswith(".md"))


def test_each_statement_is_told_once_behind_its_id_and_its_speaker(
    index: GuideIndex, chapters: str
) -> None:
    lines = [line for line in chapters.split("\n") if re.match(r"- (p\d+|n[a-z])-s\d+", line)]

    assert lines == [
        f"- {part.id}, {index.guide.speaker_labels[part.speaker]}: {part.text}"
        + "".join(f" [note {note}]" for note in part.notes)
        for path in index.chapters
        for part in index.parts_of[path]
    ]


def test_each_remark_is_told_with_how_sure_it_is(index: GuideIndex, chapters: str) -> None:
    for remark in index.guide.remarks:
        assert " ".join(remark.body.split()) in chapters, remark.id
        assert f"remark-{remark.id}>)" in chapters, remark.id


def test_each_chapter_says_at_its_head_that_it_is_no_copy(
    index: GuideIndex, made: Mapping[str, str]
) -> None:
    assert len(made) == 1 + len(index.chapters)
    for path, text in made.items():
        assert "A retelling of" in text[:400], path
        assert "not the article" in text[:600], path


@pytest.mark.parametrize("root", ["", ROOT])
def test_each_link_leads_to_a_file_or_anchor_of_the_guide(
    index: GuideIndex, urls: SiteUrls, root: str
) -> None:
    there = SiteUrls.locate(index, urls.pages, root)
    known = {path for path, _ in generated_files.files(index, urls, Release())}
    known |= {*urls.pages.values(), *urls.anchors.values()}
    known |= {f"sources/audit.html#remark-{remark.id}" for remark in index.guide.remarks}

    for path, text in model_files.files(index, there, Release()):
        links = [first or second for first, second in LINK.findall(text())]
        own = [link for link in links if link.startswith(root) and not link.startswith("http")]
        own += [link for link in links if root and link.startswith(root)]
        assert own
        for link in own:
            whole = link.removeprefix(root) if root else normpath(join(dirname(path), link))
            assert whole in known, (path, link)
