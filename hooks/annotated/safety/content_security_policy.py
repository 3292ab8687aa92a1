"""Content-Security-Policy of a page: nothing runs or is fetched that the site does not bring.

A page opened from a disk has no origin, so that `'self'` matches nothing there (Content Security
Policy Level 3, “Does url match source expression in origin”): `file:` is named beside it. Served,
this allows nothing more, as no page of the web may load a file.

Inline styles are refused, so no generated HTML has a `style` attribute. Inline scripts are allowed
by their hashes: a nonce would be the same at each request of a static file, and could be copied.
"""

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

SOURCES = {
    # Whatever is not listed below, such as frames and plugins, is refused.
    "default-src": "'none'",
    "script-src": "'self' file:",
    "style-src": "'self' file:",
    "img-src": "'self' file: data:",  # icons and the locator are masks in data URIs
    "font-src": "'self' file:",
    "connect-src": "'self'",  # files for the service worker
    "worker-src": "'self'",
    # A <base> could turn every relative URL of a page to another host.
    "base-uri": "'none'",
    "form-action": "'none'",
}
# A policy counts only for what follows it, and browsers look for the charset in the first 1024
# bytes of a page, which a policy with many hashes may fill: so the charset comes first.
CHARSET = '<meta charset="utf-8">'


def add(page: str, scripts: Iterable[str]) -> str:
    """Return a whole page with its policy as the first element after the charset.

    `scripts` are the texts of its inline scripts. Raises ValueError where it has no charset.
    """
    head, charset, rest = page.partition(CHARSET)
    if not charset:
        raise ValueError(f"the page has no {CHARSET}, behind which its policy is to stand")
    policy = f'<meta http-equiv="Content-Security-Policy" content="{policy_for(scripts)}">'
    return f"{head}{charset}{policy}{rest}"


def policy_for(scripts: Iterable[str]) -> str:
    """Return the policy under which these inline scripts run, and no others."""
    hashes = (f"'sha256-{script_hash(text)}'" for text in scripts)
    sources = SOURCES | {"script-src": " ".join([SOURCES["script-src"], *dict.fromkeys(hashes)])}
    return "; ".join(f"{name} {value}" for name, value in sources.items())


def script_hash(script: str) -> str:
    """Return the SHA-256 of a script in UTF-8, in base64, as a policy names it."""
    return b64encode(sha256(script.encode()).digest()).decode()
