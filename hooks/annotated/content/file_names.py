"""Names that a file may have: pages, lists, sources, and the files of the assets that are listed.

The generator publishes every file below `docs/` at its own path, where a browser would run a
script or a page, and where a file takes the place of one of its templates that has the same path.
"""

import re

LISTS = {
    "docs/unlinked.yml",
    "docs/hedges.yml",
    "docs/search-words.yml",
    "docs/claims/ids.yml",
    "docs/claims/subjects.yml",
    "docs/claims/support.yml",
    "docs/claims/themes.yml",
    "docs/map/happenings.yml",
    "docs/map/landmarks.yml",
    "docs/map/sheets.yml",
    "docs/timeline/lanes.yml",
    "docs/study/argument.yml",
    "docs/study/chapter-ends.yml",
    "docs/study/exercises.yml",
    "docs/study/explanations.yml",
    "docs/study/questions.yml",
    "bibliography/article.yml",
    "bibliography/endnotes.yml",
    "bibliography/fingerprint.yml",
    "bibliography/series.yml",
}
SCRIPTS = (
    "front/front "
    "study/own-list study/own-notes study/practice study/records "
    "audit card-context card-place card-shelves card-told cards choices citation folded gutter "
    "lens lenses lists map/map note-cards offline/state offline/worker original pages place "
    "remark-cards scheme search search/asked search/list search/lookup search/passages "
    "search/words statement-cards statements steady storage study/argument "
    "study/explanations switches timeline timeline-clocks timeline-strip told-beside"
)
STYLES = (
    "front/below front/figure front/head front/under "
    "study/own-notes study/questions study/sheets "
    "audit cards claims contrast entries facing fonts grid header lens lens-text lists map/choice "
    "map/marks map/room map/sheet map/sheet-ways map/words margins notes offline/foot original "
    "panel print problems rail reader remarks search statements study/argument "
    "study/explanations study/marks text timeline timeline-clocks timeline-strip"
)
ASSETS = {
    *(f"docs/assets/{name}.js" for name in SCRIPTS.split()),
    *(f"docs/assets/{name}.css" for name in STYLES.split()),
    "docs/assets/favicon.svg",
    "docs/assets/fonts/widths.json",
    "docs/assets/basemap/README.txt",
}
# What a browser only shows: a picture that is no document of its own, as SVG would be; a font.
SHOWN = re.compile(
    r"docs/assets/(?:pictures/[a-z0-9-]+\.(?:avif|gif|jpg|png|webp)"
    r"|fonts/(?:[a-z0-9-]+\.woff2|LICENSE-[a-z-]+\.txt))"
)
# `404.html` is a page of the generator, which publishes nothing of `docs/templates`.
PAGE = re.compile(r"docs/(?!assets/|templates/|404\.md).+\.md", re.DOTALL)
BASE_MAP = re.compile(r"docs/assets/basemap/(?:detail/)?[a-z0-9_]+\.geojson")
SOURCES = re.compile(r"bibliography/[^/]+\.bib")
# A long article has its notes in several lists.
NOTES = re.compile(r"bibliography/endnotes/[a-z0-9-]+\.yml")


def is_hidden(path: str) -> bool:
    """Tell whether a file or a folder above it is hidden: nothing reads or publishes it."""
    return any(part.startswith(".") for part in path.split("/"))


def is_read(path: str) -> bool:
    """Tell whether there may be a file at `path` (from the root) whose text is read."""
    patterns = (PAGE, SOURCES, NOTES, BASE_MAP)
    return path in LISTS or any(pattern.fullmatch(path) for pattern in patterns)


def is_listed(path: str) -> bool:
    """Tell whether there may be a file at `path`, read or only published."""
    return is_read(path) or path in ASSETS or bool(SHOWN.fullmatch(path))
