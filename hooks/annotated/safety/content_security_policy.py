"""The Content-Security-Policy of a page: nothing runs or is fetched that the site does not bring.

Read from a disk, a page has no origin, so that `'self'` matches nothing (Content Security Policy
Level 3, “Does url match source expression in origin”): `file:` is named beside it. Served, that
allows nothing more, as no page of the web may load a file. Style attributes are not allowed, so
nothing here writes one.
"""

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256

SOURCES = {
    "default-src": "'none'",
    "script-src": "'self' file:",
    "style-src": "'self' file:",
    "img-src": "'self' file: data:",  # icons and the locator are masks in data URIs
    "font-src": "'self' file:",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
}
CHARSET = '<meta charset="utf-8">'
SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
# A script that is fetched needs no hash. One that only holds data does not run and needs none
# either, but not every checker of pages knows.
FETCHED = re.compile(r"\bsrc\s*=", re.IGNORECASE)


def add(page: str, content: str = "") -> str:
    """Return a whole page with its policy as the first element after the charset.

    The scripts that stand in the page run, but for those within `content`, the words of the page:
    words are never code. Raises ValueError where the page does not begin with its charset.
    """
    frame = page.replace(content, "") if content else page
    head, charset, rest = page.partition(CHARSET)
    if not charset:
        raise ValueError(f"the page has no {CHARSET}, behind which its policy is to stand")
    return f'{head}{charset}<meta http-equiv="Content-Security-Policy" content="{of(frame)}">{rest}'


def of(page: str) -> str:
    """Return the policy under which the scripts of a page run and no other."""
    hashes = dict.fromkeys(f"'sha256-{digest(script)}'" for script in scripts(page))
    sources = SOURCES | {"script-src": " ".join([SOURCES["script-src"], *hashes])}
    return "; ".join(f"{name} {value}" for name, value in sources.items())


def scripts(page: str) -> Iterator[str]:
    """Yield the text of each script that stands in a page."""
    for attributes, text in SCRIPT.findall(page):
        if not FETCHED.search(attributes):
            yield text


def digest(script: str) -> str:
    """Return the SHA-256 of a script in UTF-8, in base64, as a policy names it."""
    return b64encode(sha256(script.encode()).digest()).decode()
