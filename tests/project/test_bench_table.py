"""What a bench writes into a page stands in its section, and nothing else of the page changes."""

from pathlib import Path

import pytest

from bench_table import put

PAGE = "# Speed\n\n## One\n\nold\n\n## Another\n\nkept\n"


def test_a_section_is_replaced_up_to_the_next(tmp_path: Path) -> None:
    page = tmp_path / "speed.md"
    page.write_text(PAGE, encoding="utf-8")

    put(page, "## One", "new\n")

    assert page.read_text(encoding="utf-8") == PAGE.replace("old", "new")


def test_the_last_section_is_replaced(tmp_path: Path) -> None:
    page = tmp_path / "speed.md"
    page.write_text(PAGE, encoding="utf-8")

    put(page, "## Another", "new\n")

    assert page.read_text(encoding="utf-8") == PAGE.replace("kept", "new")


def test_a_page_without_the_section_stays_as_it_is(tmp_path: Path) -> None:
    page = tmp_path / "speed.md"
    page.write_text(PAGE, encoding="utf-8")

    with pytest.raises(ValueError, match="no section '## Third'"):
        put(page, "## Third", "new\n")

    assert page.read_text(encoding="utf-8") == PAGE
