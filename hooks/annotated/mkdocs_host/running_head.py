"""Running head of a printed page: the names of guide and page, at the root of the page.

A style sheet cannot reach the text of a page from its margins, but an attribute of the root.
"""

import re

# Both names, as the template writes them; an attribute holds all of it but quotation marks.
TITLE = re.compile(r"<title>(?:(?P<page>.*) - )?(?P<guide>.*?)</title>", re.DOTALL)
ROOT, END = "<html ", "</title>"


def add_running_head(page: str) -> str:
    """Return a whole page whose root has the name of the guide and, but at its start, its own."""
    start = page.find("<title>")
    title = TITLE.fullmatch(page, start, page.find(END, start) + len(END)) if start >= 0 else None
    if not title:
        return page
    names = {"guide": title["guide"], "page": title["page"] or ""}
    held = "".join(f'data-{kind}="{_plain(name)}" ' for kind, name in names.items())
    return page.replace(ROOT, ROOT + held, 1)


def _plain(name: str) -> str:
    return " ".join(name.split()).replace('"', "&quot;")
