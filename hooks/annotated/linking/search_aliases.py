"""Search aliases: the names under which an entity is found, as written, folded, without “al-”."""

import re
from collections.abc import Iterator

from annotated.core.normalize import APOSTROPHES, fold
from annotated.model.arabic_script import is_arabic
from annotated.model.entities import Entity, Event

# By itself the article would match half of the names.
ARTICLE = re.compile(r"\b(?:al|el|ad|ar|as|az)[- ]", re.IGNORECASE)
ARABIC_ARTICLE = "ال"


def forms(entity: Entity) -> list[str]:
    """Return every form, each once. The name of an event is a sentence: it is left to its title."""
    names = [] if isinstance(entity, Event) else [entity.name]
    names += [*(form.text for form in entity.spellings), *entity.also]
    names += [entity.arabic] if entity.arabic else []
    return list(dict.fromkeys(form for name in names for form in _variants(name) if form))


def _variants(name: str) -> Iterator[str]:
    if is_arabic(name):
        bare = name.removeprefix(ARABIC_ARTICLE)
        yield from (bare, ARABIC_ARTICLE + bare)
        return
    bare = ARTICLE.sub("", name)
    folded = fold(bare)
    yield from (bare, folded, _without_apostrophes(folded))
    if ARTICLE.match(name):
        # “al-Qaim” is also typed as one word.
        joined = ARTICLE.sub(lambda article: article[0][:-1], name)
        yield _without_apostrophes(fold(joined))


def _without_apostrophes(text: str) -> str:
    return text.translate(str.maketrans("", "", APOSTROPHES))
