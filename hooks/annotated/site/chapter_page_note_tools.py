"""The tool of a note in the list below a chapter: a link to where its words can be edited."""

import re
from collections.abc import Mapping
from html import escape

NOTE = re.compile(r'(<li\b[^>]*\sid="fn:(\w+)"[^>]*>(?:(?!</li>).)*?)(</p>\s*</li>)', re.DOTALL)


def add(html: str, edit: Mapping[str, str]) -> str:
    """Return a chapter in which each note leads to its source; `edit` has its address by number."""
    return NOTE.sub(lambda match: match[1] + _tool(match[2], edit) + match[3], html)


def _tool(number: str, edit: Mapping[str, str]) -> str:
    address = edit.get(number)
    if not address:
        return ""
    where = f'href="{escape(address)}" rel="noreferrer"'
    return f' <a class="tool" {where} title="Edit note {number}">edit</a>'
