"""The text in every engine: remarks beside it, lenses that move nothing, copying, printing."""

import base64
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from engine_page import EnginePage
from pages import CHAPTER, CHAPTERS
from selecting import FIELD, LENSES, SELECT, SWITCH, WORDS_OF

DRIFT = """
return [...document.querySelectorAll(".beside")].map((block) => {
  const above = block.previousElementSibling;
  const text = above.matches("p") ? above : above.querySelector("p[id]");
  return Math.abs(block.getBoundingClientRect().top - text.getBoundingClientRect().top);
});"""
LETTERS = """
return [...document.querySelectorAll("p[id] a, p[id] span[data-who], p[id]")].map((one) => {
  const { left, top, width, height } = one.getBoundingClientRect();
  return [left, top + scrollY, width, height].map((side) => Math.round(side * 10) / 10);
});"""
WORD = re.compile(
    r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_no_block_of_remarks_drifts_at_any_width(
    page: EnginePage, site: Path, chapter: str
) -> None:
    page.open_file(site, chapter)
    for width in (1220, 1280, 1440, 1920):
        page.resize(width, 800)
        page.settle()
        drifts = page.run(DRIFT)
        assert drifts
        assert max(drifts) == 0, width


def test_a_lens_moves_no_letter(page: EnginePage, site: Path) -> None:
    page.open_file(site, CHAPTER)
    plain = page.run(LETTERS)
    assert len(plain) > 100

    for lens in LENSES[1:]:
        page.run(f"({SWITCH})(arguments[0])", lens)
        page.settle()
        assert page.run(LETTERS) == plain, lens


def test_what_is_copied_is_the_words_alone(page: EnginePage, site: Path) -> None:
    page.open_file(site, CHAPTER)
    for lens in LENSES:
        page.run(f"({SWITCH})(arguments[0])", lens)
        for paragraph in ("p6", "p8", "p12", "p20"):
            words = page.run(f"return ({WORDS_OF})(arguments[0])", paragraph)
            assert page.run(f"return ({SELECT})(arguments[0])", paragraph) == words, lens

    page.press("Control", "c")
    page.run(f"({FIELD})(); document.getElementById('pasted').focus()")
    page.press("Control", "v")
    page.wait("return document.getElementById('pasted').value")
    pasted = page.run("return document.getElementById('pasted').value")
    assert " ".join(pasted.split()) == words


@pytest.mark.parametrize("width", [900, 1280, 1920])
def test_no_words_are_printed_over_others(
    page: EnginePage, site: Path, tmp_path: Path, width: int
) -> None:
    page.open_file(site, CHAPTER, width=width)
    paper = tmp_path / "chapter.pdf"
    paper.write_bytes(base64.b64decode(page.print()))

    told = subprocess.run(
        ["pdftotext", "-bbox", str(paper), "-"], check=True, capture_output=True, encoding="utf-8"
    ).stdout

    sheets = told.split("<page ")[1:]
    assert len(sheets) > 5
    assert [pair for sheet in sheets for pair in covered(WORD.findall(sheet))] == []


def covered(words: list[tuple[str, ...]]) -> list[tuple[str, str]]:
    """Return pairs of words of a sheet that cover one another by a third of the smaller."""
    boxes = sorted((Box(*map(float, word[:4])), word[4]) for word in words if word[4].isascii())
    pairs = []
    for index, (box, text) in enumerate(boxes):
        for other, other_text in boxes[index + 1 :]:
            if other.left >= box.right:
                break
            if box.shared(other) > min(box.size, other.size) / 3:
                pairs.append((text, other_text))
    return pairs


@dataclass(frozen=True, order=True)
class Box:
    """The place of a word on a sheet."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def size(self) -> float:
        """Return its area."""
        return (self.right - self.left) * (self.bottom - self.top)

    def shared(self, other: "Box") -> float:
        """Return the area that both cover."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(width, 0) * max(height, 0)
