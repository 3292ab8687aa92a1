"""What of our files the host sees: no entry that shares a page, words as read, files of data.

What the host hands over is known here by the few attributes that are used, so that this file
needs no host.
"""

from collections.abc import Callable
from typing import Any, TypeAlias

from annotated.site import Site

# Objects of the host.
File: TypeAlias = Any
Files: TypeAlias = Any


def fit(files: Files, site: Site, make: Callable[..., File], *, put_off: bool) -> None:
    """Fit the list of `files` to what `site` has read and will make.

    `make` makes a file of an address and a `content`, which stays empty where it is `put_off`.
    """
    for path in site.known.entries:
        if entry := files.get_file_from_path(path):
            files.remove(entry)
    for file in files.documentation_pages():
        file.content_string = site.typed(file.src_uri)
    for path, text in site.data():
        files.append(make(path, content="" if put_off else text()))
