"""Whatever changes in the content, the steps that are kept give what they would give anew.

One field after another of a small project is changed. A step that reads what is not among its
inputs would not be run again, and its page would stay as it was.
"""

import re
from collections.abc import Iterator, Mapping

import pytest

from annotated.content import site_config
from annotated.core.build_cache import BuildCache
from annotated.site import build
from annotated.site.check import Check
from checked import CONFIG
from hostile import BASE

FIELD = re.compile(r"^( *(?:- )?\w+:) +[^\s\[{>|].*$", re.MULTILINE)
SENTENCE = re.compile(r"^(?!#|---|\s*[-{|!\[])\w.*\w\.$", re.MULTILINE)
SETTINGS = site_config.read(CONFIG)
CACHE = BuildCache()


def pages(texts: Mapping[str, str], cache: BuildCache) -> dict[str, str]:
    """Return every page and generated file, with the cards of the page."""
    index, _ = build.read(texts, {}, cache)
    check = Check(index, SETTINGS, ())
    check.run()
    found = {path: check.build.fill(path) for path in check.rendered}
    found = {path: check.build.complete(path, f"{html}</body>") for path, html in found.items()}
    return found | {path: text() for path, text in check.build.generated_files()}


def changes() -> Iterator[tuple[str, str]]:
    """Yield each file of the project with one value or sentence changed."""
    for path, text in BASE.items():
        if path.endswith((".md", ".yml")):
            head, _, body = text.partition("\n---\n") if text.startswith("---") else (text, "", "")
            for match in FIELD.finditer(head):
                yield path, _with(text, match, f"{match[1]} {_other(match)}")
            for match in [*SENTENCE.finditer(text, len(head))][:1] if body else []:
                yield path, _with(text, match, f"{match[0]} Newly written.")


def _other(match: re.Match[str]) -> str:
    value = match[0].removeprefix(match[1]).strip()
    return value[:-1] + 'x"' if value.endswith('"') else f"{value}x"


def _with(text: str, match: re.Match[str], words: str) -> str:
    return text[: match.start()] + words + text[match.end() :]


CHANGES = list(changes())


@pytest.mark.slow
@pytest.mark.parametrize("number", range(len(CHANGES)))
def test_what_is_kept_is_what_would_be_made_anew(number: int) -> None:
    path, text = CHANGES[number]
    changed = {**BASE, path: text}
    pages(BASE, CACHE)

    assert pages(changed, CACHE) == pages(changed, BuildCache()), path
