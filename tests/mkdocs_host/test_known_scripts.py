"""What may run on a page is a fixed list: any other script stops the build and is named."""

import re
from pathlib import Path

import pytest

from annotated.mkdocs_host import known_scripts
from annotated.mkdocs_host.theme_fixes import unindented
from annotated.safety import content_security_policy
from conftest import ROOT, build, change
from guides import annotate_another

PAGE = '<html><head><meta charset="utf-8"><title>A</title></head><body>{}</body></html>'


def script_of(template: Path) -> str:
    match = re.search("<script>.*</script>", template.read_text(encoding="utf-8"), re.DOTALL)
    assert match
    return unindented(match[0])


TEMPLATE = ROOT / "theme" / "main.html"
FIRST = script_of(TEMPLATE).replace('{{ "assets/fonts" | url }}', "assets/fonts")


@pytest.mark.parametrize(
    "script",
    [
        FIRST,
        FIRST.replace("assets/", "../assets/"),
        FIRST.replace("assets/", "/a-guide/assets/"),
    ],
)
def test_a_known_script_is_let_in_by_its_hash(script: str) -> None:
    added = known_scripts.add_policy(PAGE.format(script))

    text = script.partition(">")[2].removesuffix("</script>")
    assert f"'sha256-{content_security_policy.script_hash(text)}'" in added
    assert added.count("sha256-") == 1


@pytest.mark.parametrize(
    "script",
    [
        '<script src="../assets/a-b.min.js" defer></script>',
        '<script defer src="/a/b/assets/map/map.js"></script>',
        '<script src="assets/javascripts/bundle.a5f9d56c.min.js"></script>',
    ],
)
def test_a_script_of_the_assets_needs_no_hash(script: str) -> None:
    assert "sha256-" not in known_scripts.add_policy(PAGE.format(script))


@pytest.mark.parametrize(
    "script",
    [
        "<script>a()</script>",
        "<SCRIPT type='module' >a()</SCRIPT\n>",
        FIRST.replace("</script>", ";a()</script>"),
        FIRST.replace("<script>", "<script type=module>"),
        FIRST.replace("`assets/", "`${a()}assets/"),
        f"{FIRST}<script>a()",
        f"<script><script>{FIRST}",
        '<script src="https://evil.example/assets/a.js"></script>',
        '<script src="//evil.example/assets/a.js"></script>',
        '<script src="../assets/../x.js"></script>',
        '<script src="../x/a.js"></script>',
        '<script src="../assets/a.js">a()</script>',
        '<script data-src="../assets/a.js">a()</script>',
        '<script id="__config" type="application/json">{}</script>',
        '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
        '<META name="author" content="3;url=https://evil.example/" http-equiv="refresh">',
    ],
)
def test_a_script_that_is_not_known_is_refused(script: str) -> None:
    with pytest.raises(ValueError, match="the page would hold"):
        known_scripts.add_policy(PAGE.format(script))


@pytest.mark.slow
def test_a_script_that_is_not_known_stops_the_build_and_its_page_is_named(tmp_path: Path) -> None:
    annotate_another(tmp_path)
    change(tmp_path / "theme" / "main.html", "<title>", "<script>a()</script><title>")

    with pytest.raises(AssertionError, match=r"index\.md: the page would hold a script that"):
        build(tmp_path, tmp_path / "built")
