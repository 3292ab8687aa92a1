"""Short meanings beside the links: what an entity is, in one sentence, once in each page."""

import re
from collections.abc import Mapping
from html import escape

from annotated.claims import mark_hedges
from annotated.entities import Entity, sense_at
from annotated.kinds import kind_of

USED = re.compile(r'aria-describedby="tip-([\w-]+?)(?:--([\w:]+))?"')


def add(html: str, entities: Mapping[str, Entity], hedges: re.Pattern[str]) -> str:
    """Return the whole page with the short meaning of every entity that it links to.

    A term of several senses is given the one that holds in the paragraph of the link.

    The texts are hidden; each link names its own as its description, so that it is read aloud
    with or without a script.
    """
    used = dict.fromkeys(USED.findall(html))
    tips = "".join(_tip(entities[id_], anchor, hedges) for id_, anchor in used if id_ in entities)
    if not tips:
        return html
    head, body, tail = html.rpartition("</body>")
    return f'{head}<div id="tooltips" hidden data-search-exclude>{tips}</div>{body}{tail}'


def _tip(entity: Entity, anchor: str, hedges: re.Pattern[str]) -> str:
    arabic = f' <bdi lang="ar">{escape(entity.arabic)}</bdi>' if entity.arabic else ""
    at = f"--{anchor}" if anchor else ""
    said = escape(sense_at(entity, anchor) if anchor else entity.summary)
    words = mark_hedges(said, hedges)
    return (
        f'<p id="tip-{entity.id}{at}" class="{kind_of(entity).word}"><strong>{escape(entity.name)}'
        f"</strong>{arabic} {words}</p>"
    )
