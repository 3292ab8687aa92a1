"""What the theme is given of a page: the fields that we have read, and no other."""

import pytest

from annotated.mkdocs_host.page_source import split


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("---\ntitle: A & B\n---\n\n# A\n", ("# A\n", {"title": "A &amp; B"})),
        ("---\nhide: [toc]\n---\nA\n", ("A\n", {"hide": ("toc",)})),
        ("---\nsearch:\n  exclude: true\n---\nA\n", ("A\n", {"search": {"exclude": True}})),
        ("---\nsearch:\n  exclude: false\n---\nA\n", ("A\n", {})),
        ("---\ntitle: A\ntemplate: x.html\n---\nA\n", ("A\n", {"title": "A"})),
        ("---\ntitle: A\n...\n---\nB\n", ("B\n", {"title": "A"})),
        ("template: x.html\n\nA\n", ("template: x.html\n\nA\n", {})),
        ("---\nhide: x\n---\nA\n", ("A\n", {})),
        ("---\n- a\n---\nA\n", ("A\n", {})),
        ("---\nA\n", ("", {})),
    ],
)  # fmt: skip
def test_a_page_has_the_fields_of_its_list(text: str, source: tuple[str, object]) -> None:
    assert split("docs/about/a.md", text) == source


def test_the_title_of_an_entry_is_its_name() -> None:
    text = "---\nname: Qa’im <i>\nsummary: S.\ntemplate: x.html\n---\nBody\n"

    assert split("docs/places/a.md", text) == ("Body\n", {"title": "Qa’im &lt;i&gt;"})
