"""Settings that come from the environment, where anybody may have typed them.

The code host fills them in from names of repositories and branches. A branch may be called
`x"><script>…`, and the theme writes these settings into every page as they are.
"""

import re
from collections.abc import Iterator

from mkdocs.config.defaults import MkDocsConfig

HOST = r"(?:[a-z0-9-]+(?:\.[a-z0-9-]+)*|\[[0-9a-f:]+\])(?::\d{1,5})?"
SEGMENT = r"(?!\.\.?(?:/|$))[\w.~-]+"
URL = re.compile(rf"https?://{HOST}(?:/{SEGMENT})*/?", re.ASCII | re.IGNORECASE)
FOLDER = re.compile(rf"{SEGMENT}(?:/{SEGMENT})*/?", re.ASCII)


def faults(config: MkDocsConfig) -> Iterator[str]:
    """Yield a sentence for each setting that is not plain: which one, its value, the remedy."""
    url = "Write it like https://example.org/name/."
    folder = "Name a commit, as in blob/0123abc/docs: a branch is called whatever its owner likes."
    checked = (
        ("SITE_URL", config.site_url, URL, url),
        ("REPO_URL", config.repo_url, URL, url),
        ("EDIT_URI", config.edit_uri, FOLDER, folder),
    )
    for name, value, pattern, remedy in checked:
        if value and not pattern.fullmatch(value):
            yield f"mkdocs.yml: the setting {name} is {value!r}, which is no plain path. {remedy}"
