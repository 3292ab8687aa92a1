"""What stands for all that pages depend on: it changes with that, and with nothing else."""

from types import SimpleNamespace

from annotated.mkdocs_host.page_cache import ground


def test_the_order_of_names_is_no_change() -> None:
    config = SimpleNamespace(
        markdown_extensions=["tables"], mdx_configs={}, validation={}, use_directory_urls=False
    )
    before = ground(config, {"a.md": "index.md#a", "b.md": "index.md#b"})

    assert ground(config, {"b.md": "index.md#b", "a.md": "index.md#a"}) == before
    assert ground(config, {"a.md": "index.md#a", "b.md": "index.md#c"}) != before
