"""Service worker, which saves the guide in a browser: the list of files that it keeps.

Its code is `docs/assets/offline/worker.js`. Each file is identified by its hash, so that a file
which has not changed is not fetched again, and two builds are never mixed.
"""

import json
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from hashlib import sha256
from pathlib import Path

from annotated.core import file_writer

WORKER = "service-worker.js"
CODE = "assets/offline/worker.js"
STATE = "assets/offline/state.js"
# Files that a reader without a network does not need: the 404 page, lists for machines, downloads,
# and what only whoever changes the guide needs.
LEFT_OUT = (
    "404.html", WORKER, "sitemap.xml*", "downloads/*", "book/*", "data/*.[!h]*",
    "study/deck.*", "*.map", "*.txt", "*.md",
    CODE, "assets/original.*",
    "assets/fonts/widths.json",
)  # fmt: skip


def worker(files: Mapping[str, bytes]) -> str:
    """Return the script of the service worker of a site; `files` maps paths to contents.

    It has the hash of each file that is kept (SHA-256, cut to 16 bytes, in hexadecimal), and one
    for the build, which is the hash of this list and of the code.
    """
    kept = {path: _hash(files[path]) for path in sorted(files) if is_kept(path)}
    listed = json.dumps(kept, ensure_ascii=False, indent=0)
    build = _hash(f"{listed}{_hash(files.get(CODE, b''))}".encode())
    return f'const BUILD = "{build}";\nconst FILES = {listed};\nimportScripts("{CODE}");\n'


def is_kept(path: str) -> bool:
    """Tell whether the worker keeps a file of the site."""
    return not any(fnmatchcase(path, pattern) for pattern in LEFT_OUT)


def _hash(content: bytes) -> str:
    return sha256(content).hexdigest()[:32]


class SiteFiles(Mapping[str, bytes]):
    """Files below a folder by their path from there, sorted; each is read when it is asked for.

    A link is left out, which may lead out of the site.
    """

    def __init__(self, site: Path) -> None:
        found = sorted(path for path in site.rglob("*") if _is_own(path))
        self._places = {path.relative_to(site).as_posix(): path for path in found}

    def __getitem__(self, path: str) -> bytes:
        """Return the content of a file; raise KeyError where there is none."""
        return self._places[path].read_bytes()

    def __iter__(self) -> Iterator[str]:
        """Return the paths."""
        return iter(self._places)

    def __len__(self) -> int:
        """Return how many files there are."""
        return len(self._places)


def _is_own(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def write(site: Path) -> None:
    """Write the service worker into the folder of a built site, after all its other files."""
    file_writer.write(site, WORKER, worker(SiteFiles(site)))
