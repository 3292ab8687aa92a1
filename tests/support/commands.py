"""Commands of the Makefile."""

import os
import subprocess
from pathlib import Path

# What a make that runs the tests tells the makes below it: they would say which folder they enter.
OF_MAKE = {"MAKEFLAGS", "MAKELEVEL", "MFLAGS"}


def make(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["make", *words],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if name not in OF_MAKE},
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
