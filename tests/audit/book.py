"""What EPUBCheck says of the electronic book of a built site: whatever it says is a finding."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from audit.report import Found

# Where `make audit` has put it, below the folder of the project.
JAR = ".build/audit/lib/python*/site-packages/epubcheck/epubcheck.jar"
TOOL = "EPUBCheck"


def epubcheck(root: Path, site: Path) -> Found:
    """Return the messages on the book of `site`, of any severity."""
    books = sorted(site.glob("book/*.epub"))
    if not books:
        return Found(TOOL, "no book", ("there is no book in the site. Make it: make book",))
    jar = next(root.glob(JAR))
    lines = tuple(line for book in books for line in _said(jar, book))
    return Found(TOOL, f"{len(books)} book", lines)


def _said(jar: Path, book: Path) -> Iterator[str]:
    done = subprocess.run(
        ["java", "-jar", jar, "--quiet", "--json", "-", book],
        check=False, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    report: dict[str, Any] = json.loads(done.stdout)
    for message in report["messages"]:
        places = ", ".join(f"{at['path']}:{at['line']}" for at in message["locations"])
        yield f"{places}: {message['message']} [{message['ID']}, {message['severity']}]"
