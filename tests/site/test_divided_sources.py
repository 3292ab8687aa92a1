"""Sources that are too many for one page stand on several: each once, and found from everywhere."""

import re
from collections.abc import Mapping
from posixpath import dirname, join, normpath

import mkdocs.commands.build
import pytest
from mkdocs.config import load_config

from annotated.content import guide, source_parts
from annotated.core.build_cache import BuildCache, NoCache
from annotated.site.generated_pages import Writer
from annotated.site.guide_index import GuideIndex
from annotated.site.urls import SiteUrls
from checked import problems
from conftest import files
from guides import annotate_another
from hostile import BASE

pytestmark = pytest.mark.built_site
FEW = 2
PART = re.compile(r"sources/(?!index|audit|time)[\w-]+\.html")
KEY, LINK = re.compile(r'<details class="entry[^>]* id="([^"]+)"'), re.compile(r'href="([^"]+)"')
TO_SOURCE = re.compile(r'<a class="source-kind" href="([^"]+)"')


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the pages of the invented guide, built strictly with few sources to a page."""
    root = tmp_path_factory.mktemp("divided")
    annotate_another(root)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(source_parts, "ON_A_PAGE", FEW)
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(root / "site"), strict=True)
        mkdocs.commands.build.build(config)
    found = files(root / "site")
    return {path: found[path].decode() for path in found if path.endswith(".html")}


def resolved(page: str, link: str) -> tuple[str, str]:
    path, _, anchor = link.partition("#")
    return normpath(join(dirname(page), path)) if path else page, anchor


def test_each_source_stands_on_one_page_of_few(pages: dict[str, str]) -> None:
    listed = {path: KEY.findall(page) for path, page in pages.items() if PART.fullmatch(path)}
    cited = guide.read(BASE)[0].cited_sources

    assert len(listed) > len(cited) / FEW - 1
    assert all(len(keys) <= FEW for keys in listed.values())
    assert sorted(key for keys in listed.values() for key in keys) == sorted(cited)
    assert sum(page.count('class="Z3988"') for page in pages.values()) == len(cited)


def test_the_page_of_sources_leads_to_all_of_them(pages: dict[str, str]) -> None:
    whole = "sources/index.html"
    led_to = {resolved(whole, link)[0] for link in LINK.findall(pages[whole])}
    parts = {path for path in pages if path.startswith("sources/") and "audit" not in path}

    assert parts <= led_to | {whole}
    in_time = [page for path, page in pages.items() if path.startswith("sources/time-")]
    told = [link for page in in_time for link in LINK.findall(page) if "#" in link]
    keys = [key for path in pages if PART.fullmatch(path) for key in KEY.findall(pages[path])]
    assert {resolved("sources/x.html", link)[1] for link in told} >= {*keys}


def test_a_note_leads_to_its_source_on_that_page(pages: dict[str, str]) -> None:
    links = [(path, link) for path, page in pages.items() for link in TO_SOURCE.findall(page)]

    assert len(links) > 5
    for page, link in links:
        path, anchor = resolved(page, link)
        assert f'id="{anchor}"' in pages[path], (page, link)


def test_a_check_accepts_them_and_a_page_holds_as_many_as_it_may(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(source_parts, "ON_A_PAGE", FEW)
    assert problems(BASE) == []
    sources = guide.read(BASE)[0].cited_sources.values()
    monkeypatch.setattr(source_parts, "ON_A_PAGE", len(sources))
    assert source_parts.divided(sources) == ()


@pytest.mark.parametrize("on_a_page", [FEW, 100])
def test_kept_entries_follow_the_statements_that_lean_on_them(
    monkeypatch: pytest.MonkeyPatch, on_a_page: int
) -> None:
    monkeypatch.setattr(source_parts, "ON_A_PAGE", on_a_page)

    def pages(texts: Mapping[str, str], cache: BuildCache) -> dict[str, str]:
        index = GuideIndex(guide.read(texts, cache)[0], texts, build_cache=cache)
        urls = SiteUrls.locate(index, {}).seen_from("sources/index.html")
        writer = Writer(index, lambda *_: "", urls)
        paths = [source_parts.WHOLE, *(part.path for part in index.guide.source_parts)]
        return {path: writer.page(path, "") for path in paths}

    winter, cache = "docs/chapters/02-winter.md", BuildCache()
    text = BASE[winter]
    changed = BASE | {winter: text.replace("fourth bell", "fifth bell")}
    moved = BASE | {winter: text.replace(".group }[^8]", ".group }[^5]")}
    before, after = pages(BASE, cache), pages(changed, cache)

    assert "fifth bell" in "".join(after.values())
    assert after == pages(changed, NoCache())
    assert pages(moved, cache) == pages(moved, NoCache()) != before
    assert pages(BASE, cache) == before
