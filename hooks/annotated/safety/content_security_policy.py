"""The Content-Security-Policy of a page: nothing runs or is fetched that the site does not bring.

Read from a disk, a page has no origin, so that `'self'` matches nothing (Content Security Policy
Level 3, “Does url match source expression in origin”): `file:` is named beside it. Served, that
allows nothing more, as no page of the web may load a file. Style attributes are not allowed, so
nothing here writes one.
"""

from annotated.safety import known_scripts

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


def add(page: str) -> str:
    """Return a whole page with its policy as the first element after the charset.

    Raise ValueError where the page does not begin with its charset, or holds what is not known.
    """
    head, charset, rest = page.partition(CHARSET)
    if not charset:
        raise ValueError(f"the page has no {CHARSET}, behind which its policy is to stand")
    return f'{head}{charset}<meta http-equiv="Content-Security-Policy" content="{of(page)}">{rest}'


def of(page: str) -> str:
    """Return the policy under which the inline scripts of a page run and no other."""
    hashes = (f"'sha256-{known_scripts.digest(text)}'" for text in known_scripts.inline(page))
    sources = SOURCES | {"script-src": " ".join([SOURCES["script-src"], *dict.fromkeys(hashes)])}
    return "; ".join(f"{name} {value}" for name, value in sources.items())
