"""An entry of the search: what a reader may look for, as the script of the search reads it."""

from dataclasses import dataclass

# In the order in which entries of the same name stand.
KINDS = (
    "chapter", "place", "term", "group", "person", "event", "month", "year", "paragraph", "note",
    "statement", "remark", "source", "page",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What a reader may look for: its URL from the root of the site, and one line about it.

    `forms` are folded, without that of the name; `related` are folded names of what has a part in
    it. `where` says where it is told, and `weight` how often.
    """

    kind: str
    name: str
    url: str
    line: str = ""
    arabic: str = ""
    forms: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    where: str = ""
    weight: int = 0

    @property
    def record(self) -> list[str | int]:
        """Return the entry as the script reads it, without empty fields at the end."""
        fields: list[str | int] = [
            KINDS.index(self.kind), self.name, self.url, self.line, self.where, self.weight,
            "|".join(self.forms), self.arabic, " ".join(self.related),
        ]  # fmt: skip
        while not fields[-1]:
            fields.pop()
        return fields
