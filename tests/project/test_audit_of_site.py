"""What `make audit` asks of the built site, as far as it can be seen without Node and Java."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from mkdocs.utils import get_theme_dir

from annotated.core.html_tokenizer import Token, tokens
from annotated.mkdocs_host.theme_fixes import CORRECTIONS, Correction, corrected
from conftest import ROOT

OBSOLETE = {"align", "bgcolor", "border", "cellpadding", "cellspacing", "valign"}
HEADING = re.compile(r"h([1-6])")
# What is no markup.
CODE = re.compile(r"<(script|style)\b.*?</\1>", re.DOTALL)


@pytest.fixture(scope="module")
def tags(site: Path) -> dict[str, list[Token]]:
    """Return the opening tags of every page."""
    return {
        path.relative_to(site).as_posix(): [
            token
            for token in tokens(path.read_text(encoding="utf-8"))
            if token.name and not token.closing
        ]
        for path in sorted(site.rglob("*.html"))
    }


@pytest.fixture(scope="module")
def templates() -> list[str]:
    """Return the templates of the theme, as it is shipped, and one of its drawings."""
    folder = Path(get_theme_dir("material"))
    paths = [*sorted(folder.glob("*.html")), folder / ".icons" / "material" / "magnify.svg"]
    return [path.read_text(encoding="utf-8") for path in paths]


@pytest.mark.parametrize("correction", CORRECTIONS, ids=lambda one: one.why)
def test_the_theme_still_needs_the_correction(templates: list[str], correction: Correction) -> None:
    before = CORRECTIONS[: CORRECTIONS.index(correction)]
    assert any(correction.wrong.search(corrected(template, before)) for template in templates)


@pytest.mark.parametrize("correction", CORRECTIONS, ids=lambda one: one.why)
def test_no_page_has_what_was_corrected(site: Path, correction: Correction) -> None:
    pages = site.rglob("*.html")

    found = [page for page in pages if correction.wrong.search(page.read_text(encoding="utf-8"))]

    assert found == []


def test_no_name_is_given_twice_on_a_page(tags: dict[str, list[Token]]) -> None:
    twice = [
        (path, name)
        for path, here in tags.items()
        for name, count in Counter(statement.attribute("id") for statement in here).items()
        if name and count > 1
    ]

    assert twice == []


def unclosed(page: str) -> list[str]:
    """Return the tags that do not close what was opened last, and those that nothing closes."""
    open_, wrong = list[Token](), list[str]()
    for token in tokens(CODE.sub("", page)):
        if token.opens and not token.raw.endswith("/>"):
            open_.append(token)
        elif token.closing and open_ and open_[-1].name == token.name:
            open_.pop()
        elif token.closing:
            wrong.append(token.raw)
    return [*wrong, *(token.raw for token in open_)]


def test_every_element_is_closed_by_its_own_tag(site: Path) -> None:
    assert unclosed("<ul><li>a<li>b</ul>") == ["</ul>", "<ul>", "<li>", "<li>"]
    pages = site.rglob("*.html")

    found = {path.name: unclosed(path.read_text(encoding="utf-8"))[:3] for path in pages}

    assert {path: tags for path, tags in found.items() if tags} == {}


def test_what_a_label_is_for_is_on_the_page(tags: dict[str, list[Token]]) -> None:
    lost = [
        (path, statement.raw)
        for path, here in tags.items()
        for statement in here
        if statement.name == "label" and statement.attribute("for")
        if statement.attribute("for") not in {other.attribute("id") for other in here}
    ]

    assert lost == []


def test_no_heading_skips_a_level(tags: dict[str, list[Token]]) -> None:
    skipped = []
    for path, here in tags.items():
        levels = [
            int(found[1]) for statement in here if (found := HEADING.fullmatch(statement.name))
        ]
        steps = zip([0, *levels], levels, strict=False)
        skipped += [path for above, level in steps if level > above + 1]

    assert skipped == []


def test_no_attribute_is_obsolete(tags: dict[str, list[Token]]) -> None:
    old = [
        (path, statement.raw)
        for path, here in tags.items()
        for statement in here
        if any(statement.attribute(name) for name in OBSOLETE)
    ]

    assert old == []


def test_every_page_describes_itself_in_its_own_words(tags: dict[str, list[Token]]) -> None:
    said = {
        path: [
            statement.attribute("content")
            for statement in here
            if statement.attribute("name") == "description"
        ]
        for path, here in tags.items()
    }

    assert [path for path, words in said.items() if len(words) != 1 or not words[0]] == []
    counted = Counter(words[0] for words in said.values())
    assert [words for words, count in counted.items() if count > 1] == []


def test_the_lock_of_the_audit_names_no_host() -> None:
    text = (ROOT / "tests" / "audit" / "package-lock.json").read_text(encoding="utf-8")
    packages = json.loads(text)["packages"]

    assert "://" not in text
    assert '"resolved"' not in text
    assert [name for name, one in packages.items() if name and "integrity" not in one] == []
