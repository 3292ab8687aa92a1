"""List of the guide for readers with a language model, at the root of the site.

Source: the proposal of llms.txt (llmstxt.org): a title, a summary in a quotation, what to heed,
then lists of links, of which the last may be left out.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from annotated.content.guide import Guide
from annotated.content.release import Release
from annotated.exports.spoken_chapters import retelling, state

PATH = "llms.txt"
RULES = (
    "Say who says a statement: each chapter names the speaker in front of every one.",
    "Cite the article for what it says, by the number of its paragraph.",
    "Cite this guide for how it is retold, by the address of the statement.",
    "A remark tells what does not fit in the article; it is of the guide, and says how sure it is.",
    "What is not in these files is not known here.",
)


class Link(NamedTuple):
    """A file or page: its name, its address and what is there."""

    name: str
    address: str
    about: str


def text(guide: Guide, release: Release, lists: Mapping[str, list[Link]]) -> str:
    """Return the file; `lists` are the links by the heading that they stand under."""
    return "\n".join(_lines(guide, release, lists)) + "\n"


def _lines(guide: Guide, release: Release, lists: Mapping[str, list[Link]]) -> Iterator[str]:
    title = release.title or (guide.article.title if guide.article else "A guide")
    yield f"# {title}\n"
    if release.about:
        yield f"> {release.about}\n"
    yield f"{retelling(guide)}\n"
    yield from (f"- {rule}" for rule in RULES)
    if known := state(release):
        yield f"- State: {known}."
    for heading, links in lists.items():
        yield f"\n## {heading}\n"
        for link in links:
            about = f": {link.about}" if link.about else ""
            yield f"- [{link.name}]({link.address}){about}"
