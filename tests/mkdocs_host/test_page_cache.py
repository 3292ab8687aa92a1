"""The key of all that pages depend on: it changes with that, and with nothing else."""

from mkdocs.config.defaults import MkDocsConfig

from annotated.mkdocs_host.page_cache import inputs


def test_a_key_changes_with_what_it_is_computed_from() -> None:
    config, urls = MkDocsConfig(), [("a.md", "index.md#a")]
    config.load_dict({"site_name": "x", "markdown_extensions": ["tables"]})
    before = inputs(config, urls).cache_key

    assert inputs(config, list(urls)).cache_key == before
    assert inputs(config, [("a.md", "index.md#b")]).cache_key != before
    config.use_directory_urls = False
    assert inputs(config, urls).cache_key != before
