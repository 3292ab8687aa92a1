"""mkdocs-bibtex never reads a file of sources: there is one reader of those bytes, ours."""

import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs_bibtex.plugin import BibTexPlugin

from annotated.mkdocs_host import bibtex_registry


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
