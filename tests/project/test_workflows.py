"""The workflows: least rights, pinned actions, no secret at hand, and what they run exists."""

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import yaml

from annotated.content import source_files
from audit import addresses
from conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PINNED = re.compile(r"uses: [\w-]+/[\w-]+@[0-9a-f]{40}  # v\d+\.\d+\.\d+$")


def name(path: Path) -> str:
    return path.stem


def read(path: Path) -> dict[Any, Any]:
    return dict(yaml.safe_load(path.read_text(encoding="utf-8")))


def test_the_scanner_of_workflows_finds_nothing() -> None:
    zizmor = Path(sys.executable).parent / "zizmor"
    command = [str(zizmor), "--offline", "--persona=pedantic", ".github"]

    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, encoding="utf-8")

    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", WORKFLOWS, ids=name)
def test_a_workflow_has_no_right_that_a_job_does_not_ask_for(path: Path) -> None:
    workflow = read(path)

    assert workflow["permissions"] == {}
    assert all("permissions" in job for job in workflow["jobs"].values())
    assert "pull_request_target" not in path.read_text(encoding="utf-8")
    assert "secrets." not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", WORKFLOWS, ids=name)
def test_every_action_is_pinned_by_its_commit(path: Path) -> None:
    uses = [line for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line]

    assert [line for line in uses if not PINNED.search(line)] == []


def test_only_the_main_branch_is_published() -> None:
    pages = read(ROOT / ".github" / "workflows" / "pages.yml")

    assert pages[True] == {"push": {"branches": ["main"]}}  # YAML 1.1 reads “on” as true
    assert pages["jobs"]["build"]["if"] == "github.ref == 'refs/heads/main'"
    others = [path for path in WORKFLOWS if "deploy-pages" in path.read_text(encoding="utf-8")]
    assert [path.name for path in others] == ["pages.yml"]


def test_the_address_of_the_site_is_asked_of_those_who_publish_it() -> None:
    build = read(ROOT / ".github" / "workflows" / "pages.yml")["jobs"]["build"]
    addresses_given = [step.get("env", {}).get("SITE_URL", "") for step in build["steps"]]

    assert [address for address in addresses_given if address] == [
        "${{ steps.pages.outputs.base_url }}/"
    ]
    assert "SITE_URL" not in build["env"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=name)
def test_no_name_that_a_stranger_has_chosen_reaches_a_page(path: Path) -> None:
    assert "head_ref" not in path.read_text(encoding="utf-8").replace("github.ref", "")
    given = re.findall(r"EDIT_URI: (.+)", path.read_text(encoding="utf-8"))
    assert all("head.sha" in value or value == "edit/main/docs" for value in given)


def test_the_summary_of_a_check_leads_to_the_preview() -> None:
    steps = read(ROOT / ".github" / "workflows" / "check.yml")["jobs"]["check"]["steps"]
    told = [step for step in steps if "GITHUB_STEP_SUMMARY" in step.get("run", "")]

    assert [step["env"]["PREVIEW"] for step in told] == [
        "${{ steps.preview.outputs.artifact-url }}"
    ]


def test_a_change_is_checked_with_kept_results_and_published_without() -> None:
    kept = [path.stem for path in WORKFLOWS if ".build/cache" in path.read_text(encoding="utf-8")]
    steps = read(ROOT / ".github" / "workflows" / "check.yml")["jobs"]["check"]["steps"]
    order = [str(step.get("uses", step.get("run"))).partition("@")[0] for step in steps]

    assert kept == ["check"]
    assert order.index("actions/cache") < order.index("make check") < order.index("make build")


def owners(path: str) -> str:
    """Return who owns a file, by the last line of CODEOWNERS that fits it."""
    lines = (ROOT / ".github" / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    rules = [line.partition(" ") for line in lines if line and not line.startswith("#")]
    fitting = [
        owner.strip() for start, _, owner in rules if start == "*" or f"/{path}".startswith(start)
    ]
    return fitting[-1]


@pytest.mark.parametrize(
    "path",
    [
        ".ci/run",
        ".gitattributes",
        ".github/CODEOWNERS",
        ".venv/bin/python",
        ".build/cache/x.pickle",
        "GNUmakefile",
        "Makefile",
        "argparse.py",
        "docs/assets/cards.js",
        "hooks/mkdocs_hook.py",
        "mypy.ini",
        "theme/main.html",
    ],
)
def test_what_can_run_needs_a_maintainer(path: str) -> None:
    assert owners(path)


@pytest.mark.parametrize(
    "path", ["docs/chapters/01-introduction.md", "bibliography/references.bib", "CHANGELOG.md"]
)
def test_words_need_no_maintainer(path: str) -> None:
    assert not owners(path)


def test_the_preview_and_the_site_pass_the_guard_against_a_copy() -> None:
    runs = {
        path.stem: [
            step.get("run", "") for job in read(path)["jobs"].values() for step in job["steps"]
        ]
        for path in WORKFLOWS
    }

    assert runs["check"].index("make build") < runs["check"].index("make publish-guard")
    assert "make book downloads" in runs["pages"]
    assert "make book downloads" in runs["release"]


def test_every_command_of_a_workflow_can_be_made() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    text = "".join(path.read_text(encoding="utf-8") for path in WORKFLOWS)
    made = set(re.findall(r"\bmake ([a-z-]+)", text)) | {
        *read(ROOT / ".github/workflows/weekly.yml")["jobs"]["look"]["strategy"]["matrix"]["what"]
    }

    assert made - targets - {"the"} == set()


def test_the_citation_file_fits_the_project() -> None:
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    guide = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert cited["cff-version"] == "1.2.0"
    assert cited["version"] == guide["version"]
    assert {"message", "title", "authors"} <= cited.keys()
    assert all(set(author) == {"name"} for author in cited["authors"])
    assert f"## {guide['version']}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


class Answers(BaseHTTPRequestHandler):
    """Answers with the code that the path names."""

    def do_GET(self) -> None:
        """Answer."""
        self.send_response(int(self.path.strip("/")))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *words: object) -> None:
        """Say nothing."""


@pytest.fixture
def host() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(("code", "alive"), [(200, True), (403, True), (404, False), (500, False)])
def test_an_address_is_dead_or_alive(host: str, code: int, alive: bool) -> None:  # noqa: FBT001
    lines = list(addresses.dead({f"{host}/{code}": "docs/index.md:3"}))

    assert (lines == []) == alive
    assert all(line.startswith("docs/index.md:3: ") and str(code) in line for line in lines)


def test_an_address_without_a_host_is_dead() -> None:
    assert "does not answer" in addresses.answer("http://127.0.0.1:9/")


def test_the_addresses_of_the_sources_are_found_with_their_place() -> None:
    found = addresses.found(source_files.texts(ROOT))

    assert any(at.startswith("bibliography/references.bib:") for at in found.values())
    assert not any(address.endswith((".", ",", "}", ")")) for address in found)


def test_what_only_stands_for_an_address_is_not_asked() -> None:
    text = "Links lead to https://… or `https://`,\nsuch as https://host.test/a(b.\n"

    assert addresses.found({"a.md": text}) == {"https://host.test/a(b": "a.md:2"}
