"""What a tool has found, and the one table in which all of it is shown."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Found:
    """What `tool` says of `what`: its findings, one line each, and a `score` where it gives one."""

    tool: str
    what: str
    lines: tuple[str, ...]
    score: str = ""

    @property
    def row(self) -> tuple[str, str, str]:
        """Return the line of the table."""
        return self.tool, self.what, self.score or str(len(self.lines))


def table(found: Iterable[Found]) -> str:
    """Return the table as Markdown, which a terminal and a workflow's summary both show."""
    rows = [("tool", "what", "findings or score"), *(finding.row for finding in found)]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    lines = [
        f"| {' | '.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))} |"
        for row in rows
    ]
    return "\n".join([lines[0], f"|{'|'.join('-' * (width + 2) for width in widths)}|", *lines[1:]])


def keep(folder: Path, found: Iterable[Found]) -> None:
    """Write the findings of each tool to a file of `folder`, sorted, for a person to read."""
    folder.mkdir(parents=True, exist_ok=True)
    by_tool: dict[str, list[str]] = {}
    for finding in found:
        by_tool.setdefault(finding.tool, []).extend(finding.lines)
    (folder / "findings.json").write_text(
        json.dumps({tool: sorted(lines) for tool, lines in by_tool.items()}, indent=1),
        encoding="utf-8",
    )
