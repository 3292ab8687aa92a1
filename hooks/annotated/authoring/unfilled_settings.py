"""Settings of a project that whoever hosts it fills in once: which of them still are as shipped."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from annotated.core.problems import Problem

# By file, what it is shipped with, and what is to be there.
SHIPPED = {
    ".github/CODEOWNERS": (
        "HOST-ORGANISATION",
        "Write there the team of those who answer for code, as in @organisation/team.",
    ),
    "CITATION.cff": (
        "The authors of this guide",
        "Write there who is to be cited, or a name for the group of them.",
    ),
}


def texts(root: Path) -> dict[str, str]:
    """Return the text of each of these files below `root` that is there, by its path."""
    return {
        path: (root / path).read_text(encoding="utf-8", errors="replace")
        for path in SHIPPED
        if (root / path).is_file() and not (root / path).is_symlink()
    }


def check(files: Mapping[str, str]) -> Iterator[Problem]:
    """Yield a problem for each file, path to text, that still has what it was shipped with."""
    for path, (shipped, remedy) in SHIPPED.items():
        for number, line in enumerate(files.get(path, "").split("\n"), start=1):
            if shipped in line and not line.startswith("#"):
                message = f"'{shipped}' only holds the place of a name. {remedy}"
                yield Problem(path, number, message, "setting-unfilled", for_editor=True)
                break
