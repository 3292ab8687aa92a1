"""Reading of a site: all files of the content, indexed, with the problems between them."""

from collections.abc import Collection, Mapping

from annotated.authoring import cross_checks
from annotated.content import guide
from annotated.core.build_cache import BuildCache
from annotated.core.problems import Problem
from annotated.own_copy import copy_store
from annotated.site import made_pages
from annotated.site.guide_index import GuideIndex


def read(
    texts: Mapping[str, str],
    own_copy: Mapping[str, str],
    build_cache: BuildCache,
    unread: Collection[str] = (),
) -> tuple[GuideIndex, list[Problem]]:
    """Read the files (path from the root to text), and those of the reader's own copy.

    `unread` are the paths of files that are not among them, as `unreadable_files` refuses them.
    """
    content, problems = guide.read(texts, build_cache, unread)
    said = content.statements_of.values()
    content.matcher.learn(([each.text for each in here] for here in said), build_cache)
    all_texts = {**made_pages.texts(content, texts), **texts}
    index = GuideIndex(content, all_texts, copy_store.from_files(own_copy), build_cache)
    problems += [*cross_checks.check(content, texts, build_cache), *index.atlas.problems()]
    return index, problems
