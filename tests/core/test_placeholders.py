"""Placeholders: each registered once, and generated HTML out of reach until it is restored."""

import re
from itertools import chain

from annotated.core import placeholders
from conftest import ROOT

PRIVATE_USE = re.compile(r"\\u[eE][0-9a-fA-F]{3}|[\ue000-\uf8ff]")
REGISTRY = ROOT / "hooks/annotated/core/placeholders.py"


def characters() -> list[str]:
    """Return the value of every constant of the registry that is one private character."""
    values = (value for name, value in vars(placeholders).items() if name.isupper())
    texts = chain.from_iterable(value if isinstance(value, tuple) else [value] for value in values)
    return [text for text in texts if isinstance(text, str) and PRIVATE_USE.fullmatch(text)]


def test_no_two_placeholders_are_the_same() -> None:
    attributes = [element.attribute for element in placeholders.ELEMENTS]

    assert len(characters()) > 1
    for values in (characters(), attributes):
        assert sorted(values) == sorted(set(values))


def test_every_private_character_is_reserved() -> None:
    assert re.fullmatch(f"[{placeholders.RESERVED}]+", "".join(characters()))


def test_only_the_registry_assigns_private_characters() -> None:
    paths = [path for path in ROOT.glob("hooks/**/*.py") if path != REGISTRY]
    # The ranges of what is refused in content.
    paths.remove(ROOT / "hooks/annotated/core/unicode_safety.py")

    assert [path for path in paths if PRIVATE_USE.search(path.read_text(encoding="utf-8"))] == []


def test_generated_html_is_stashed_and_restored() -> None:
    script = '<script src="../assets/map.js" defer></script>'
    html = "<p>\n\n</p>"
    markdown = f"a\n\n{placeholders.raw_html(html)}\n\n{script}\n"

    stashed, blocks = placeholders.stash(markdown)

    assert blocks == [html, script]
    assert "<p>" not in stashed
    assert "script" not in stashed
    assert placeholders.restore(stashed, blocks) == f"a\n\n{html}\n\n{script}\n"


def test_a_page_without_generated_html_stays_as_it_is() -> None:
    assert placeholders.stash("a\n<b>") == ("a\n<b>", [])
    assert placeholders.restore('<div data-stashed="0"></div>', []) == ""


def test_an_id_in_generated_html_is_named_where_links_to_it_are_checked() -> None:
    html = '<p id="date-2014">\n</p>'

    stashed, blocks = placeholders.stash(placeholders.raw_html(html, "date-2014"))

    assert blocks == [html]
    assert ' id="date-2014"' in stashed
    assert placeholders.restore(stashed, blocks) == html
