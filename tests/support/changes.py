"""Changes that a contributor makes: a file, words in it, what takes their place, and the page."""

# A file, words in it and what takes their place, and the page on which “Newly written” then stands.
CHANGES = {
    "a sentence of a chapter": (
        "docs/chapters/02-strategic-retreat.md",
        "]{ #p8-s2 .author }",
        " Newly written.]{ #p8-s2 .author }",
        "chapters/02-strategic-retreat.html",
    ),
    "the head of a place": (
        "docs/places/mosul.md",
        "summary: ",
        "summary: Newly written. ",
        "places/mosul.html",
    ),
    "a spelling": (
        "docs/places/mosul.md",
        "spellings:\n",
        "spellings:\n  - Newly written\n",
        "places/mosul.html",
    ),
    "the name of a place on the map": (
        "docs/places/rawa.md",
        "name: Rawa",
        "name: Rawa, Newly written",
        "map/index.html",
    ),
    "an entry that shares a page": (
        "docs/glossary/nikayah.md",
        'summary: "',
        'summary: "Newly written. ',
        "glossary/index.html",
    ),
    "what a note is cited for": (
        "bibliography/endnotes.yml",
        'supports: "',
        'supports: "Newly written: ',
        "sources/index.html",
    ),
    "the title of a source": (
        "bibliography/references.bib",
        "= {{Raqqa’s",
        "= {{Newly written Raqqa’s",
        "sources/index.html",
    ),
    "the configuration": (
        "mkdocs.yml",
        "  - Places:",
        "  - Newly written:",
        "index.html",
    ),
    "a name that half of all pages show": (
        "docs/groups/islamic-state.md",
        "name: ",
        "name: Newly written, ",
        "groups/index.html",
    ),
}
