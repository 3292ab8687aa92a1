"""The commands of the README, as a person types them."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from annotated import __main__
from commands import make
from conftest import PARTS, REQUIREMENTS, ROOT, build, change
from guides import annotate_another_to_make

# Where there is no uv.
SYSTEM = "/usr/bin:/bin"
SERVED_AND_TESTED = ("requirements.txt", "requirements-test.txt")


def test_make_alone_says_what_can_be_made() -> None:
    said = {line.split()[1] for line in make(ROOT).stdout.splitlines()}
    phony = re.search(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)

    assert phony
    assert said == set(phony[1].split())


def test_what_serves_and_what_tests_goes_into_one_environment() -> None:
    serving, testing = ((ROOT / name).read_text("utf-8") for name in SERVED_AND_TESTED)
    pins = [dict(re.findall(r"(?m)^([\w.-]+)==(\S+)", text)) for text in (serving, testing)]

    assert {name for name in pins[0] if pins[1].get(name, pins[0][name]) != pins[0][name]} == set()
    assert not {"playwright", "pytest", "ruff", "mypy"} & pins[0].keys()


def test_a_command_imports_only_what_it_needs() -> None:
    code = "import sys, annotated.__main__; print(*(name for name in sys.modules), sep='\\n')"
    env = {"PYTHONPATH": str(ROOT / "hooks")}
    done = subprocess.run(
        [sys.executable, "-c", code], env=env, check=True, capture_output=True, encoding="utf-8"
    )
    packages = {name.split(".")[1] for name in done.stdout.split() if name.startswith("annotated.")}

    assert packages == {"__main__", "core"}


@pytest.mark.parametrize(
    "command", ["", "check", "fix", "new", "schemas", "original", "downloads", "book"]
)
def test_every_command_has_its_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        __main__.main([*command.split(), "--help"])

    assert left.value.code == 0
    assert f"python -m annotated {command}".strip() in capsys.readouterr().out


@pytest.mark.parametrize("folder", [ROOT / "docs", ROOT / "template"], ids=["docs", "template"])
@pytest.mark.parametrize("command", ["check", "fix"])
def test_a_command_in_another_folder_says_where_to_go(
    folder: Path, command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)

    assert __main__.main([command]) == 1

    assert f"{folder}: is not the top folder of the project" in capsys.readouterr().err


def test_a_second_make_does_not_install_again() -> None:
    assert "pip install" not in make(ROOT, "-n", "build").stdout


@pytest.mark.slow
def test_a_failing_build_lists_every_problem_and_leaves_the_last_site(tmp_path: Path) -> None:
    root = annotate_another_to_make(tmp_path)
    (root / "site").mkdir()
    (root / "site" / "index.html").write_text("the last good site", encoding="utf-8")
    change(root / "docs" / "places" / "karsk.md", "spellings:", "spelings:")
    change(root / "bibliography" / "endnotes.yml", "- quill1874oars", "- quill1874ores")

    done = make(root, "build")

    assert done.returncode != 0
    assert "[front-matter-unknown-field]" in done.stderr
    assert "Did you mean 'spellings'?" in done.stderr
    assert "[source-unknown]" in done.stderr
    assert (root / "site" / "index.html").read_text(encoding="utf-8") == "the last good site"


@pytest.mark.slow
@pytest.mark.parametrize("asked", [("book", "downloads"), ("downloads", "book")])
def test_the_book_is_made_before_the_zip_is_packed(asked: tuple[str, str]) -> None:
    said = make(ROOT, "-n", *asked).stdout

    assert 0 < said.index("annotated book site") < said.index("annotated downloads site")


def test_make_check_names_file_line_and_remedy(tmp_path: Path) -> None:
    root = annotate_another_to_make(tmp_path)
    change(root / "docs" / "events" / "night-boats.md", '"1874-11"', '"1874-13"')

    done = make(root, "check")

    assert done.returncode != 0
    assert "docs/events/night-boats.md:5: " in done.stdout
    assert "there is no month or season 13" in done.stdout


@pytest.mark.built_site
def test_make_bench_prints_ratios() -> None:
    done = make(ROOT, "bench", "SIZES=1 --repeat 1")

    assert done.returncode == 0, done.stderr
    assert "on/shipped" in done.stdout


def test_make_clean_leaves_the_sources(copy: Path) -> None:
    (copy / ".venv").unlink()
    for made in (".venv", "site"):
        (copy / made).mkdir()

    assert make(copy, "clean").returncode == 0
    assert sorted(path.name for path in copy.iterdir()) == sorted([*PARTS, *REQUIREMENTS])


def test_edit_links_point_at_the_repository_of_the_build(guide: Path, tmp_path: Path) -> None:
    build(guide, tmp_path, REPO_URL="https://example.org/fork", EDIT_URI="edit/main/docs")

    page = (tmp_path / "places" / "karsk.html").read_text(encoding="utf-8")
    assert "https://example.org/fork/edit/main/docs/places/karsk.md" in page
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


def script(path: Path, line: str) -> Path:
    path.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def old_python(tmp_path: Path) -> Path:
    """Return an interpreter that gives itself for an older one."""
    code = "import sys; sys.version_info = (3, 10, 0); sys.version = '3.10.0 '; exec(sys.argv[1])"
    return script(tmp_path / "old-python", f'exec {sys.executable} -c "{code}" "$2"')


def test_an_old_python_is_told_what_is_needed(copy: Path, old_python: Path) -> None:
    (copy / ".venv").unlink()

    done = make(copy, "build", f"PYTHON={old_python}", f"PATH={SYSTEM}")

    assert done.returncode != 0
    assert f"needs Python 3.11.5 or later; {old_python} is 3.10.0." in done.stderr


def test_where_there_is_uv_it_fetches_a_python(copy: Path, old_python: Path) -> None:
    (copy / ".venv").unlink()
    (copy / "bin").mkdir()
    script(copy / "bin" / "uv", f'echo "$@" >> {copy}/asked; mkdir -p .venv/bin')

    done = make(copy, ".venv/.ready", f"PYTHON={old_python}", f"PATH={copy}/bin:{SYSTEM}")

    assert done.returncode == 0, done.stderr
    assert f"{old_python} is older than 3.11.5: uv fetches Python 3.12" in done.stdout
    assert (copy / "asked").read_text("utf-8").splitlines() == [
        "venv -q --python 3.12 .venv",
        "pip install -q --python .venv/bin/python --require-hashes -r requirements.txt",
    ]


@pytest.fixture
def installing(copy: Path) -> list[str]:
    """Return the words of a make that installs, slowly, and notes each time that it does."""
    (copy / ".venv").unlink()
    (copy / "bin").mkdir()
    installs = "mkdir -p .venv/bin; touch .venv/bin/python; chmod +x .venv/bin/python; sleep 1"
    script(copy / "bin" / "uv", f'echo "$1" >> {copy}/asked; {installs}')
    return ["make", ".venv/.ready", f"PYTHON={sys.executable}", f"PATH={copy}/bin:{SYSTEM}"]


def test_two_at_once_install_only_once(copy: Path, installing: list[str]) -> None:
    both = [
        subprocess.Popen(installing, cwd=copy, stdout=subprocess.PIPE, encoding="utf-8")
        for _ in range(2)
    ]
    said = sorted(process.communicate()[0] for process in both)

    assert [process.returncode for process in both] == [0, 0]
    assert (copy / "asked").read_text("utf-8").split() == ["venv", "pip"]
    assert sum("Another make is installing into .venv" in words for words in said) == 1
    assert list((copy / ".build").iterdir()) == []


def test_an_installation_that_was_killed_keeps_nobody_waiting(
    copy: Path, installing: list[str]
) -> None:
    ended = subprocess.Popen(["true"])
    ended.wait()
    (copy / ".build").mkdir()
    (copy / ".build" / "installing").symlink_to(str(ended.pid))

    done = subprocess.run(installing, cwd=copy, check=False, capture_output=True, encoding="utf-8")

    assert done.returncode == 0, done.stderr
    assert "Another make" not in done.stdout
    assert (copy / "asked").read_text("utf-8").split() == ["venv", "pip"]


def test_an_environment_whose_python_is_gone_is_installed_anew(
    copy: Path, installing: list[str]
) -> None:
    for _ in range(2):
        subprocess.run(installing, cwd=copy, check=True, capture_output=True)
    (copy / ".venv" / "bin" / "python").unlink()
    subprocess.run(installing, cwd=copy, check=True, capture_output=True)

    assert (copy / "asked").read_text("utf-8").split() == ["venv", "pip"] * 2


def test_no_command_works_in_a_linked_folder(copy: Path, tmp_path: Path) -> None:
    (tmp_path / "outside" / "site").mkdir(parents=True)
    (copy / ".build").symlink_to(tmp_path / "outside")

    for command in ("build", "fix", "clean"):
        done = make(copy, command)
        assert done.returncode != 0
        assert ".build is a link, and no command writes through a link" in done.stderr

    assert (tmp_path / "outside" / "site").exists()


@pytest.mark.parametrize(
    "path", [".build/cache/x.pickle", ".venv/.ready", "original/01.md", "site/x.html"]
)
def test_what_commands_write_is_no_part_of_a_change(copy: Path, path: str) -> None:
    (copy / ".venv").unlink()
    (copy / path).parent.mkdir(parents=True)
    (copy / path).write_text("", encoding="utf-8")
    for words in (["init", "-q"], ["add", "-f", path]):
        subprocess.run(["git", *words], cwd=copy, check=True)

    done = make(copy, "check")

    assert done.returncode != 0
    assert f"{path} is a part of this change, and only commands may write it" in done.stderr


def test_no_module_beside_the_makefile_is_run(copy: Path) -> None:
    (copy / "argparse.py").write_text("print('run')", encoding="utf-8")
    (copy / "mkdocs.py").write_text("print('run')", encoding="utf-8")

    for command in ("schemas", "serve"):
        assert "run" not in make(copy, command, "ADDRESS=x").stdout.split()


def test_a_missing_python_is_told_what_is_needed(copy: Path) -> None:
    (copy / ".venv").unlink()

    done = make(copy, "build", "PYTHON=/no/python", f"PATH={SYSTEM}")

    assert done.returncode != 0
    assert "needs Python 3.11.5 or later; /no/python is missing." in done.stderr


def test_serving_says_how_long_it_takes_and_where_the_site_is() -> None:
    said = make(ROOT, "-n", "serve", "ADDRESS=127.0.0.1:8765").stdout

    assert re.search(r"about \d+ seconds .* http://127\.0\.0\.1:8765/", said)
