"""Finds a Chromium to test the site in, or installs one.

Run as a command it prints the path, or says in a sentence what to do.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

# The first has no windows, and opens a page with less work.
NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
)
# No sandbox: containers run as root. The rest keeps the browser from asking hosts of its own.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
DEBIAN = ["apt-get", "install", "-y", "-qq"]
PLAYWRIGHT = [sys.executable, "-m", "playwright", "install", "chromium"]


def find() -> str:
    """Return the path of a browser, or an empty string. BROWSER_PATH, where set, wins."""
    named = os.environ.get("BROWSER_PATH", "")
    on_path = (shutil.which(name) for name in NAMES)
    found = named or next((path for path in on_path if path), "")
    return found or _of_playwright()


@contextmanager
def run(playwright: Playwright, *flags: str) -> Iterator[Browser]:
    """Run the browser, with more flags of its own, as long as the context lasts."""
    path = find()
    assert path, "no browser: run 'make browser'"
    running = playwright.chromium.launch(executable_path=path, args=[*FLAGS, *flags])
    yield running
    running.close()


def _of_playwright() -> str:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else ""


def install() -> str:
    """Install a browser by the first means that works; return its path or an empty string."""
    means = [PLAYWRIGHT]
    if shutil.which("apt-get") and os.geteuid() == 0:
        _runs(["apt-get", "update", "-qq"])
        means = [[*DEBIAN, name] for name in NAMES[:2]] + means
    return next((find() for command in means if _runs(command) and find()), "")


def _runs(command: list[str]) -> bool:
    return subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode == 0


def main() -> int:
    """Print the browser's path; return 1 where there is none and none could be installed."""
    path = find() or install()
    if not path:
        remedy = "Install Chromium or Chrome, or name one: make test BROWSER_PATH=/path/to/it"
        print(f"The tests need a browser and none could be installed. {remedy}", file=sys.stderr)
        return 1
    print(f"Browser: {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
