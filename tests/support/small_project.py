"""The small project of the problem cases, which each case changes."""

from cases import FOLDER, Case, read

BASE = read(FOLDER / "problems" / "_base.txt").parts
REPORTED = "problems"


def guide(case: Case) -> dict[str, str]:
    """Return the files of a case (path to text)."""
    changed = {path: text for path, text in case.parts.items() if path != REPORTED}
    return {path: text for path, text in (BASE | changed).items() if text.strip() != "(deleted)"}
