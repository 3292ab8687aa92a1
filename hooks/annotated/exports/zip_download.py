"""Download of a built site: a zip of it with its checksum, offered on every page.

The zip is in the folder `downloads/` of the site. The pages in the zip do not offer it, since there
is none beside them.
"""

import re
import time
from collections.abc import Mapping
from hashlib import sha256
from html import escape
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from annotated.content import source_files
from annotated.core import file_writer
from annotated.exports import service_worker

SITE_NAME = re.compile(r"(?m)^site_name: *(.+)$")
FOLDER = "downloads"
# The place that the template leaves empty at the foot of a page, with the way to the root.
FOOT = re.compile(r'(<div class="at-hand" data-root="([^"]*)">)')
# 1980: the zip format has no earlier time, and only even seconds (APPNOTE.TXT 4.4.6).
FIRST = 315532800
# The mode of a plain file that all may read, in the place for Unix (create_system 3).
READABLE = 0o100644 << 16


def packed(files: Mapping[str, bytes], top: str, seconds: int) -> bytes:
    """Return a zip of `files` (path to content), sorted, below the one folder `top`.

    Every file has the same time, in `seconds` since 1970, UTC, so that the same files always give
    the same bytes.
    """
    when = time.gmtime(max(seconds, FIRST))[:6]
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for path in sorted(files):
            entry = ZipInfo(f"{top}/{path}", when)
            entry.compress_type, entry.create_system, entry.external_attr = (
                ZIP_DEFLATED,
                3,
                READABLE,
            )
            archive.writestr(entry, files[path])
    return target.getvalue()


def checksum(content: bytes, name: str) -> str:
    """Return the line by which `sha256sum -c` checks a file of that name beside it."""
    return f"{sha256(content).hexdigest()}  {name}\n"


def offered(page: str, name: str, size: int) -> str:
    """Return a whole page with a link to the zip, of `size` bytes, at its foot."""
    link = (
        f'\\g<1><p><a href="\\g<2>/{FOLDER}/{escape(name)}" download>Take the guide with you</a> '
        f'(zip, {size / 1e6:.1f} MB; <a href="\\g<2>/{FOLDER}/{escape(name)}.sha256" download>'
        "checksum</a>)</p>"
    )
    return FOOT.sub(link, page)


def name_of(settings: str, version: str) -> str:
    """Return the name of the guide for a file, from the text of `mkdocs.yml` and a version."""
    # The file has tags that plain YAML does not know.
    title = SITE_NAME.search(settings)
    return "-".join(
        [*re.findall(r"\w+", title[1].lower() if title else ""), *re.findall(r"[\d.]+\w*", version)]
    )


def write(site: Path, name: str, seconds: int) -> Path:
    """Put the zip of the built folder `site` into it, offer it there, and return its path.

    Raises FileExistsError where that has been done already.
    """
    file_writer.checked(site, FOLDER).mkdir()
    files = service_worker.SiteFiles(site)
    content = packed(files, name, seconds)
    archive = file_writer.write(site, f"{FOLDER}/{name}.zip", content)
    file_writer.write(site, f"{FOLDER}/{name}.zip.sha256", checksum(content, archive.name))
    for path, page in files.items():
        if path.endswith(".html"):
            new = offered(page.decode(), archive.name, len(content))
            file_writer.write(site, path, new)
    service_worker.write(site)
    return archive


def offer(root: Path, site: Path, seconds: int) -> Path:
    """Do the same, with the zip named after the guide in the folder `root` and its version."""
    settings = (root / "mkdocs.yml").read_text("utf-8")
    return write(site, name_of(settings, source_files.version(root)), seconds)
