"""The commands of the README, as a person types them."""

import re
from pathlib import Path

from commands import make
from conftest import PARTS, ROOT, build, change


def test_make_alone_says_what_can_be_made() -> None:
    assert "make serve" in make(ROOT, "help").stdout


def test_a_second_make_does_not_install_again() -> None:
    assert "pip install" not in make(ROOT, "-n", "build").stdout


def test_a_failing_build_lists_every_problem_and_leaves_the_last_site(copy: Path) -> None:
    (copy / "site").mkdir()
    (copy / "site" / "index.html").write_text("the last good site", encoding="utf-8")
    change(copy / "docs" / "places" / "rawa.md", "spellings:", "spelings:")
    change(copy / "bibliography" / "endnotes.yml", "- reuters2017alqaim", "- reuters2017alqaym")

    done = make(copy, "build")

    assert done.returncode != 0
    assert "[front-matter-unknown-field]" in done.stderr
    assert "Did you mean 'spellings'?" in done.stderr
    assert "[source-unknown]" in done.stderr
    assert (copy / "site" / "index.html").read_text(encoding="utf-8") == "the last good site"


def test_make_check_names_file_line_and_remedy(copy: Path) -> None:
    change(copy / "docs" / "events" / "rawa-captured.md", '"2017-11"', '"2017-13"')

    done = make(copy, "check")

    assert done.returncode != 0
    assert "docs/events/rawa-captured.md:" in done.stdout
    assert "there is no month or season 13" in done.stdout


def test_make_bench_prints_ratios() -> None:
    done = make(ROOT, "bench", "SIZES=1 --repeat 1")

    assert done.returncode == 0, done.stderr
    assert "on/shipped" in done.stdout


def test_make_clean_leaves_the_sources(copy: Path) -> None:
    (copy / ".venv").unlink()
    for made in (".venv", "site"):
        (copy / made).mkdir()

    assert make(copy, "clean").returncode == 0
    assert sorted(path.name for path in copy.iterdir()) == sorted([*PARTS, "requirements.txt"])


def test_edit_links_point_at_the_repository_of_the_build(guide: Path, tmp_path: Path) -> None:
    build(guide, tmp_path, REPO_URL="https://example.org/fork", EDIT_URI="edit/main/docs")

    page = (tmp_path / "places" / "karsk.html").read_text(encoding="utf-8")
    assert "https://example.org/fork/edit/main/docs/places/karsk.md" in page
    assert 'data-md-component="source"' not in page, "the theme would ask the repository’s host"
    terms = (tmp_path / "glossary" / "index.html").read_text(encoding="utf-8")
    assert "https://example.org/fork/edit/main/docs/glossary/ledgers.md" in terms
    chapter = (tmp_path / "chapters" / "02-winter.html").read_text(encoding="utf-8")
    lines = (guide / "bibliography" / "endnotes.yml").read_text(encoding="utf-8").split("\n")
    note = chapter.partition('id="fn:10"')[2].partition("</li>")[0]
    line = re.search(r"https://example.org/fork/edit/main/bibliography/endnotes.yml#L(\d+)", note)
    assert line
    assert lines[int(line[1]) - 1].strip() == "- note: 10"


def test_without_a_repository_there_are_no_edit_links(site: Path) -> None:
    page = (site / "places" / "rawa.html").read_text(encoding="utf-8")

    assert "md-content__button" not in page


def test_an_old_python_is_told_what_is_needed(copy: Path, tmp_path: Path) -> None:
    old = tmp_path / "old-python"
    code = "import sys; sys.version_info = (3, 10, 0); exec(sys.argv[1])"
    old.write_text(f'#!/bin/sh\nexec python3 -c "{code}" "$2"\n', encoding="utf-8")
    old.chmod(0o755)
    (copy / ".venv").unlink()

    done = make(copy, "build", f"PYTHON={old}")

    assert done.returncode != 0
    assert "needs Python 3.11.5 or later" in done.stderr
