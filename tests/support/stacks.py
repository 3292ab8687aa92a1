"""Another stack under the same tests: a copy of the project, switched to it in two lines.

`python tests/support/stacks.py NAME` is run by `make test-stacks`, which has installed the stack
into `.build/stacks/NAME`; `material` is the stack that the project itself is on. See
docs/about/generators.md.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
TESTS = ("tests/reader", "tests/mkdocs_host/test_patches.py", "tests/site/test_same_steps.py")
STACKS = ROOT / ".build" / "stacks"
# By the name of the stack: a file, words in it, and what takes their place.
SWITCHES = {
    "properdocs": (("Makefile", ":= requirements.txt", ":= requirements-properdocs.txt"),),
    "materialx": (
        ("Makefile", ":= requirements.txt", ":= requirements-materialx.txt"),
        ("mkdocs.yml", "  name: material\n", "  name: materialx\n"),
    ),
}


def switched(name: str) -> Path:
    """Copy the project, switch it to a stack, and return the folder of the copy."""
    copy = STACKS / name / "project"
    shutil.rmtree(copy, ignore_errors=True)
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, encoding="utf-8"
    )
    for path in filter(None, listed.stdout.split("\0")):
        (copy / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / path, copy / path)
    for path, words, others in SWITCHES[name]:
        text = (copy / path).read_text(encoding="utf-8")
        assert words in text
        (copy / path).write_text(text.replace(words, others, 1), encoding="utf-8")
    (copy / ".venv").symlink_to(STACKS / name)
    return copy


def main() -> int:
    """Run what states what a reader gets under the stack that is named; return its status."""
    name, *options = sys.argv[1:]
    root = switched(name) if name in SWITCHES else ROOT
    print(f"What a reader gets under {name}:", flush=True)
    command = [str(root / ".venv" / "bin" / "python"), "-m", "pytest", *TESTS, *options]
    return subprocess.run(command, cwd=root, env=os.environ, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
