"""The guide for contributors works where it is read: on the site and on the host of the code."""

import re
from pathlib import Path

import pytest

from conftest import ROOT, Open

GUIDE = ROOT / "docs" / "about" / "contributing.md"
LINK = re.compile(r"\]\(([^)\s]+)\)")
CODE = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)
FILES = (
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "docs/about/contributing.md",
    "docs/about/maintaining.md",
)


def slug(heading: str) -> str:
    """Return the anchor that both the site and a code host give to a heading."""
    return re.sub(r"[^\w\s-]", "", heading).strip().lower().replace(" ", "-")


def anchors(path: Path) -> set[str]:
    return {slug(line) for line in re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.MULTILINE)}


@pytest.mark.parametrize("name", FILES)
def test_every_link_leads_somewhere_on_a_code_host(name: str) -> None:
    path = ROOT / name
    for link in LINK.findall(CODE.sub("", path.read_text(encoding="utf-8"))):
        if "://" in link:
            continue
        file, _, anchor = link.partition("#")
        target = (path.parent / file).resolve() if file else path
        assert target.is_file(), link
        assert not anchor or anchor in anchors(target), link


def test_the_guide_stands_once_and_is_pointed_to() -> None:
    pointer = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")

    assert "(docs/about/contributing.md)" in pointer
    assert len(pointer.splitlines()) < 10


def test_the_guide_opens_with_what_to_edit_for_what(open_page: Open) -> None:
    page = open_page("about/contributing.html")

    table = page.locator("table").first
    assert "docs/places/" in table.inner_text()
    box = table.bounding_box()
    assert box
    assert box["y"] < 800, "the table begins on the first screen"
    assert page.locator(".footnote").count() == 0, "a note in an example is no note"
    assert (
        "{ #p8-s1 .official }[^11]" in page.locator("pre").filter(has_text="{ #p8 }").inner_text()
    )


@pytest.mark.parametrize("code", ["date-impossible", "source-unknown"])
def test_a_code_leads_to_its_explanation(open_page: Open, code: str) -> None:
    page = open_page(f"about/problems.html#{code}")

    assert f"[{code}]" in page.locator(f"#{code} ~ pre, #{code} ~ .highlight").first.inner_text()


def test_every_command_that_the_guide_names_can_be_made() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    text = "".join((ROOT / name).read_text(encoding="utf-8") for name in FILES)

    assert set(re.findall(r"(?:^|`)make ([a-z-]+)", text, re.MULTILINE)) <= targets
