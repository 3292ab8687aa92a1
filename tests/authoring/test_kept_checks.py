"""Checks of a chapter by itself are kept, and give what they give anew."""

import pytest

from annotated.authoring import cross_checks
from annotated.content import guide, source_files
from annotated.core.build_cache import BuildCache, NoCache
from annotated.core.problems import Problem
from originals import TEMPLATE

WINTER = "docs/chapters/02-winter.md"
# A change, and the code of a problem that it makes or moves.
CHANGES = {
    "an untyped hedge": (WINTER, "Crossings went on", "Crossings likely went on", "hedge-untyped"),
    "a word on the list": ("docs/hedges.yml", "- perhaps", "- silent", "hedge-untyped"),
    "a heavy sentence": (WINTER, "Nine silent people", "It was nine people who", "wording-heavy"),
    "a doubled word": (WINTER, "for reporting boats", "that had had boats", "wording-heavy"),
    "no speaker": (WINTER, "{ #p6-s3 .group }", "{ #p6-s3 }", "sentence-unmarked"),
    "an unknown mark": (WINTER, "{ #p6-s3 .group }", "{ #p6-s3 .grup }", "mark-unknown"),
    "an impossible day": (WINTER, "on 9 January", "on 39 January", "date-impossible"),
}


def problems(texts: dict[str, str], cache: BuildCache) -> set[Problem]:
    read, _ = guide.read(texts, cache)
    return {*cross_checks.check(read, texts, cache)}


@pytest.mark.parametrize("name", CHANGES)
def test_a_kept_check_follows_its_chapter_and_the_hedges(name: str) -> None:
    path, old, new, code = CHANGES[name]
    texts = source_files.texts(TEMPLATE)
    changed = texts | {path: texts[path].replace(old, new, 1)}
    cache = BuildCache()

    before, after = problems(texts, cache), problems(changed, cache)
    moved = problems(changed | {WINTER: changed[WINTER].replace("---\n#", "---\n\n#", 1)}, cache)

    assert after == problems(changed, NoCache())
    assert code in {problem.code for problem in after - before}
    assert code in {problem.code for problem in moved - after}, "on another line"
    assert problems(texts, cache) == before
