"""What the host sees of our files: no entry that shares a page, words as read, data, one sheet.

What the host hands over is known here by the few attributes that are used, so that this file
needs no host.
"""

from collections.abc import Callable
from typing import Any, TypeAlias

from annotated.site.build import Build

# Objects of the host.
File: TypeAlias = Any
Files: TypeAlias = Any

JOINED = "assets/guide.css"


def fit(
    files: Files, site: Build, sheets: list[str], make: Callable[..., File], *, put_off: bool
) -> None:
    """Fit the list of `files`, and of style `sheets`, to what `site` has read and will make.

    `make` makes a file of an address and a `content`. Where files are `put_off`, that stays empty
    but for the sheets, which are joined here.
    """
    for path in site.index.entries:
        if entry := files.get_file_from_path(path):
            files.remove(entry)
    for file in files.documentation_pages():
        file.content_string = site.typed(file.src_uri)
    for path, text in site.data():
        files.append(make(path, content="" if put_off and path not in sheets else text()))
    join_sheets(sheets, files, make)


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
