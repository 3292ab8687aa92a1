"""Commands that run MkDocs on the machine of a contributor: one build of the site, and its server.

Where ProperDocs is installed, they run that in its place: it continues MkDocs, lets whatever is
imported from MkDocs be found in itself, and reads the same configuration.

They alone weave a reader's own copy in. Whatever they leave where they are killed lies in
`.build/`, and the next of them clears it.
"""

import os
import re
import socket
import tempfile
from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from annotated.content import site_config
from annotated.core import file_writer
from annotated.core.disk_cache import RESULTS
from annotated.own_copy import copy_store, publish_guard

SITE = "site"
# Where a site is built before it takes the place of the last one, and where servers keep theirs.
NEW = ".build/site"
SERVED = ".build/served"
ADDRESS = re.compile(r"(?:\[(?P<v6>[^\]]+)\]|(?P<host>[^:]+)):(?P<port>\d{1,5})", re.ASCII)
PORTS = range(1024, 65535)


class Outcome(NamedTuple):
    """The exit status of a command, and what is to be said at its end."""

    status: int
    words: str


def build(root: Path) -> Outcome:
    """Build the site of the project at `root`, the current folder.

    The last site stands until the new one is whole, and comes back where a build was killed.
    """
    # What is built by a code host is published, if only as a preview.
    if os.environ.get("CI") and (problems := publish_guard.copies(root)):
        return Outcome(1, "\n".join(map(str, problems)))
    file_writer.recover_folder(root, NEW, SITE)
    try:
        status = _run("build", "--strict", "--site-dir", NEW)
        if not status:
            file_writer.replace_folder(root, NEW, SITE)
    finally:
        file_writer.clear_folder(root, NEW)
    return Outcome(status, "" if status else f"Open {SITE}/index.html")


def serve(root: Path, address: str) -> Outcome:
    """Serve the project at `root`, the current folder, at `address`, a host and a port."""
    reason = _unusable(address)
    if not reason:
        folder = _served_folder(root)
        # MkDocs builds what it serves in a temporary folder of the system, which nobody clears.
        tempfile.tempdir = str(folder)
        try:
            return Outcome(_run("serve", "--livereload", "--dev-addr", address), "")
        except OSError as error:
            reason = _unusable(address)
            if not reason:
                raise error from None
        finally:
            file_writer.clear_folder(root, folder.relative_to(root).as_posix())
    port = address.rpartition(":")[2]
    other = int(port) + 1 if port.isdecimal() and int(port) in PORTS else 8001
    remedy = f"Choose another: make serve ADDRESS=127.0.0.1:{other}"
    return Outcome(1, f"{address}: {reason}. {remedy}")


def _run(*words: str) -> int:
    os.environ[copy_store.WEAVE_IN] = os.environ[RESULTS] = "1"
    name = "properdocs" if find_spec("properdocs") else "mkdocs"
    # Imported here: from then on ProperDocs stands for MkDocs, in `session` too.
    generator = import_module(f"{name}.__main__")
    try:
        generator.cli.main([*words, "--config-file", site_config.PATH], name)
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else int(bool(left.code))
    return 0


def _unusable(address: str) -> str:
    """Return why a server cannot listen at `address`, or "".

    This is asked first, for MkDocs listens only after 15 seconds of building.
    """
    parts = ADDRESS.fullmatch(address)
    if not parts or int(parts["port"]) not in range(65536):
        return "is no host and port"
    host = parts["v6"] or parts["host"]
    family = socket.AF_INET6 if parts["v6"] else socket.AF_INET
    try:
        with socket.create_server((host, int(parts["port"])), family=family):
            return ""
    except socket.gaierror:
        return "has a host that nobody knows"
    except OSError as error:
        return os.strerror(error.errno or 0).lower()


def _served_folder(root: Path) -> Path:
    """Return a new folder for this process, and clear those of processes that have ended."""
    served = file_writer.checked(root, SERVED)
    served.mkdir(parents=True, exist_ok=True)
    for folder in served.iterdir():
        try:
            os.kill(int(folder.name), 0)  # signal 0 only asks
        except (ProcessLookupError, ValueError):
            file_writer.clear_folder(root, f"{SERVED}/{folder.name}")
        except PermissionError:
            continue
    own = served / str(os.getpid())
    with suppress(FileExistsError):
        own.mkdir()
    return own
