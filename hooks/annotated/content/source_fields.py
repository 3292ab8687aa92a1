"""Fields of sources: which are read, under which names, and which are left out by name.

The names are those of biblatex (“The biblatex Package”, sections 2.1 and 2.2), the older ones of
BibTeX, and our own: `container`, `kind`, `public`, `several`, `corrected`,
`corrected_basis`.
"""

import re

# Whose own word a source is; the evidence is counted by it.
KINDS = (
    "press", "wire", "think-tank", "academic", "opinion", "interview", "official", "group",
    "monitor",
)  # fmt: skip

# Older names, and names of programs, of a field that is read.
ALIASES = {
    "journal": "container",
    "journaltitle": "container",
    "address": "location",
    "school": "institution",
    "hyphenation": "langid",
}
OWN = frozenset({"kind", "public", "several", "corrected", "corrected_basis", "container"})
# Persons besides the author.
CONTRIBUTORS = (
    "editor", "translator", "bookauthor", "commentator", "annotator", "introduction", "foreword",
    "afterword", "editora", "editorb", "editorc", "collaborator", "director",
)  # fmt: skip
NAMES = ("author", *CONTRIBUTORS)
DATES = ("date", "year", "month", "day")
# Fields whose text is printed with a word of its own, in this order; see `evidence.references`.
DETAILS = (
    "titleaddon", "maintitle", "mainsubtitle", "booktitleaddon", "part", "volumes", "chapter",
    "issuetitle", "eid", "version", "organization", "eventtitle", "venue", "eventdate", "origdate",
    "pubstate", "addendum",
)  # fmt: skip
READ = OWN.union(
    NAMES, DATES, DETAILS,
    ("title", "subtitle", "booktitle", "booksubtitle", "journalsubtitle"),
    ("series", "volume", "number", "issue", "edition", "pages", "type", "howpublished"),
    ("publisher", "institution", "location", "url", "urldate", "doi"),
    ("note", "language", "langid", "crossref"),
)  # fmt: skip
# Not decoded: TeX does not read them either.
VERBATIM = frozenset((
    *DATES, "urldate", "eventdate", "origdate", "url", "doi", "crossref", "kind", "public",
    "several", "corrected",
))  # fmt: skip

# What reference managers write for themselves, how other programs are to sort and abbreviate, and
# numbers that no reader of a note looks for.
LEFT_OUT = frozenset((
    "abstract", "annotation", "annote", "comment", "review", "keywords", "keyword", "file", "pdf",
    "groups", "owner", "timestamp", "creationdate", "modificationdate", "date-added",
    "date-modified", "dateadded", "datemodified", "added-at", "biburl", "bibsource", "interhash",
    "intrahash", "username", "priority", "ranking", "rating", "readstatus", "read", "printed",
    "relevance", "qualityassured", "tags", "local-url", "internal-note", "citation-key",
    "ids", "options", "presort", "sortkey", "sortname", "sortshorthand", "sorttitle", "sortyear",
    "key", "label", "shorthand", "shorthandintro", "shortauthor", "shorteditor", "shorttitle",
    "shortjournal", "shortseries", "indextitle", "indexsorttitle", "langidopts", "nameaddon",
    "authortype", "editortype", "bookpagination", "pagination", "gender", "execute", "entrysubtype",
    "related", "relatedtype", "relatedstring", "relatedoptions", "xref", "usera", "userb", "userc",
    "userd", "usere", "userf", "library", "lccn", "archive", "archiveprefix", "primaryclass",
    "eprint", "eprinttype", "eprintclass", "isbn", "issn", "isan", "ismn", "isrn", "iswc", "pmid",
    "pmcid", "mrnumber", "zblnumber", "arxivid", "pagetotal", "numpages", "copyright", "rights",
    "origlanguage",
))  # fmt: skip
# Numbered and named after a program: `bdsk-url-1`, `mendeley-tags`, `zotero-key`.
LEFT_OUT_FAMILIES = re.compile(r"(?:bdsk|mendeley|zotero|jabref|papers|__)[\w-]*|urldate-.*")

# The kinds of sources, and the types of BibTeX and biblatex that mostly are of that kind.
MOSTLY = {
    "academic": (
        "article", "suppperiodical", "periodical", "book", "mvbook", "inbook", "bookinbook",
        "suppbook", "booklet", "collection", "mvcollection", "incollection", "suppcollection",
        "proceedings", "mvproceedings", "inproceedings", "conference", "reference", "mvreference",
        "inreference", "thesis", "phdthesis", "mastersthesis", "dataset",
    ),
    "think-tank": ("report", "techreport", "manual", "standard", "software"),
    "official": ("legislation", "jurisdiction", "legal", "legadminmaterial", "patent"),
    "press": (
        "online", "electronic", "www", "misc", "unpublished", "letter", "image", "artwork",
        "audio", "music", "movie", "video", "performance", "commentary", "review",
    ),
}  # fmt: skip
TYPES = {entry_type: kind for kind, types in MOSTLY.items() for entry_type in types}
# Works that are no part of another: their titles are printed as those of books.
STANDALONE = frozenset((
    "book", "mvbook", "booklet", "collection", "mvcollection", "proceedings", "mvproceedings",
    "reference", "mvreference", "report", "techreport", "manual", "periodical", "movie",
))  # fmt: skip
OF_THE_WEB = frozenset({"online", "electronic", "www", "misc"})
# Types of works that biblatex prints by their abbreviation.
TYPE_WORDS = {
    "phdthesis": "PhD thesis", "mathesis": "MA thesis", "bathesis": "BA thesis",
    "mastersthesis": "MA thesis", "candthesis": "Cand. thesis", "thesis": "thesis",
    "techreport": "technical report", "resreport": "research report",
}  # fmt: skip

# By `crossref` an entry takes these from another, and the title of the whole as that of the book.
INHERITED = frozenset((
    *CONTRIBUTORS, *DATES, "booktitle", "booksubtitle", "container", "series", "volume", "number",
    "edition", "publisher", "institution", "location", "organization", "eventtitle", "venue",
    "eventdate", "language", "langid",
))  # fmt: skip
INHERITED_AS = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}

# Languages as programs write them: ISO 639, the names of babel. English is that of the guide, and
# is not said.
NAMES_OF_LANGUAGES = {
    "": "en eng english american british usenglish ukenglish canadian australian",
    "Arabic": "ar ara arabic",
    "Chinese": "zh zho chi chinese",
    "Dutch": "nl nld dut dutch",
    "French": "fr fra fre french",
    "German": "de deu ger german ngerman",
    "Hebrew": "he heb hebrew",
    "Italian": "it ita italian",
    "Kurdish": "ku kur ckb kmr kurdish",
    "Persian": "fa fas per persian farsi",
    "Russian": "ru rus russian",
    "Spanish": "es spa spanish",
    "Syriac": "syr syc syriac",
    "Turkish": "tr tur turkish",
    "Urdu": "ur urd urdu",
}
LANGUAGES = {
    name: language for language, names in NAMES_OF_LANGUAGES.items() for name in names.split()
}


def canonical(name: str) -> str:
    """Return the name under which a field is read."""
    return ALIASES.get(name, name)


def is_left_out(name: str) -> bool:
    """Tell whether a field is left out, by its name."""
    return name in LEFT_OUT or bool(LEFT_OUT_FAMILIES.fullmatch(name))


def language_in_words(typed: str) -> str:
    """Return a language in words, “Arabic” for `ar-SY`; what is not known is left as typed."""
    main = typed.lower().partition("-")[0].partition("_")[0]
    return LANGUAGES.get(typed.lower(), LANGUAGES.get(main, typed))


def code_of_language(words: str) -> str:
    """Return the code by which HTML names a language, “fa” for “Persian”, or ""."""
    return NAMES_OF_LANGUAGES.get(words, "").partition(" ")[0] if words else ""


def type_in_words(typed: str, entry_type: str) -> str:
    """Return the type of a work in words; a thesis has one even where none is given."""
    if not typed and not entry_type.endswith("thesis"):
        return ""
    return TYPE_WORDS.get((typed or entry_type).lower(), typed)
