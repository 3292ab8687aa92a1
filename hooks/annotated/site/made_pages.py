"""Pages that nobody types: the parts of a list that is too long for the page of all of it.

They are read as if they were typed, so that every step of a page is theirs too.
"""

import json
import re
from collections.abc import Mapping

from annotated.content import source_parts
from annotated.content.guide import Guide
from annotated.core.markdown_text import escaped
from annotated.evidence import divided_sources
from annotated.site.guide_index import DOCS

# What the page of the whole list asks for in its text: a style sheet, a script.
HIDDEN = re.compile(r"^<div hidden>.*</div>$", re.MULTILINE)
HEAD = "---\ntitle: {}\nhide:\n  - navigation\n{}---\n\n# {}\n\n{}\n"
# The same sources stand on other pages.
UNSEARCHED = "search:\n  exclude: true\n"


def texts(guide: Guide, typed: Mapping[str, str]) -> dict[str, str]:
    """Return the texts of such pages by path, beside the files that are `typed`."""
    whole = typed.get(f"{DOCS}{source_parts.WHOLE}")
    if whole is None:
        return {}
    asked = HIDDEN.search(whole)
    made: dict[str, str] = {}
    for part in guide.source_parts:
        title, asked_for = divided_sources.title(part), asked[0] if asked else ""
        quoted = json.dumps(title, ensure_ascii=False)
        search = "" if part.kind else UNSEARCHED
        made[f"{DOCS}{part.path}"] = HEAD.format(quoted, search, escaped(title), asked_for)
    return made
