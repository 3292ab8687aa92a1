"""Commands of the Makefile."""

import subprocess
from pathlib import Path


def make(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["make", *words],
        cwd=folder,
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
