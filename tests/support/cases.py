"""Cases as files: a first line that states the behaviour, then parts under `=== name` lines."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "cases"
PART = re.compile(r"^=== (.+)\n", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """A case: the behaviour that it states, and its parts by name."""

    path: Path
    behaviour: str
    parts: dict[str, str]

    def expect(self, name: str, actual: str) -> None:
        """Compare a part with what came out; the message names the case.

        With UPDATE_CASES=1 in the environment the part is rewritten instead, for a person to read.
        """
        if os.environ.get("UPDATE_CASES"):
            self._rewrite(name, actual.strip())
            return
        assert actual.strip() == self.parts[name].strip(), f"{self.path}: {self.behaviour}"

    def _rewrite(self, name: str, actual: str) -> None:
        self.parts[name] = f"{actual}\n" if actual else ""  # the next part is written with it
        text = "".join(f"=== {part}\n{words}" for part, words in self.parts.items())
        self.path.write_text(f"{self.behaviour}\n{text}", encoding="utf-8")


def read(path: Path) -> Case:
    """Read one file."""
    head, *rest = PART.split(path.read_text(encoding="utf-8"))
    return Case(path, head.strip(), dict(zip(rest[::2], rest[1::2], strict=True)))


def find(folder: str) -> list[Case]:
    """Return the cases of a folder and of the folders in it."""
    paths = sorted((FOLDER / folder).rglob("*.txt"))
    assert paths, f"no cases in {folder}"
    return [read(path) for path in paths if not path.name.startswith("_")]


def name(case: Case) -> str:
    """Return the name under which pytest shows a case."""
    return case.path.relative_to(FOLDER).with_suffix("").as_posix()
