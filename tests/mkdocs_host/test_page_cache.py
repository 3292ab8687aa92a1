"""Pages that are kept: by what they depend on and nothing else, with what was told of them."""

import logging
from types import SimpleNamespace

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from annotated.core.build_cache import BuildCache
from annotated.mkdocs_host.page_cache import inputs, keep


def test_a_key_changes_with_what_it_is_computed_from() -> None:
    config, urls = MkDocsConfig(), [("a.md", "index.md#a")]
    config.load_dict({"site_name": "x", "markdown_extensions": ["tables"]})
    before = inputs(config, urls).cache_key

    assert inputs(config, list(urls)).cache_key == before
    assert inputs(config, [("a.md", "index.md#b")]).cache_key != before
    config.use_directory_urls = False
    assert inputs(config, urls).cache_key != before


@pytest.mark.parametrize("propagate", [True, False])
def test_a_warning_is_told_again_where_its_page_is_taken_over(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, *, propagate: bool
) -> None:
    """A strict build that has stopped stops again, until somebody mends the page."""
    generator = logging.getLogger("mkdocs")
    monkeypatch.setattr(generator, "propagate", propagate)
    monkeypatch.setattr(generator, "handlers", [] if propagate else [caplog.handler])
    config, cache, rendered = MkDocsConfig(), BuildCache(), []
    config.load_dict({"site_name": "x", "markdown_extensions": []})

    def render(_config: MkDocsConfig, _files: Files) -> None:
        rendered.append("a.md")
        logging.getLogger("mkdocs.structure.pages").warning("%s leads nowhere", "a.md")

    for _ in range(2):
        file = SimpleNamespace(src_uri="a.md")
        page = SimpleNamespace(file=file, markdown="words", render=render)
        keep(cache, page, inputs(config), {})  # type: ignore[arg-type]
        caplog.clear()
        page.render(config, Files([]))
        assert caplog.messages == ["a.md leads nowhere"]

    assert rendered == ["a.md"]
