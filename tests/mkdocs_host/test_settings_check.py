"""Settings from the environment reach every page, and so are plain or refused."""

import pytest
from mkdocs.config.defaults import MkDocsConfig

from annotated.mkdocs_host.settings_check import faults

CASES = [
    ("site_url", "https://example.github.io/a-guide/", ""),
    ("site_url", "http://127.0.0.1:8000/", ""),
    ("site_url", "http://[::1]:8000/", ""),
    ("site_url", 'https://example.org/"><script>a()</script>/', "SITE_URL"),
    ("site_url", "https://example.org/../x/", "SITE_URL"),
    ("site_url", "javascript://example.org/", "SITE_URL"),
    ("repo_url", "https://example.org/some-body/a.guide", ""),
    ("repo_url", "https://user@example.org/x", "REPO_URL"),
    ("repo_url", "https://example.org/x?y=z", "REPO_URL"),
    ("repo_url", "https://exa\u043cple.org/x", "REPO_URL"),
    ("edit_uri", "blob/0123456789abcdef/docs", ""),
    ("edit_uri", "edit/main/docs/", ""),
    ("edit_uri", 'edit/x"><script>a()</script>/docs', "EDIT_URI"),
    ("edit_uri", "edit/../../other/docs", "EDIT_URI"),
    ("edit_uri", "//evil.example/docs", "EDIT_URI"),
    ("edit_uri", "https://evil.example/docs", "EDIT_URI"),
    ("edit_uri", "edit/main/docs\nx", "EDIT_URI"),
]


@pytest.mark.parametrize(("setting", "value", "named"), CASES)
def test_a_setting_is_plain_or_refused(setting: str, value: str, named: str) -> None:
    config = MkDocsConfig()
    config[setting] = value

    found = list(faults(config))

    assert [named in fault for fault in found] == ([True] if named else [])
    assert not any("\n" in fault for fault in found)


SENTENCES = {
    "site_url": "mkdocs.yml: the setting SITE_URL is 'x y', which is no plain path. "
    "Write it like https://example.org/name/.",
    "repo_url": "mkdocs.yml: the setting REPO_URL is 'x y', which is no plain path. "
    "Write it like https://example.org/name/.",
    "edit_uri": "mkdocs.yml: the setting EDIT_URI is 'x y', which is no plain path. "
    "Name a commit, as in blob/0123abc/docs: a branch is called whatever its owner likes.",
}


def test_a_sentence_names_the_setting_the_value_and_the_remedy() -> None:
    config = MkDocsConfig()
    config.load_dict(dict.fromkeys(SENTENCES, "x y"))

    assert list(faults(config)) == list(SENTENCES.values())
