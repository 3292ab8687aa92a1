"""Sheet of the theme, cut down: what may apply to a page stays, in its order."""

from pathlib import Path

import pytest

from annotated.core.build_cache import BuildCache
from annotated.mkdocs_host.theme_styles import END, classes_of, trim_file, trimmed

KNOWN = {"a", "b-c"}
SHEETS = {
    ".a{x:y}.d{x:y}.b-c{x:z}": ".a{x:y}.b-c{x:z}",
    ".a,.d,.a .b-c>p{x:y}": ".a,.a .b-c>p{x:y}",
    ".a.d{x:y}p.d{x:y}.d p{x:y}": "",
    ".a:not(.d){x:y}:is(.d,.e) p{x:y}": ".a:not(.d){x:y}:is(.d,.e) p{x:y}",
    "@media print{.d{x:y}.a{x:y}}@media print{.d{x:y}}": "@media print{.a{x:y}}",
    "@media print{@supports (x:y){.a{x:y}}}": "@media print{@supports (x:y){.a{x:y}}}",
    '@charset "UTF-8";@font-face{x:y}@page d{x:y}': '@charset "UTF-8";@font-face{x:y}@page d{x:y}',
    '[data-x=".d"]{x:"}.d{"}[href*=".d"]{x:url(data:;.d{)}': (
        '[data-x=".d"]{x:"}.d{"}[href*=".d"]{x:url(data:;.d{)}'
    ),
    ":root{--in-a:url(x;y);--in-d:z;--of-in-a:z}.a{x:var(--in-a)}.d{x:var(--in-d)}": (
        ":root{--in-a:url(x;y);}.a{x:var(--in-a)}"
    ),
    "[data-md-a=b-c] p{x:y}[data-md-a=d],[dir=a] p{x:y}": "[data-md-a=b-c] p{x:y}",
    "@keyframes in{0%{x:y}}@keyframes out{0%{x:y}}.a{animation:1s out}": (
        "@keyframes out{0%{x:y}}.a{animation:1s out}"
    ),
    ":root{--one:var(--two);--two:z;--three:y}": ":root{--three:y}",
    ".a[aria-sort=ascending]{x:y}.a[aria-label]{x:y}": ".a[aria-label]{x:y}",
}


@pytest.mark.parametrize("sheet", SHEETS)
def test_what_no_page_can_need_is_left_out(sheet: str) -> None:
    assert trimmed(sheet, KNOWN, ["x = style.getPropertyValue('--three')"]) == SHEETS[sheet]


def test_what_a_script_within_a_page_names_may_be_a_class() -> None:
    page = '<p class="a b-c"></p><script>list.replace("no-js","js")</script>'

    assert {"a", "b-c", "no-js", "js"} <= {*classes_of(page)}


def test_what_the_theme_has_put_into_an_attribute_is_asked_for_like_a_class() -> None:
    page = '<body dir="ltr" data-md-color-scheme="slate">'

    assert {"dir-ltr", "slate"} <= {*classes_of(page)}


def test_a_sheet_that_is_kept_follows_pages_data_scripts_and_other_sheets(tmp_path: Path) -> None:
    theme = ".a{x:var(--one)}.d{x:y}.e{x:y}.f{x:y}:root{--one:x;--two:y;}"
    site, code, cache = tmp_path / "site", tmp_path / "code", BuildCache()
    site.mkdir()
    code.mkdir()

    def cut(classes: set[str], text: str = "", data: str = "", script: str = "") -> str:
        (site / "guide.css").write_text(f"{theme}\n{END}", encoding="utf-8")
        (site / "other.css").write_text(text, encoding="utf-8")
        (site / "data.js").write_text(data, encoding="utf-8")
        (code / "code.js").write_text(script, encoding="utf-8")
        trim_file(cache, site, "guide.css", classes, code)
        return (site / "guide.css").read_text(encoding="utf-8").split("\n")[0]

    first = cut({"a"})
    assert first == ".a{x:var(--one)}:root{--one:x;}"
    assert ".d" in cut({"a", "d"})
    assert "--two" in cut({"a"}, text=".own{x:var(--two)}")
    assert ".e" in cut({"a"}, data=r'x = "<p class=\"e\">"')
    assert ".f" in cut({"a"}, script="x = 'f'")
    assert cut({"a"}) == first
