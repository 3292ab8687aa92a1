"""The guide saved in a browser: which files of the built site a service worker is to keep.

What the worker does with them stands in `docs/assets/offline/worker.js`. Each file is known by its
hash, so that a build which changed nothing is not fetched again, and two builds are never mixed.
"""

import json
from collections.abc import Mapping
from fnmatch import fnmatchcase
from hashlib import sha256
from pathlib import Path

WORKER = "service-worker.js"
CODE = "assets/offline/worker.js"
STATE = "assets/offline/state.js"
# What nobody needs to read on: the page of wrong addresses, lists for machines, files that are
# taken away and not read, and what the theme brings for other languages and for a disk.
LEFT = (
    "404.html", WORKER, "sitemap.xml*", "downloads/*", "data/*.csv", "data/*.json",
    "data/*.geojson", "*.map", "*.txt", "assets/pictures/*", "assets/javascripts/lunr/*",
    "search/search_index.js", CODE, "assets/original.*", "assets/fonts/widths.json",
)  # fmt: skip


def worker(files: Mapping[str, bytes]) -> str:
    """Return the script of the service worker for a site, its files given by path and content.

    It names for each file that is kept the SHA-256, cut to 16 bytes, in hexadecimal, and for the
    build the same of them all.
    """
    kept = {path: _hash(files[path]) for path in sorted(files) if is_kept(path)}
    listed = json.dumps(kept, ensure_ascii=False, indent=0)
    build = _hash(f"{listed}{_hash(files.get(CODE, b''))}".encode())
    return f'const BUILD = "{build}";\nconst FILES = {listed};\nimportScripts("{CODE}");\n'


def is_kept(path: str) -> bool:
    """Tell whether a file of the site is one to read on with."""
    return not any(fnmatchcase(path, pattern) for pattern in LEFT)


def _hash(content: bytes) -> str:
    return sha256(content).hexdigest()[:32]


def files(site: Path) -> dict[str, bytes]:
    """Return the content of each file below the folder `site` by its path from there, sorted."""
    found = sorted(path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in found}


def write(site: Path) -> None:
    """Put the service worker into the folder of a built site; it comes last of all."""
    (site / WORKER).write_text(worker(files(site)), encoding="utf-8")
