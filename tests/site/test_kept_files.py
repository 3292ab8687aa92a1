"""Files of kept pieces are those made anew, and only pieces that a change concerns are made."""

from collections import Counter
from collections.abc import Callable
from functools import partial

import pytest

from annotated.content import guide, source_files
from annotated.content.release import Release
from annotated.core.build_cache import BuildCache, NoCache
from annotated.site import generated_files
from annotated.site.guide_index import DOCS, GuideIndex
from annotated.site.urls import SiteUrls, url_of_page
from originals import TEMPLATE

QUARREL, WINTER, LEDGERS = (
    f"docs/chapters/{name}.md" for name in ("01-quarrel", "02-winter", "03-ledgers")
)
# A change, and a file that shows it.
CHANGES = {
    "a sentence": (WINTER, "silent people", "quiet people", "data/statements.csv"),
    "a speaker": (WINTER, "#p5-s1 .other", "#p5-s1 .group", "data/guide.xml"),
    "a name in a sentence": (WINTER, "Nine silent", "At Karsk nine silent", "data/mentions.json"),
    "a mark of a note": (LEDGERS, "{ #p9-s2 .author }", "{ #p9-s2 .author }[^9]", "data/guide.xml"),
    # What comes first is told there, and in what comes later only pointed to.
    "a note that comes earlier": (QUARREL, "#p3-s1 .author }", "#p3-s1 .author }[^9]",
                                  "data/guide.xml"),
    # An official in the chapter before tells of the same event.
    "who else tells of an event": (WINTER, "#p4-s1 .reported", "#p4-s1 .author",
                                   "data/statements.json"),
    "a paragraph that moves": (WINTER, "{ #p8 }", "{ #p12 }", "data/paragraphs.csv"),
    "the name of a place": ("docs/places/karsk.md", "name: Karsk", "name: Karsk Town",
                            "data/places.csv"),
    "a spelling": ("docs/places/karsk.md", "spellings:\n", "spellings:\n  - breakwater\n",
                   "data/mentions.csv"),
    "the title of a source": ("bibliography/references.bib", "On idle oars", "On oars",
                              "data/guide.xml"),
    "a note": ("bibliography/endnotes.yml", "pp. 14-15", "pp. 16-17", "chapters/02-winter.html.md"),
    "a remark": ("docs/remarks/wind-for-water.md", "subject: ", "subject: Our ",
                 "chapters/01-quarrel.html.md"),
}  # fmt: skip
TITLE = Release(title="A guide")


class Counting(BuildCache):
    """Counts the steps that are run, by name."""

    def __init__(self) -> None:
        super().__init__()
        self.run_steps: Counter[str] = Counter()

    def result(self, key: str, call: Callable[[], object]) -> object:
        """Return the same, and count the step where it is run."""
        return super().result(key, partial(self._counted, call))

    def _counted(self, call: Callable[[], object]) -> object:
        assert isinstance(call, partial)
        self.run_steps[f"{call.func.__module__.rpartition('.')[2]}.{call.func.__name__}"] += 1
        return call()


def made(
    texts: dict[str, str], cache: BuildCache, release: Release = TITLE, *, folders: bool = False
) -> dict[str, str]:
    """Return the text of each file by its path; each page may be in a folder of its own."""
    index = GuideIndex(guide.read(texts, cache)[0], texts, build_cache=cache)
    paths = [path.removeprefix(DOCS) for path in texts if path.endswith(".md")]
    urls = SiteUrls.locate(
        index, {path: url_of_page(path, directory_urls=folders) for path in paths}
    )
    return {path: text() for path, text in generated_files.files(index, urls, release)}


@pytest.fixture
def texts() -> dict[str, str]:
    texts = source_files.texts(TEMPLATE)
    linked = texts[QUARREL].replace("Forty guards", "[Forty guards](../events/night-boats.md)")
    return texts | {QUARREL: linked}


@pytest.mark.parametrize("name", CHANGES)
def test_files_of_kept_pieces_are_those_made_anew(texts: dict[str, str], name: str) -> None:
    path, old, new, shown = CHANGES[name]
    changed = texts | {path: texts[path].replace(old, new, 1)}
    cache = BuildCache()

    before, after = made(texts, cache), made(changed, cache)

    assert after == made(changed, NoCache())
    assert after[shown] != before[shown]
    assert made(texts, cache) == before


def test_another_release_is_told_by_every_file_that_names_it(texts: dict[str, str]) -> None:
    cache, other = BuildCache(), Release(title="Another guide", version="2")
    made(texts, cache)

    assert made(texts, cache, other) == made(texts, NoCache(), other)


def test_other_addresses_are_in_every_file(texts: dict[str, str]) -> None:
    cache = BuildCache()
    made(texts, cache)

    assert made(texts, cache, folders=True) == made(texts, NoCache(), folders=True)


def test_only_pieces_of_the_changed_chapter_are_made_again(texts: dict[str, str]) -> None:
    cache = Counting()
    made(texts, cache)
    first = dict(cache.run_steps)
    cache.run_steps.clear()

    made(texts | {WINTER: texts[WINTER].replace("silent people", "quiet people")}, cache)

    chapters = len([path for path in texts if path in {QUARREL, WINTER, LEDGERS}])
    assert first["tei_text._chapter"] == first["statements.statements_of"] == chapters
    assert cache.run_steps == {
        "chapters._read": 1,
        "statements.statements_of": 1,
        "tei_text._chapter": 1,
        "model_files._text": 1,
        # Rows of paragraphs, statements and mentions.
        "data_table._kept": 3,
    }
