"""Another article through the same hooks, and a reader's own copy woven into its guide."""

import json
import os
import re
import shutil
import subprocess
import sys
from functools import partial
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from annotated.original.normal import compared
from conftest import ROOT, Open, build
from originals import INVENTED, REAL, TEMPLATE
from test_commands import make

WINTER = "chapters/02-winter.html"
TOP_LEVEL = re.compile(r"(?m)^(\w+):.*(?:\n(?:[ #].*|$))*")


def annotate_another(root: Path) -> None:
    """Do what CONTRIBUTING says about another article, in the folder `root`."""
    shutil.copytree(ROOT / "hooks", root / "hooks")
    shutil.copytree(ROOT / "docs" / "assets", root / "docs" / "assets")
    shutil.copytree(TEMPLATE / "docs", root / "docs", dirs_exist_ok=True)
    shutil.copytree(TEMPLATE / "bibliography", root / "bibliography")
    shutil.copy2(ROOT / "pyproject.toml", root)
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for line in TOP_LEVEL.finditer((TEMPLATE / "mkdocs.yml").read_text(encoding="utf-8")):
        config = TOP_LEVEL.sub(partial(_in_place, of=line), config)
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")


def _in_place(match: re.Match[str], of: re.Match[str]) -> str:
    return of[0] if of[1] == match[1] else match[0]


def take(root: Path, article: Path) -> str:
    """Take in a copy of the article, as `make original` does."""
    done = subprocess.run(
        [sys.executable, "-m", "annotated.original", str(article)],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(root / "hooks")},
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return done.stdout


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a guide to the invented article, with a copy of that taken in."""
    root = tmp_path_factory.mktemp("guide")
    annotate_another(root)
    take(root, INVENTED)
    return root


@pytest.fixture(scope="module")
def site(guide: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the built site of that guide, with the copy woven in."""
    folder = tmp_path_factory.mktemp("woven")
    build(guide, folder, WITHOUT_ORIGINAL="")
    return folder


@pytest.fixture(scope="module")
def bare(guide: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the built site of the same guide without the copy."""
    folder = tmp_path_factory.mktemp("bare")
    build(guide, folder)
    return folder


class Originals(HTMLParser):
    """Reads a woven page: the texts of its originals, without what the guide has added."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._inside = self._silent = 0

    def handle_starttag(
        self,
        tag: str,  # noqa: ARG002 - named by the base class
        attrs: list[tuple[str, str | None]],
    ) -> None:
        """Begin a text, or what is ours in it."""
        class_ = dict(attrs).get("class") or ""
        if class_.split(" ")[0] in {"original-text", "original-heading", "original-note"}:
            self._inside = 1
            self.texts.append("")
        elif self._inside:
            self._inside += 1
        ours = class_ in {"margin", "footnote-backref"}
        self._silent += bool(self._silent or ours)

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - named by the base class
        """End it."""
        self._inside -= self._inside > 0
        self._silent -= self._silent > 0

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        if self._inside and not self._silent:
            self.texts[-1] += data


def originals(site: Path) -> list[str]:
    found = Originals()
    for page in sorted((site / "chapters").glob("0*.html")):
        found.feed(page.read_text(encoding="utf-8"))
    return [compared(text) for text in found.texts]


def lost(copy: Path, site: Path) -> list[str]:
    """Return the lines of a copy, but for those named as left out, that the site does not have."""
    woven = originals(site)
    lines = [compared(line) for line in copy.read_text(encoding="utf-8").split("\n")]
    without_number = [re.sub(r"^(?:\d{1,2}|[ab]) (?=\S)", "", line) for line in lines]
    return [line for line in without_number if line and line not in woven]


def test_the_woven_text_is_the_copy_character_for_character(site: Path) -> None:
    assert [line[:40] for line in lost(INVENTED, site)] == [
        "Hallow Isle seen from the north-east (en",
        "Ilse Marrand teaches the history of smal",
        "Substantive Notes",
        "Citations",
        "Stay Informed",
        "Sign up to receive the Ostrel Quarterly ",
        "Sign up",
    ]


@pytest.mark.skipif(not REAL.exists(), reason="no copy of the article lies beside the project")
def test_the_woven_article_is_the_copy_character_for_character(tmp_path: Path) -> None:
    root, folder = tmp_path / "guide", tmp_path / "site"
    root.mkdir()
    for part in ("docs", "bibliography", "hooks", "mkdocs.yml", "pyproject.toml"):
        (root / part).symlink_to(ROOT / part)
    said = take(root, REAL)
    left_out = re.findall(r"(?m)^left out: (.{,60})", said)

    build(root, folder, WITHOUT_ORIGINAL="")

    assert [line[:60] for line in lost(REAL, folder)] == [compared(line) for line in left_out]


def test_another_article_is_built_through_the_same_hooks(bare: Path) -> None:
    text = "".join(page.read_text(encoding="utf-8") for page in bare.rglob("*.html"))

    assert (bare / "places" / "hallow-isle.html").is_file()
    assert 'id="p12"' in text
    assert 'data-entity="heron-lost"' in text
    assert "data-woven" not in text
    assert "noindex" not in text


def test_the_guide_is_the_same_with_and_without_a_copy(site: Path, bare: Path) -> None:
    places = "places/port-velm.html"

    assert (site / places).read_bytes() == (bare / places).read_bytes()
    index = Path("search/search_index.json")
    assert json.loads((site / index).read_text()) == json.loads((bare / index).read_text())


def test_the_build_says_that_it_weaves(guide: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(tmp_path)],
        cwd=guide,
        env={key: value for key, value in os.environ.items() if key != "WITHOUT_ORIGINAL"},
        check=True,
        capture_output=True,
        encoding="utf-8",
    )

    assert "Weaving in 13 paragraphs of your own copy, from original/" in done.stderr


def test_woven_pages_ask_not_to_be_indexed_and_say_what_they_are(open_page: Open) -> None:
    page = open_page(WINTER)

    assert page.locator("head meta[name=robots]").get_attribute("content") == "noindex"
    expect(page.get_by_text("Woven with your own copy, on this machine only.")).to_be_visible()


def faces(page: Page) -> tuple[bool, bool]:
    """Tell whether the original and the retelling of ¶7 can be seen."""
    shown = "e => e.checkVisibility({visibilityProperty: true})"
    original = page.locator(".face:has(#p7) .original-text")
    return bool(original.evaluate(shown)), bool(page.locator("#p7").evaluate(shown))


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("width", [360, 1280])
def test_a_switch_shows_the_original_the_guide_or_both(
    open_page: Open, width: int, *, scripts: bool
) -> None:
    page = open_page(WINTER, width=width, java_script_enabled=scripts)

    assert faces(page) == (True, True)
    page.get_by_label("the original").focus()
    page.keyboard.press("Space")
    assert faces(page) == (True, False)
    page.keyboard.press("ArrowLeft")
    assert faces(page) == (False, True)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_choice_is_remembered(open_page: Open) -> None:
    page = open_page(WINTER)

    page.get_by_label("the original").check()
    page.reload()

    expect(page.get_by_label("the original")).to_be_checked()
    assert faces(page) == (True, False)


def test_both_stand_side_by_side_where_there_is_room_and_one_above_the_other_else(
    open_page: Open,
) -> None:
    box = "e => { const b = e.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]; }"

    def boxes(width: int) -> tuple[list[float], list[float]]:
        face = open_page(WINTER, width=width).locator(".face:has(#p7)")
        return face.locator(".original").evaluate(box), face.locator("#p7").evaluate(box)

    original, guide = boxes(1280)
    assert original[2] < guide[0]
    assert abs(original[1] - guide[1]) < 1
    original, guide = boxes(360)
    assert original[3] <= guide[1]


@pytest.mark.parametrize("face", ["the original", "both", "the guide"])
def test_a_link_to_a_paragraph_leads_there_in_every_mode(open_page: Open, face: str) -> None:
    page = open_page(WINTER)
    page.get_by_label(face).check()

    page.goto(f"{page.url.partition('#')[0]}#p8")

    expect(page.locator(".face:has(#p8)")).to_be_in_viewport()


def test_names_notes_and_hedges_work_in_the_original(open_page: Open) -> None:
    page = open_page(WINTER)
    page.get_by_label("the original").check()
    original = page.locator(".face:has(#p7) .original")

    expect(original.locator('a.place[data-entity="hallow-isle"]')).to_be_visible()
    expect(original.locator('.told a.event[data-entity="heron-lost"]')).to_be_visible()
    page.get_by_label("Whose claim?").check()
    assert original.locator(".voices [aria-hidden]").all_inner_texts() == ["R", "A"]
    page.get_by_label("How sure?").check()
    assert original.locator(".hedge").all_inner_texts() == ["likely"]
    original.locator('a.footnote-ref[href="#fn:10"]').click()
    note = page.locator('li[id="fn:10"]')
    expect(note).to_be_in_viewport()
    expect(note.locator(".original-note")).to_contain_text("“Our Dead.”")
    note.get_by_label("Back to note 10 in your copy").click()
    expect(original).to_be_in_viewport()


def test_editors_notes_stand_in_every_mode(open_page: Open) -> None:
    page = open_page(WINTER)

    for face in ("the original", "both", "the guide"):
        page.get_by_label(face).check()
        expect(page.locator("#p7 + details.editor-notes summary")).to_be_visible()


TITLE = (
    "Ilse Marrand, “The Ferry War of Lake Ostrel,” Ostrel Quarterly Review, Winter 1900, {}, "
    "https://example.org/the-ferry-war"
)
RETOLD = "; retold in “The Ferry War of Lake Ostrel, annotated”, version"
COPY = """() => {
  const range = document.createRange();
  range.setStart(document.querySelector('.face:has(#p%s) .original-text'), 1);
  range.setEndAfter(document.querySelector('%s'));
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  const data = new DataTransfer();
  const event = new ClipboardEvent('copy', {clipboardData: data, bubbles: true, cancelable: true});
  document.querySelector('#p8').dispatchEvent(event);
  return data.getData('text/plain');
}"""


@pytest.mark.parametrize(
    ("face", "end", "reference"),
    [
        ("the original", ".face:has(#p8) .original-text", (TITLE.format("¶7–8"))),
        ("both", ".face:has(#p7) .original-text", TITLE.format("¶7")),
        ("both", "#p7", TITLE.format("¶7") + "; " + TITLE.format("¶7") + RETOLD),
    ],
)
def test_what_is_copied_keeps_its_reference(
    open_page: Open, face: str, end: str, reference: str
) -> None:
    page = open_page(WINTER)
    page.get_by_label(face).check()

    copied = page.evaluate(COPY % ("7", end))

    assert "the ferry Heron struck" in copied
    assert f"\n\n{reference}" in copied


def test_both_are_printed_as_facing_columns(open_page: Open) -> None:
    page = open_page(WINTER)

    page.emulate_media(media="print")

    left = "e => e.getBoundingClientRect().left"
    face = page.locator(".face:has(#p8)")
    assert face.locator(".original").evaluate(left) < page.locator("#p8").evaluate(left) - 100
    expect(page.get_by_label("both")).to_be_hidden()


def test_no_id_stands_twice_and_every_fragment_is_there(site: Path) -> None:
    for page in (site / "chapters").glob("0*.html"):
        text = page.read_text(encoding="utf-8")
        ids = re.findall(r'\sid="([^"]+)"', text)
        assert len(ids) == len(set(ids)), page.name
        assert set(re.findall(r'href="#([^"]+)"', text)) <= set(ids), page.name


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """Return a folder with the Makefile and an environment, and nothing woven yet."""
    shutil.copy2(ROOT / "Makefile", tmp_path)
    shutil.copy2(ROOT / "requirements.txt", tmp_path)
    (tmp_path / ".venv").symlink_to(ROOT / ".venv")
    (tmp_path / "hooks").symlink_to(ROOT / "hooks")
    return tmp_path


def test_nothing_is_published_beside_a_copy(published: Path, guide: Path) -> None:
    assert make(published, "unwoven").returncode == 0
    shutil.copytree(guide / "original", published / "original")

    done = make(published, "unwoven")

    assert done.returncode != 0
    assert "original:1: your own copy of the article lies here" in done.stderr
    assert "[original-would-be-published]" in done.stderr


def test_no_woven_site_is_published(published: Path, site: Path, bare: Path) -> None:
    (published / "site").symlink_to(bare)
    assert make(published, "unwoven").returncode == 0
    (published / "site").unlink()
    shutil.copytree(site, published / "site")

    done = make(published, "unwoven")

    assert done.returncode != 0
    assert "site/chapters/02-winter.html:1: this page has your own copy" in done.stderr
