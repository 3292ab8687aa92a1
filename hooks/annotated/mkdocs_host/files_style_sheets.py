"""One style sheet in place of many: a browser asks once before it shows a page, and not for each.

What the host hands over is known here by the few attributes that are used, so that this file
needs no host.
"""

from collections.abc import Callable
from typing import Any, TypeAlias

# Objects of the host.
File: TypeAlias = Any
Files: TypeAlias = Any

JOINED = "assets/guide.css"


def join_sheets(paths: list[str], files: Files, make: Callable[..., File]) -> None:
    """Put one sheet in the place of those at `paths`, in their order, in the list and in `files`.

    `make` makes a file of an address and a `content`. A path without a file stays in the list.
    Addresses in a sheet count from the folder of JOINED, so only sheets that lie there have any.
    """
    sheets = {path: files.get_file_from_path(path) for path in paths}
    found = {path: sheet for path, sheet in sheets.items() if sheet}
    if not found:
        return
    text = "\n".join(sheet.content_string for sheet in found.values())
    for sheet in found.values():
        files.remove(sheet)
    files.append(make(JOINED, content=text))
    paths[:] = [JOINED, *(path for path in paths if path not in found)]
