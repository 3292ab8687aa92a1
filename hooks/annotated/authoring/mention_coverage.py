"""Coverage of mentions: every entity is named in the text, and every exception is needed."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from annotated.content.guide import Guide
from annotated.content.statements import ENTITY
from annotated.content.unread_names import UNLINKED
from annotated.core.problems import Problem


def check(guide: Guide, mentioned: Collection[str], unlinked: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each entity that is never named and each exception that is not needed.

    `mentioned` are the ids of what the text itself names, not the editors; `unlinked` the phrases
    that were found and not linked.
    """
    entities = guide.catalogue
    mentioned = {*mentioned, *_in_loose_text(guide)}
    for entity in entities.entities.values():
        if entity.id not in mentioned and not entity.not_in_text:
            message = (
                f"'{entity.name}' is named in no paragraph. Add the spelling that the text uses, "
                "link it by hand, or say why not: 'not_in_text: …'."
            )
            problem = entities.problem(entity, "spellings", message, "entity-never-mentioned")
            yield replace(problem, misses=f"mention {entity.id}")
        elif entity.id in mentioned and entity.not_in_text:
            message = f"'{entity.name}' is named in the text. Take out 'not_in_text'."
            problem = entities.problem(entity, "not_in_text", message, "exception-not-needed")
            yield replace(problem, misses=f"mention {entity.id}")
    for phrase, line in guide.unlinked.items():
        if phrase not in unlinked:
            message = f"the phrase '{phrase}' stands nowhere in the text. Take it out."
            missed = f"mention {phrase}"
            yield Problem(UNLINKED, line, message, "exception-not-needed", misses=missed)


def _in_loose_text(guide: Guide) -> Iterator[str]:
    """Yield the ids that text outside of paragraphs names, which is a problem of its own."""
    for text in (text for chapter in guide.chapters for text in chapter.loose):
        yield from (match.spelling.id for match in guide.matcher.find(text))
        yield from ENTITY.findall(text)
