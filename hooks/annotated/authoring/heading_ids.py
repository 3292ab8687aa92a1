"""Ids of headings: made of the words of each, so that a link to it stays good.

Where nothing can be made of the words, or two headings have the same, Python-Markdown counts: the
next heading that is put before them changes every id behind it.
"""

import re
from collections.abc import Iterator, Sequence

from markdown.extensions.toc import slugify

from annotated.core.problems import Problem

# The title of the page, of one hash, is not linked to.
HEADING = re.compile(r"#{2,6}[ \t]*([^#\s].*?)[ \t]*#*[ \t]*")
ATTRIBUTES = re.compile(r"[ \t]*\{:?([^{}]*)\}[ \t]*$")
ID = re.compile(r"(?:^|\s)#(\S+)")
LINK = re.compile(r"\[([^\[\]]*)\](?:\([^()]*\)|\{[^{}]*\})")


def counted(path: str, lines: Sequence[str]) -> Iterator[Problem]:
    """Yield a problem for each heading whose id would be counted; code is not among the `lines`."""
    seen: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        heading = HEADING.fullmatch(line)
        if not heading:
            continue
        words = ATTRIBUTES.sub("", heading[1])
        attributes = ATTRIBUTES.search(heading[1])
        typed = ID.search(attributes[1]) if attributes else None
        id_ = typed[1] if typed else slugify(LINK.sub(r"\1", words), "-")
        if not id_:
            message = f"the heading '{words}' has no Latin letter to make an id of. Add an id "
            yield Problem(path, number, f"{message}behind it: {{ #name }}", "id-malformed")
        elif id_ in seen:
            message = f"the heading '{words}' has the id of that on line {seen[id_]}, '{id_}'. Add "
            yield Problem(path, number, f"{message}another behind it: {{ #name }}", "id-malformed")
        seen.setdefault(id_, number)
