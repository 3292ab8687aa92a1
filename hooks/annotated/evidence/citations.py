"""Citations in Markdown: `@key` and `[@key; @key]`, replaced as mkdocs-bibtex replaces them.

A build leaves them to that plugin; a check, which runs without it, reads them here. A test holds
that both give the same of any text:
"""

import re
from collections.abc import Collection

from annotated.evidence import references

BLOCK = re.compile(r"\[(.*?)\]")
CITATION = re.compile(r"(?:([^@;]*?)\s*)?@(?P<key>[\w-]+)(?:,\s*(?P<locator>[^;]+))?")
MAIL = re.compile(r"[a-zA-Z0-9._%+-]+@[a-zA-Z0-9.-]+\.[a-zA-Z]{2,}")
INLINE = re.compile(r"(?<!\\)(?<![\[\w])@(?P<key>[\w:-]+)(?![^\[\]]*\])")
# The places of lists of what a page cites, and of all sources: the second is never filled.
BIBLIOGRAPHY, FULL_BIBLIOGRAPHY = "\\bibliography", "\\full_bibliography"


def replace(markdown: str, keys: Collection[str]) -> str:
    """Return `markdown` with a note mark for each citation in brackets, and other ones in place.

    Only the `keys` of known sources are replaced; each is then a placeholder of `references`.
    """
    cited: dict[str, str] = {}
    for block in BLOCK.findall(markdown):
        citations = [
            match
            for part in block.split(";")
            if not MAIL.match(part) and (match := CITATION.match(part))
        ]
        if citations:
            marks = "".join(f"[^{one['key']}]" for one in citations if one["key"] in keys)
            markdown = markdown.replace(f"[{block}]", marks)
            cited |= {one["key"]: one["locator"] or "" for one in citations}
    notes = "\n".join(f"[^{key}]: {_reference(key, locator)}" for key, locator in cited.items())
    markdown = markdown.replace(BIBLIOGRAPHY, notes).replace(FULL_BIBLIOGRAPHY, "")
    found = {match["key"] for match in INLINE.finditer(markdown) if match["key"] in keys}
    # A key may begin a longer one, which is replaced before it.
    for key in sorted(found, key=len, reverse=True):
        markdown = markdown.replace(f"@{key}", references.placeholder(key))
    return markdown


def _reference(key: str, locator: str) -> str:
    return f"{references.placeholder(key)}, {locator}" if locator else references.placeholder(key)
