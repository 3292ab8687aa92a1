"""Lighthouse on one page of the kinds that weigh most: each score is the median of five runs."""

import json
import os
import statistics
import subprocess
from pathlib import Path

import browser as browsers
from audit.host import serving
from audit.report import Found

PAGES = (
    "index.html",
    "chapters/02-strategic-retreat.html",
    "places/mayedin.html",
    "map/index.html",
    "timeline/index.html",
    "glossary/index.html",
)
RUNS = 5
FULL = 100
# It depends on the machine and on what else it does: shown, and no reason to fail.
OF_THE_MACHINE = "performance"


def lighthouse(node: Path, site: Path, reports: Path) -> list[Found]:
    """Return the scores of each page: performance, accessibility, best practices, SEO.

    The settings are Lighthouse's own: a phone on a slow network. What it says at length is
    written to `reports`, one page for a person to read for each page and run.
    """
    reports.mkdir(parents=True, exist_ok=True)
    with serving(site) as address:
        return [_page(node, address, path, reports) for path in PAGES]


def _page(node: Path, address: str, path: str, reports: Path) -> Found:
    name = path.removesuffix(".html").replace("/", "-")
    runs = [_scores(node, f"{address}/{path}", reports / f"{name}-{run}") for run in range(RUNS)]
    median = {
        category: round(statistics.median(run[category] for run in runs)) for category in runs[0]
    }
    lines = tuple(
        f"{path}: {what} {score}, see {reports.name}/{name}-0.report.html"
        for what, score in median.items()
        if score < FULL and what != OF_THE_MACHINE
    )
    return Found("Lighthouse", path, lines, " / ".join(str(score) for score in median.values()))


def _scores(node: Path, address: str, report: Path) -> dict[str, float]:
    flags = " ".join(["--headless=new", *browsers.FLAGS])
    command = [str(node / ".bin/lighthouse"), address, "--quiet", f"--chrome-flags={flags}"]
    subprocess.run(
        [*command, "--output=json", "--output=html", f"--output-path={report}"],
        check=True, env=os.environ | {"CHROME_PATH": browsers.find()},
    )  # fmt: skip
    told = json.loads(Path(f"{report}.report.json").read_text(encoding="utf-8"))
    return {key: 100 * one["score"] for key, one in told["categories"].items()}
