"""Patches of MkDocs, its theme and its plugins: each is still called."""

import logging
from contextlib import closing
from pathlib import Path

import jinja2
import mkdocs.commands.build as mkdocs_build
import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs_bibtex.plugin import BibTexPlugin

from annotated.core.build_cache import BuildCache
from annotated.core.disk_cache import DiskCache
from annotated.mkdocs_host import (
    bibtex_registry,
    page_cache,
    page_source,
    search_index,
    theme_templates,
)
from annotated.mkdocs_host.dev_server import DevServer
from annotated.mkdocs_host.page_rendering import PageEnvironment, Render
from conftest import ROOT

HEAD = "---\ntitle: Rawa\ntemplate: none.html\n---\n"
TEXT = f"{HEAD}# A town\n\n[Up](b.md), [entry](e.md) and “@key”.\n"
PAGES = ("a.md", "b.md")
ENTRIES = {"e.md": "b.md#e"}
NAV = Navigation([], [])
# The theme of the stack that is tested.
SETTINGS = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
THEME = "materialx" if "  name: materialx\n" in SETTINGS else "material"


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    (tmp_path / "docs").mkdir()
    for name in PAGES:
        (tmp_path / "docs" / name).write_text(TEXT, encoding="utf-8")
    path = tmp_path / "mkdocs.yml"
    path.write_text(
        "site_name: Small\nuse_directory_urls: false\nplugins: [search]\n"
        f"theme: {{name: {THEME}, font: false}}\n",
        encoding="utf-8",
    )
    config = load_config(str(path))
    search_index.prefer_lunr(config)
    search = config.plugins[f"{THEME}/search"]
    search.on_startup(command="build", dirty=False)
    search.on_config(config)
    return config


def page_in(config: MkDocsConfig, cache: BuildCache) -> tuple[Page, Files]:
    folders = config.docs_dir, config.site_dir
    files = Files([File(name, *folders, use_directory_urls=False) for name in PAGES])
    file = files.src_uris["a.md"]
    page = Page(None, file, config)
    page_source.install(cache, page)
    page_cache.keep(cache, page, page_cache.inputs(config), ENTRIES)
    mkdocs_build._populate_page(page, config, files)  # noqa: SLF001 - what a build calls
    return page, files


def test_mkdocs_reads_a_page_through_ours(config: MkDocsConfig) -> None:
    page, _ = page_in(config, BuildCache())

    assert page.meta == {"title": "Rawa"}, "a template of its own is no field that we read"


def test_mkdocs_renders_a_page_through_ours_and_once(
    config: MkDocsConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache, rendered = BuildCache(), list[Page]()
    original = Page.render

    def counted(page: Page, config: MkDocsConfig, files: Files) -> None:
        rendered.append(page)
        original(page, config, files)

    monkeypatch.setattr(Page, "render", counted)
    first, _ = page_in(config, cache)
    second, files = page_in(config, cache)

    assert len(rendered) == 1
    assert 'href="b.html#e"' in str(second.content), "our own extensions of Markdown are in use"
    assert second.content == first.content
    assert [item.title for item in second.toc] == ["A town"]
    assert second.present_anchor_ids == first.present_anchor_ids
    assert second.links_to_anchors == {files.src_uris["b.md"]: {"e": "b.md#e"}}


def test_mkdocs_finds_the_same_files_of_the_theme_through_ours(config: MkDocsConfig) -> None:
    def found() -> list[str]:
        files = Files([])
        files.add_files_from_theme(config.theme.get_env(), config)
        return list(files.src_uris)

    original = found()
    theme_templates.keep(BuildCache(), BuildCache(), config)
    environment = config.theme.get_env()

    assert found() == original != []
    assert environment.loader
    assert not any("/." in f"/{name}" for name in environment.loader.list_templates())


def test_jinja_compiles_a_template_through_ours_and_once_while_it_stays(
    config: MkDocsConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled: list[str | None] = []
    original = jinja2.Environment.compile

    def counted(
        environment: jinja2.Environment, source: str, name: str | None, filename: str | None
    ) -> object:
        compiled.append(name)
        return original(environment, source, name, filename)

    monkeypatch.setattr(jinja2.Environment, "compile", counted)
    own, get_env = tmp_path / "own", config.theme.get_env
    own.mkdir()
    config.theme.dirs.insert(0, str(own))
    texts = []
    for word in ("one", "one", "two"):
        (own / "words.html").write_text(f"{word} {{{{ 1 + 1 }}}}", encoding="utf-8")
        config.theme.get_env = get_env  # type: ignore[method-assign]
        cache = DiskCache(tmp_path / "cache", "build")
        theme_templates.keep(BuildCache(), cache, config)
        texts.append(config.theme.get_env().get_template("words.html").render())
        cache.save()

    assert texts == ["one 2", "one 2", "two 2"]
    assert compiled == ["words.html"] * 2


def test_mkdocs_renders_templates_through_ours(
    config: MkDocsConfig, caplog: pytest.LogCaptureFixture
) -> None:
    page, files = page_in(config, BuildCache())
    deferred: list[tuple[Page, Render]] = []

    def defer(page: Page, render: Render) -> str:
        deferred.append((page, render))
        return ""

    lazy = PageEnvironment(config.theme.get_env(), defer)
    DevServer(lambda _: None).begin(Files([]), {})
    with caplog.at_level(logging.INFO, "mkdocs"):
        build_page = mkdocs_build._build_page  # noqa: SLF001 - what a build calls
        build_page(page, config, [*files], NAV, lazy)  # type: ignore[arg-type]

    assert [later for later, _ in deferred] == [page]
    assert not Path(page.file.abs_dest_path).exists()
    assert "skipped" not in caplog.text, "the filter knows the words of MkDocs"
    assert "<p>Later.</p>" in deferred[0][1]("<p>Later.</p>")


def test_a_server_of_mkdocs_builds_and_answers_through_ours(tmp_path: Path) -> None:
    reports, built = list[str](), list[str]()
    site = tmp_path / "site"
    next_site = tmp_path / "site.next"
    site.mkdir()
    ours = DevServer(reports.append)

    def build() -> None:
        built.append("site")
        next_site.mkdir()
        ours.begin(Files([]), {})
        ours.defer("a.html", lambda: "<body>new</body>")
        ours.publish(str(next_site))

    server = LiveReloadServer(build, "127.0.0.1", 0, str(site))
    ours.attach(server)
    server.builder()
    answer = server.get_app()

    assert answer
    with closing(answer({"PATH_INFO": "/a.html"}, lambda *_: lambda _: None)) as chunks:  # type: ignore[type-var]
        assert b"new" in b"".join(chunks)
    server.builder()
    assert built == ["site", "site"]
    assert reports == []
    next_site.mkdir()
    server.builder()
    assert reports, "a build that fails does not end the server"
    server.server_close()


def test_mkdocs_bibtex_asks_our_registry_and_never_reads_the_files(config: MkDocsConfig) -> None:
    plugin = BibTexPlugin()
    plugin.load_config({"bib_dir": config.docs_dir})
    (Path(config.docs_dir) / "x.bib").write_text("@misc{not read", encoding="utf-8")
    bibtex_registry.install(plugin, ["key"])
    ours = plugin.registry
    plugin.on_config(config)

    assert plugin.registry is ours
    assert "@key" not in plugin.on_page_markdown("“@key”", None, config, None)


def test_the_search_of_the_theme_reads_no_page_and_leaves_no_file(config: MkDocsConfig) -> None:
    plugin = config.plugins[f"{THEME}/search"]
    search_index.silence(config)
    page, files = page_in(config, BuildCache())

    context = mkdocs_build.get_context(NAV, files, config, page)
    plugin.on_page_context(context, page=page, config=config, nav=NAV)
    plugin.on_post_build(config=config)

    written = Path(config.site_dir) / search_index.FILE
    assert not written.read_bytes()
    search_index.remove(Path(config.site_dir))
    assert not written.exists()
