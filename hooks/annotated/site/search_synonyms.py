"""Synonyms for the search: how else readers call what an event of a kind is, and a page.

They stand below any name: an entry that has a word in its own name comes before one that has it
from here.
"""

# By the kind of event, in English as names and summaries are.
OF_EVENTS = {
    "attack": "attack raid assault strike killed killing dead death deaths casualties victims",
    "battle": "battle fight fighting offensive liberation fall lost loss",
    "campaign": "campaign offensive operation operations advance",
    "capture": "capture captured fall taken seized lost loss retaken liberated liberation",
    "deal": "deal agreement evacuation",
    "declaration": "declaration announcement statement",
    "founding": "founding founded beginning",
    "publication": "publication article text",
    "raid": "raid attack assault killed killing dead death deaths casualties victims",
    "report": "report article news",
    "siege": "siege blockade encirclement",
    "speech": "speech address",
    "video": "video film",
    "withdrawal": "withdrawal withdraw retreat flight fall lost loss",
}
# By the path of a page below `docs/`.
OF_PAGES = {
    "sources/index.md": ("bibliography", "references", "works cited", "literature"),
    "sources/audit.md": ("audit", "editors remarks", "remarks", "errors", "mistakes", "errata"),
    "timeline/index.md": ("chronology", "dates"),
    "map/index.md": ("maps",),
    "glossary/index.md": ("terms", "words", "definitions", "dictionary"),
    "study/argument.md": ("argument", "argument map", "thesis"),
    "study/explanations.md": ("rival explanations", "competing explanations", "alternatives"),
    "study/exercises.md": ("tasks", "worksheets"),
    "study/teaching.md": ("teachers", "lesson plan", "lessons", "classroom", "handouts"),
    "study/cards.md": ("flashcards", "anki"),
    "data/index.md": ("downloads", "download", "dataset"),
    "about/index.md": ("about", "licence", "license", "copyright", "rights", "who made this"),
}
