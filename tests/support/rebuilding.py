"""Builds a project again and again in one process, as the server does."""

import os
import subprocess
import sys
from pathlib import Path

from conftest import ENVIRONMENT, files

# Builds the project in the current folder again and again, in one process, as the server does.
AGAIN = """
import sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
for line in sys.stdin:
    config = load_config("mkdocs.yml", site_dir=line.strip())
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    print("built", flush=True)
"""


def building(root: Path, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", AGAIN],
        cwd=root,
        env=os.environ | ENVIRONMENT | environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )


def rebuilt(builder: subprocess.Popen[str], folder: Path) -> dict[str, bytes]:
    assert builder.stdin
    assert builder.stdout
    builder.stdin.write(f"{folder}\n")
    builder.stdin.flush()
    assert builder.stdout.readline() == "built\n"
    return files(folder)
