"""Synonyms for the search: how else readers call what an entry of a kind is, and a page.

They stand below any name: an entry that has a word in its own name comes before one that has it
from here.
"""

# By the kind of an entity, in English as names and summaries are.
OF_KINDS = {
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
    "leader": "leader leaders leadership led lead head chief",
    "commander": "commander commanders commanded led lead general leader",
    "statesman": "politician minister president leader led",
    "official": "official spokesman",
    "officer": "officer general commander soldier",
    "analyst": "analyst expert researcher scholar",
    "journalist": "journalist reporter correspondent",
    "author": "author writer wrote",
    "army": "army troops soldiers military",
    "militia": "militia militias fighters",
    "coalition": "coalition alliance allies",
    "media": "media press newspaper newspapers agency",
    "research": "think tank institute researchers",
}
# Words that readers take for one another. A word counts in one group at most.
ALIKE = (
    "isis isil islamic",
    "kurds kurd kurdish",
    "flee fled flight fleeing fleeting",
    "retreat retreats retreated withdraw withdraws withdrew withdrawal withdrawals withdrawing",
    "died die dead death deaths killed casualties killing",
    "fight fights fighting fought battle combat war",
    "fall fell fallen lost loses captured",
    "led lead leads leader leaders headed",
    "begin began begun start started starts beginning",
    "say says said claim claims claimed",
    "bomb bombs bombing bombings explosives explosive",
    "plane planes aircraft jets airpower",
    "airstrike airstrikes bombardment",
    "reason reasons cause causes why",
    "newspaper newspapers press",
    "hit strike strikes struck",
)
# How the number of a chapter is said.
NUMBERS = (
    ("one", "first"), ("two", "second"), ("three", "third"), ("four", "fourth"), ("five", "fifth"),
    ("six", "sixth"), ("seven", "seventh"), ("eight", "eighth"), ("nine", "ninth"),
)  # fmt: skip
# By the path of a page below `docs/`.
OF_PAGES = {
    "index.md": ("home", "front page", "start", "overview", "summary", "in short", "abstract"),
    "sources/index.md": (
        "bibliography", "references", "works cited", "literature", "reading list",
    ),
    "sources/audit.md": (
        "audit", "editors remarks", "remarks", "errors", "mistakes", "errata", "contradictions",
        "inconsistencies", "what does not fit", "doubts", "discrepancies", "fact check",
        "corrections", "is it true",
    ),
    "timeline/index.md": ("chronology", "dates", "history"),
    "map/index.md": ("maps",),
    "glossary/index.md": ("terms", "words", "definitions", "dictionary", "vocabulary"),
    "claims/index.md": (
        "who says so", "who says it", "who says what", "whose word", "attribution", "speakers",
        "who speaks", "who is speaking", "how to read it",
    ),
    "claims/statements.md": ("all statements", "filter", "casualties", "death toll"),
    "claims/profile.md": ("statistics", "numbers", "counts", "share of sources"),
    "study/index.md": ("study guide", "study", "questions", "quiz", "test", "exam"),
    "study/argument.md": (
        "argument", "argument map", "thesis", "main point", "main points", "key points",
        "main idea", "summary",
    ),
    "study/explanations.md": (
        "rival explanations", "competing explanations", "alternatives", "hypotheses", "theories",
        "analysis of competing hypotheses",
    ),
    "study/exercises.md": ("tasks", "worksheets", "worksheet", "assignments", "homework"),
    "study/teaching.md": (
        "teachers", "teacher", "teach", "lesson plan", "lessons", "lesson", "classroom", "class",
        "school", "schools", "handouts", "pupils", "students", "seminar", "course", "university",
        "workshop", "discussion",
    ),
    "study/kit.md": (
        "printable", "printables", "print", "printing", "printout", "sheets", "handout",
    ),
    "study/cards.md": ("flashcards", "flash cards", "anki", "sorting cards"),
    "study/mine.md": ("my notes", "notebook", "my answers", "progress", "bookmarks"),
    "data/index.md": (
        "downloads", "download", "download everything", "dataset", "csv", "json", "geojson", "api",
        "pdf", "epub", "ebook", "book", "export", "spreadsheet",
    ),
    "about/index.md": (
        "about", "licence", "license", "copyright", "rights", "who made this", "who wrote this",
        "who wrote this guide", "this guide", "editors", "credits", "content warning",
        "trigger warning",
    ),
    "about/accessibility.md": (
        "accessibility", "keyboard", "keyboard shortcuts", "shortcuts", "keys", "dark mode",
        "font size", "text size", "settings", "screen reader", "large print",
    ),
    "about/reading-aloud.md": ("read aloud", "audio", "listen", "text to speech", "voice"),
    "about/contributing.md": (
        "contribute", "edit", "contact", "feedback", "report an error", "github", "source code",
        "suggest a change",
    ),
}  # fmt: skip
# By the address of a section of such a page, below `docs/`.
OF_SECTIONS = {
    "about/index.md#how-to-cite-it": (
        "cite", "how to cite", "citation", "citing", "quote", "footnote this", "apa", "mla",
    ),
    "about/index.md#what-your-browser-keeps": (
        "privacy", "cookies", "tracking", "data protection", "offline", "read offline",
    ),
    "claims/index.md#since-when-it-could-be-known": (
        "known by", "what could be known", "hindsight",
    ),
    "claims/index.md#the-words-by-which-a-statement-holds-back": (
        "hedges", "hedge", "how sure", "how sure is this", "certainty", "caution",
    ),
    "claims/index.md#whose-word-alone": ("only the group", "single source", "uncorroborated"),
    "data/index.md#for-other-programs": (
        "zotero", "bibtex", "ris", "csl", "reference manager", "mendeley", "tei", "llm", "rdf",
    ),
}  # fmt: skip
