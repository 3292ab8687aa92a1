"""Addresses of everything in a guide, as a file that is taken away holds them."""

from collections.abc import Callable
from dataclasses import dataclass

from annotated.content.statements import Statement

Address = Callable[[str], str]


@dataclass(frozen=True)
class Addresses:
    """Where a reader finds everything: entities and remarks by id, sources by key, and so on.

    `anchor` takes that of a paragraph (`p12`) or note (`fn:43`), `page` its path from the root of
    the project; `file` takes the path of a file from the root of the site.
    """

    page: Address
    entity: Address
    anchor: Address
    statement: Callable[[Statement], str]
    source: Address
    remark: Address
    node: Address
    file: Address
