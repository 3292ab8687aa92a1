"""mkdocs-bibtex never reads a file of sources: there is one reader of those bytes, ours."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import PluginCollection
from mkdocs_bibtex.plugin import BibTexPlugin

from annotated.core.build_cache import BuildCache
from annotated.mkdocs_host import bibtex_registry

SETTINGS = {"bib_dir": ".", "bib_by_default": False}
OTHERS = SETTINGS | {"enable_inline_citations": False}


def test_the_plugin_reads_no_file_however_young(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").touch()
    (tmp_path / "x.bib").write_text("@misc{key, title = {", encoding="utf-8")
    os.utime(tmp_path / "x.bib", (2**33, 2**33))
    config = MkDocsConfig(str(tmp_path / "mkdocs.yml"))
    plugin = BibTexPlugin()
    plugin.load_config({"bib_dir": str(tmp_path)})
    bibtex_registry.install(plugin, ["key"])

    plugin.on_config(config)

    assert isinstance(plugin.registry, bibtex_registry.PrintedReferences)
    assert not plugin.registry.bib_data.entries
    assert "@" not in plugin.on_page_markdown("As @key says.", None, config, None)


def cited(
    cache: BuildCache,
    markdown: str,
    keys: tuple[str, ...] = ("key",),
    settings: Mapping[str, object] = SETTINGS,
) -> str:
    """Return what a build makes of a page, with the plugin as it is after `on_config`."""
    config, plugin = MkDocsConfig(), BibTexPlugin()
    plugin.load_config({**settings})
    config.plugins = PluginCollection()
    config.plugins["bibtex"] = plugin
    bibtex_registry.install(plugin, keys)
    bibtex_registry.keep(cache, config, plugin)
    return config.plugins.on_page_markdown(markdown, page=None, config=config, files=None)  # type: ignore[arg-type]


def test_the_plugin_looks_at_a_page_once_until_that_or_what_it_knows_changes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen, original = list[str](), BibTexPlugin.on_page_markdown

    def counted(plugin: BibTexPlugin, markdown: str, **of_page: object) -> object:
        seen.append(markdown)
        return original(plugin, markdown, **of_page)

    monkeypatch.setattr(BibTexPlugin, "on_page_markdown", counted)
    cache, text = BuildCache(), "As @key says, and @two."

    first = cited(cache, text)
    assert cited(cache, text) == first == cited(BuildCache(), text)
    assert seen == [text] * 2
    assert cited(cache, f"{text} More.") == f"{first} More."
    assert "@two" not in cited(cache, text, ("key", "two"))
    assert cited(cache, text, settings=OTHERS) == text
    assert len(seen) == 5
    assert cited(cache, "No [citation].") == "No [citation]."
    assert len(seen) == 5
