"""Table of the bench, written into a page of the guide: what was measured, on what, and when."""

import datetime as dt
import os
import platform
import subprocess
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

HEADING = "## Measured"
HEAD = (
    "| chapters | built by | CPU s | of the bare theme | MB of memory | MB of site |\n"
    "|---|---|---|---|---|---|\n"
)
HERE = ("mkdocs", "mkdocs-material", "mkdocs-bibtex", "Markdown", "Jinja2")
THERE = ("zensical", "Sphinx", "myst-parser", "mkdocs-ezglossary-plugin")


def write(page: Path, rows: Sequence[str], peers: Path | None) -> None:
    """Put the rows into the section of builds; `peers` is the environment of the others."""
    table = HEAD + "".join(f"{row}\n" for row in rows)
    put(page, HEADING, f"{_circumstances(peers)}\n\n{table}")


def put(page: Path, heading: str, text: str) -> None:
    """Put `text`, which ends a line, in place of the section of `page` that has this heading."""
    before, found, rest = page.read_text(encoding="utf-8").partition(f"{heading}\n")
    if not found:
        raise ValueError(f"{page} has no section {heading!r}")
    _, next_heading, after = rest.partition("\n## ")
    page.write_text(f"{before}{found}\n{text}{next_heading}{after}", encoding="utf-8")


def _circumstances(peers: Path | None) -> str:
    """Return the day, the machine and the versions, a sentence to a line."""
    day = dt.datetime.now(dt.UTC).date()
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    installed = [f"{name} {version(name)}" for name in HERE]
    return "\n".join(
        (
            f"Measured on {day} on a machine that others used too: {platform.system()}, {machine}.",
            f"Versions: {', '.join([*installed, *_installed(peers)])}.",
        )
    )


def _installed(peers: Path | None) -> list[str]:
    if not peers:
        return []
    code = (
        f"from importlib.metadata import version\nfor name in {THERE}: print(name, version(name))"
    )
    command = [str(peers / "bin" / "python"), "-c", code]
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    return done.stdout.split("\n")[:-1]
