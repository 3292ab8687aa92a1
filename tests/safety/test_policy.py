"""The policy of every page: first in its head, and as narrow as the page allows."""

from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest

from annotated.safety import content_security_policy

NAME = "Content-Security-Policy"
PAGE = '<html><head><meta charset="utf-8"><title>A</title></head><body>{}</body></html>'


class Elements(HTMLParser):
    """Reads a page: its elements with their attributes, and the text of its scripts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self._in_script = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the element."""
        given = dict(attrs)
        self.found.append((tag, given))
        self._in_script = tag == "script" and "src" not in given

    def handle_data(self, data: str) -> None:
        """Keep the text of a script."""
        if self._in_script:
            self.scripts.append(data)

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - named by the base class
        """Leave it."""
        self._in_script = False


def hashed(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def sources(content: str) -> dict[str, list[str]]:
    return {name: rest for name, *rest in (rule.split() for rule in content.split(";"))}


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Elements]:
    found = sorted(site.rglob("*.html"))
    return {str(path.relative_to(site)): Elements(path.read_text("utf-8")) for path in found}


def test_every_page_has_its_policy_before_all_that_it_rules(pages: dict[str, Elements]) -> None:
    assert "404.html" in pages
    for path, page in pages.items():
        (html, _), (head, _), (_, charset), (_, meta) = page.found[:4]
        assert (html, head, charset) == ("html", "head", {"charset": "utf-8"}), path
        assert meta["http-equiv"] == NAME, path


def test_every_inline_script_and_no_other_is_named_by_its_hash(pages: dict[str, Elements]) -> None:
    for path, page in pages.items():
        named = sources(page.found[3][1]["content"] or "")["script-src"]
        assert page.scripts, path
        assert {*named} == {"'self'", "file:", *map(hashed, page.scripts)}, path


def test_no_host_no_eval_and_nothing_inline_is_allowed(pages: dict[str, Elements]) -> None:
    for path, page in pages.items():
        rules = sources(page.found[3][1]["content"] or "")
        assert rules["default-src"] == ["'none'"], path
        named = {source for rest in rules.values() for source in rest}
        plain = {source for source in named if not source.startswith("'sha256-")}
        assert plain == {"'none'", "'self'", "file:", "data:"}, path


def test_no_page_has_what_its_policy_refuses(pages: dict[str, Elements]) -> None:
    for path, page in pages.items():
        for tag, attributes in page.found:
            assert tag != "style", path
            assert "style" not in attributes, (path, tag, attributes)
            assert not [name for name in attributes if name.startswith("on")], path
            assert not (attributes.get("href") or "").startswith("javascript:"), path


def test_a_page_that_does_not_begin_with_its_charset_is_refused() -> None:
    with pytest.raises(ValueError, match="charset"):
        content_security_policy.add("<html><head></head></html>", ())
