"""The pages that tests open: one of each kind, and those that are opened most."""

KINDS_OF_PAGE = (
    "index.html",
    "chapters/index.html",
    "chapters/02-strategic-retreat.html",
    "places/index.html",
    "map/index.html",
    "places/mayedin.html",
    "timeline/index.html",
    "timeline/clocks.html",
    "study/index.html",
    "study/argument.html",
    "study/explanations.html",
    "study/exercises.html",
    "study/teaching.html",
    "study/kit.html",
    "study/mine.html",
    "events/index.html",
    "events/tal-afar-lost.html",
    "glossary/index.html",
    "people/index.html",
    "groups/index.html",
    "sources/index.html",
    "claims/index.html",
    "claims/statements.html",
    "claims/profile.html",
    "sources/audit.html",
    "about/index.html",
    "about/accessibility.html",
    "data/index.html",
    "about/contributing.html",
    "about/problems.html",
)
# Those of them whose rows open.
LISTS = (
    "glossary/index.html",
    "people/index.html",
    "groups/index.html",
    "events/index.html",
    "places/index.html",
    "sources/index.html",
    "sources/audit.html",
    "claims/statements.html",
)
CHAPTER = "chapters/02-strategic-retreat.html"
CHAPTERS = (
    "chapters/01-introduction.html",
    CHAPTER,
    "chapters/03-pivot-to-insurgency.html",
    "chapters/04-post-caliphate-strategy.html",
    "chapters/05-syraq-as-afpak.html",
)
FINAL = "chapters/04-post-caliphate-strategy.html"
MAP = "map/index.html"
TIMELINE = "timeline/index.html"
CLOCKS = "timeline/clocks.html"
ARGUMENT = "study/argument.html"
EXPLANATIONS = "study/explanations.html"
EXERCISES = "study/exercises.html"
KIT = "study/kit.html"
OWN = "study/mine.html"
TEACHING = "study/teaching.html"
