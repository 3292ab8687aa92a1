"""Allowed URLs of typed links: pages of the web and files of the guide; of pictures, only files."""

import re
from html import unescape
from posixpath import dirname, join, normpath

WEB = re.compile(
    r"https?://(?P<host>[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,})(?P<rest>[/?#].*)?", re.IGNORECASE
)
# No segment of a path is empty, so that it cannot begin with another host (`//host`).
WITHIN = re.compile(r"(?P<path>(?:\.{1,2}/)*(?:[\w.-]+/)*[\w.-]*)(?:#[\w:.=-]+)?", re.ASCII)
FORBIDDEN = re.compile(r"[\s<>\"'\\`]")
ROOT = "docs"


def fault(address: str, path: str = "") -> str:
    """Return what is wrong with the address of a link in the file `path`, or nothing."""
    plain = unescape(address)
    web = WEB.fullmatch(plain)
    if web:
        strange = "xn--" in web["host"].lower() or FORBIDDEN.search(plain)
        return "holds characters that an address does not need" if strange else ""
    return _leads_out(plain, path)


def fault_of_picture(address: str, path: str = "") -> str:
    """Return what is wrong with the address of a picture: it must be a file of the guide."""
    return "is no file of the guide" if _leads_out(unescape(address), path) else ""


def fault_of_page(address: str) -> str:
    """Return what is wrong with an address that must be one of the web."""
    return fault(address) if WEB.fullmatch(address) else "is not of the form https://host/…"


def _leads_out(address: str, path: str) -> str:
    within = WITHIN.fullmatch(address)
    if not within:
        return "is neither https://… nor the path of a file of the guide"
    folder = dirname(path) if path.startswith(f"{ROOT}/") else f"{ROOT}/folder"
    if normpath(join(folder, within["path"])).split("/")[0] != ROOT:
        return f"leads out of the folder {ROOT}"
    return ""
