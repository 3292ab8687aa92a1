"""What the host sees of our files: no entry that shares a page, words as read, data, one sheet.

What the host hands over is known here by the few attributes that are used, so that this file
needs no host.
"""

from collections.abc import Callable
from typing import Any, TypeAlias

from annotated.mkdocs_host.files_style_sheets import join_sheets
from annotated.site.build import Build

# Objects of the host.
File: TypeAlias = Any
Files: TypeAlias = Any


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
