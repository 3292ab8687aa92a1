"""One style sheet and one script in place of many: nothing of them is lost."""

import re
from pathlib import Path

import pytest

from annotated.mkdocs_host.files import (
    JOINED_PARTS,
    JOINED_SCRIPT,
    JOINED_SHEET,
    parts_of,
    sent_script,
    sent_sheet,
)
from conftest import ROOT, Open

ASSETS = ROOT / "docs" / "assets"
LISTED = r"^  - (?:path: )?(assets/[\w/-]+\.{})$"


@pytest.mark.parametrize(("joined", "ending"), [(JOINED_SHEET, "css"), (JOINED_SCRIPT, "js")])
def test_the_files_of_every_page_are_one_in_their_order(
    site: Path, joined: str, ending: str
) -> None:
    text = (site / joined).read_text(encoding="utf-8")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("extra_css:")[2]
    listed = re.findall(LISTED.format(ending), settings, re.MULTILINE)
    typed = [path for path in listed if (ROOT / "docs" / path).exists()]

    texts = [(ROOT / "docs" / path).read_text(encoding="utf-8") for path in typed]
    shortened = sent_sheet if ending == "css" else sent_script
    places = [text.index(shortened(sheet)) for sheet in texts]

    assert len(typed) > 5
    assert places == sorted(places)
    assert not any((site / path).exists() for path in listed)


def test_the_sheets_of_some_pages_are_joined_in_their_order(site: Path) -> None:
    for sheet, names in JOINED_PARTS.items():
        texts = [
            (ROOT / "docs" / path).read_text(encoding="utf-8") for path in parts_of(sheet, names)
        ]
        assert (site / sheet).read_text(encoding="utf-8") == "\n".join(map(sent_sheet, texts))

    # Every sheet of these folders is a part of a joined one, once.
    parts = [path for joined in JOINED_PARTS.items() for path in parts_of(*joined)]
    typed = [path for folder in ("front", "map") for path in (ASSETS / folder).glob("*.css")]
    assert sorted(ROOT / "docs" / path for path in parts) == sorted(typed)


def test_a_shortened_sheet_says_the_same(open_page: Open) -> None:
    page = open_page("about/index.html")
    # A browser keeps a value that holds a variable as it is typed.
    rules = """text => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      const inOneLine = (text) => text.replace(/\\s+/g, " ").replace(/ ?([(),]) ?/g, "$1");
      const plain = (text) => inOneLine(text).replace(/(?<![\\d.])0(?=\\.\\d)/g, "");
      return [...sheet.cssRules].map((rule) => plain(rule.cssText));
    }"""

    for path in ASSETS.rglob("*.css"):
        typed = path.read_text(encoding="utf-8")
        assert page.evaluate(rules, sent_sheet(typed)) == page.evaluate(rules, typed), path


def test_a_shortened_script_keeps_the_ends_of_its_lines_where_they_say_something() -> None:
    typed = "const a = [\n  1,\n  2,\n];\nlet b\nlet c = a // (\n  .length;\nif (b)\n  c = 'x, y'\n"

    assert sent_script(typed) == (
        "const a = [1,2,];let b\nlet c = a // (\n.length;if (b)\nc = 'x, y'\n"
    )


def test_a_page_asks_for_one_script_and_one_sheet(site: Path) -> None:
    page = (site / "about/index.html").read_text(encoding="utf-8")

    assert re.findall(r'<script\b[^>]*\bsrc="([^"]+)"', page) == [f"../{JOINED_SCRIPT}"]
    assert re.findall(r'<link rel="stylesheet" href="([^"]+)"', page) == [f"../{JOINED_SHEET}"]


def test_the_theme_stands_at_the_head_of_the_sheet_and_brings_no_script(site: Path) -> None:
    sheet = (site / JOINED_SHEET).read_text(encoding="utf-8")
    theme, own = sheet.split("\n@font-face", 1)

    assert ".md-typeset{" in theme
    assert "[data-md-color-scheme=slate]{" in theme
    assert "fonts/literata" in own
    assert not (site / "assets" / "stylesheets").exists()
    assert not (site / "assets" / "javascripts").exists()


def test_only_a_sheet_beside_the_joined_one_names_an_address() -> None:
    deeper = (path for path in ASSETS.rglob("*.css") if path.parent != ASSETS)

    assert [path for path in deeper if "url(" in path.read_text(encoding="utf-8")] == []


# With scripts off nothing changes but by a click.
WITHOUT_SCRIPTS = re.compile(r"@media \(scripting: none\) \{.*?\n\}", re.DOTALL)
ASKS_THE_PAGE = re.compile(
    r"(?:^|[\s,}])(?:body|html|:root|\.md-typeset|\.md-content)(?:[.#\[:][\w-]*)*:has\("
)


def test_no_style_asks_the_whole_page_what_it_holds(site: Path) -> None:
    """A browser answers that again at every change of the page, for each element concerned."""
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    listed = re.findall(LISTED.format("css"), settings, re.MULTILINE)
    typed = [ROOT / "docs" / path for path in listed if (ROOT / "docs" / path).exists()]
    own = [*typed, site / "assets" / "map" / "months.css", *ASSETS.glob("map/*.css")]
    own += ASSETS.glob("time*.css")
    sheets = {path.name: WITHOUT_SCRIPTS.sub("", path.read_text(encoding="utf-8")) for path in own}

    assert len(sheets) > 20
    assert [name for name, sheet in sheets.items() if ASKS_THE_PAGE.search(sheet)] == []
