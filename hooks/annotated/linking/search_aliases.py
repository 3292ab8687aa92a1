"""Under which names a search finds an entity: as written, folded, and without the article “al-”."""

import re
from collections.abc import Iterator

from annotated.core.normalize import APOSTROPHES, fold
from annotated.model.entities import Entity, Event

# By itself the article would match half of the names.
ARTICLE = re.compile(r"\b(?:al|el|ad|ar|as|az)[- ]", re.IGNORECASE)
ARABIC = re.compile("[\u0600-\u06ff]")
ARABIC_ARTICLE = "ال"


def forms(entity: Entity) -> list[str]:
    """Return every form, each once. The name of an event is a sentence: it is left to its title."""
    written = [] if isinstance(entity, Event) else [entity.name]
    written += [*(form.text for form in entity.spellings), *entity.also]
    written += [entity.arabic] if entity.arabic else []
    return list(dict.fromkeys(form for name in written for form in _variants(name) if form))


def _variants(name: str) -> Iterator[str]:
    if ARABIC.search(name):
        bare = name.removeprefix(ARABIC_ARTICLE)
        yield from (bare, ARABIC_ARTICLE + bare)
        return
    bare = ARTICLE.sub("", name)
    folded = fold(bare)
    yield from (bare, folded, _without_apostrophes(folded))
    if ARTICLE.match(name):
        yield _without_apostrophes(fold(ARTICLE.sub(lambda found: found[0][:-1], name)))


def _without_apostrophes(text: str) -> str:
    return text.translate(str.maketrans("", "", APOSTROPHES))
