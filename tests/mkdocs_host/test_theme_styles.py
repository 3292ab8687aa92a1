"""Sheet of the theme, cut down: what may apply to a page stays, in its order."""

import pytest

from annotated.mkdocs_host.theme_styles import classes_of, trimmed

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
