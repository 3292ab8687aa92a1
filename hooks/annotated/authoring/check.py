"""Check of the content: all its problems, in seconds and without a build."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from markdown import Markdown

from annotated.authoring import cross_checks, mention_coverage
from annotated.content import conflict_markers, front_matter, guide
from annotated.content.guide import Guide
from annotated.core import consequences
from annotated.core.build_cache import BuildCache
from annotated.core.problems import Problem
from annotated.linking import linker
from annotated.linking.linker import LinkContext, LinkedPage
from annotated.maps.atlas import Atlas
from annotated.markdown_ext.bracketed_spans import SpanExtension
from annotated.markdown_ext.editor_notes import EditorNotes
from annotated.markdown_ext.printed_footnotes import PrintedNumbersExtension
from annotated.model.kinds import kind_of
from annotated.safety import input_check


def problems(texts: Mapping[str, str]) -> list[Problem]:
    """Return all problems of a project given as path to text, the causes first.

    A file that is not safe, or of two versions, is not read: its own problems are told, with the
    number of those that follow from its absence, and all problems of the other files.
    """
    unreadable = unreadable_files(texts)
    unread = {problem.path for problem in unreadable}
    texts = {path: text for path, text in texts.items() if path not in unread}
    content, found = guide.read(texts, unread=unread)
    found += unreadable
    mentioned: set[str] = set()
    unlinked: set[str] = set()
    for linked in _linked(content, texts):
        mentioned |= {mention.id for mention in linked.mentions if not mention.by_editor}
        unlinked |= linked.unlinked
    found += cross_checks.check(content, texts)
    found += Atlas(content, texts).problems()
    return consequences.fold([*found, *mention_coverage.check(content, mentioned, unlinked)])


def unreadable_files(
    texts: Mapping[str, str], build_cache: BuildCache | None = None
) -> list[Problem]:
    """Return the problems for which a file must not be read, sorted; `texts` is path to text."""
    conflicts = [found for file in texts.items() for found in conflict_markers.check(*file)]
    return [
        replace(problem, hides=guide.hidden_names(problem.path, texts[problem.path]))
        for problem in sorted({*conflicts, *input_check.check(texts, build_cache)})
    ]


def _linked(content: Guide, texts: Mapping[str, str]) -> Iterator[LinkedPage]:
    entities = content.catalogue.entities
    paths = {
        f"../{kind_of(entity).folder}/{entity.id}.md": entity.id for entity in entities.values()
    }
    matcher = content.matcher
    context = LinkContext(entities, matcher, lambda id_: id_, lambda href: paths.get(href, ""))
    for chapter in content.chapters:
        extensions = [SpanExtension(), PrintedNumbersExtension(), EditorNotes()]
        markdown = Markdown(extensions=["attr_list", "admonition", "footnotes", *extensions])
        body = front_matter.read(chapter.path, texts[chapter.path])[0].body
        yield linker.link(markdown.convert(body), context)
