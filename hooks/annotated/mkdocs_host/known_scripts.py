"""Known scripts, the only ones that a page may have: files of the assets, and a few inline scripts.

Inline scripts are listed by their hashes, so that none is allowed only because it is in the page.
Where a new release of the theme, or a change to a template of ours, brings another script, the
build stops and names the page and the hash: read the script, then put its hash here.
"""

import re
from collections.abc import Iterator

from annotated.safety import content_security_policy
from annotated.safety.content_security_policy import script_hash

# SHA-256, in base64, of the text of each script as `_form` returns it.
INLINE = {
    "157PU7ogqJvU71GM8UdQj+nxXCpQKVzJ6SEoUxTVFk8=": "theme/main.html",
    "Wy7/cpJ/oUHg/j2NxzJgnccXv4iAHc3J7VhJp7z0DDY=": "theme/404.html",
}
SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
# What is looked at: a page is searched once, as a search that minds no case takes long.
OPENING = re.compile(r"<(?:script|meta)\b", re.IGNORECASE)
# Only the way from a page to the root of the site differs between pages. On the 404 page it begins
# with the path of the site, as that page is shown at any URL.
UP = r"(?:(?:\.\./)+|/(?:[\w.~-]+/)*)"
FILE = re.compile(rf'(?: defer)? src="(?:{UP})?assets/(?:[a-z]+/)*[a-z][\w.-]*\.js"(?: defer)?')
ROOT = re.compile(rf"(?<=`){UP}(?=assets/)")
# A policy cannot forbid that a page leads elsewhere.
REFRESH = re.compile(r"<meta\b[^>]*http-equiv[^>]*>", re.IGNORECASE)


class UnknownScriptError(ValueError):
    """A script that is not known, or a redirection: its text, and the hash of a script."""


def inline(page: str) -> Iterator[str]:
    """Yield the text of each inline script of a page without a policy.

    Raises UnknownScriptError where the page has another script, or leads elsewhere.
    """
    for attributes, text in _scripts(page):
        if FILE.fullmatch(attributes) and not text:
            continue
        if not _is_known(attributes, text):
            message = f"the page would hold a script that is not known, '{text.strip()[:80]}'"
            raise UnknownScriptError(f"{message} ({script_hash(_form(text))}).")
        yield text


def _scripts(page: str) -> Iterator[tuple[str, str]]:
    """Yield attributes and text of each script; raise where one holds another, or a page leads."""
    end = 0
    for opening in OPENING.finditer(page):
        start = opening.start()
        if refresh := REFRESH.match(page, start):
            leads = f"the page would hold '{refresh[0][:80]}', which leads elsewhere."
            raise UnknownScriptError(leads)
        if opening[0].lower() == "<meta":
            continue
        script = SCRIPT.match(page, start)
        if not script or start < end:
            broken = "the page would hold a script within another, or one without end."
            raise UnknownScriptError(broken)
        end = script.end()
        yield script[1], script[2]


def _is_known(attributes: str, text: str) -> bool:
    return not attributes and script_hash(_form(text)) in INLINE


def _form(text: str) -> str:
    """Return a script without the parts that differ between pages."""
    return ROOT.sub("", text)


def add_policy(page: str) -> str:
    """Return a whole page with a policy under which its scripts run; raises as `inline` does."""
    return content_security_policy.add(page, inline(page))
