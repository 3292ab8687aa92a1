"""Two readers of the same bytes: where they differ, what is typed is refused or means one thing.

Each test names the other reader. What passes the check is then read by it as it is read here.
"""

import random
from datetime import date
from html import unescape
from urllib.parse import urlsplit

import pytest
import yaml
from markdown import Markdown
from mkdocs.utils import meta

from annotated.content import file_names, front_matter, source_files
from annotated.core import fenced_code, inline_code
from annotated.mkdocs_host import page_source
from annotated.model.edtf import parse
from annotated.safety import allowed_urls, input_check
from conftest import ROOT
from edtf_rows import rows

HEADS = [
    "template: x.html\n\nA\n",
    "   author: x\n\nA\n",
    "title:\n    x\n\nA\n",
    "---\ntemplate: x.html\n...\nA\n---\nB\n",
    "---\ntemplate: x.html\ntemplate: y.html\n---\nA\n",
    "---\ntitle: 2017-09-05\ntemplate: yes\n---\nA\n",
]


@pytest.mark.parametrize("text", HEADS)
def test_mkdocs_reads_fields_that_never_reach_the_theme(text: str) -> None:
    assert meta.get_data(text)[1]

    _, fields = page_source.split("docs/about/x.md", text)

    assert fields.keys() <= {"title", "hide", "search"}
    assert all(isinstance(value, str) for name, value in fields.items() if name == "title")


@pytest.mark.parametrize(
    "block",
    ["a: 1\na: 2", "a: {b: 1, b: 2}", "x: &x {a: 1}\n<<: *x", "a: &b 1\nc: *b", "a: !!str 1"],
)
def test_what_another_reader_of_yaml_takes_otherwise_is_refused(block: str) -> None:
    assert yaml.safe_load(block)

    _, problems = front_matter.read("docs/about/x.md", f"---\n{block}\n---\nA\n")

    assert problems


@pytest.mark.parametrize("block", ["a:\n\tb: 1", "\ta: 1"])
def test_a_tab_that_indents_is_an_error_in_both(block: str) -> None:
    with pytest.raises(yaml.YAMLError):
        yaml.safe_load(block)
    assert front_matter.read("docs/about/x.md", f"---\n{block}\n---\nA\n")[1]


PARTS = [
    "```",
    "~~~",
    "````",
    "``` py",
    "~~~ ",
    "MARK",
    "",
    "```x",
    " ```",
    "> ```",
    "- ```",
    "`MARK`",
]
PARTS += ["`MARK`", "a `MARK` b", "a ` b", "\\`MARK`", "``MARK``", "| `a | MARK` |", "    MARK"]
PARTS += ["# `MARK`"]


def test_what_the_first_lock_takes_for_code_is_code_for_markdown() -> None:
    draw = random.Random(1).choice  # noqa: S311 - the same texts each time
    extensions = ["fenced_code", "tables", "attr_list", "def_list", "pymdownx.betterem", "toc"]
    for _ in range(3_000):
        text = "\n".join(draw(PARTS) for _ in range(6)) + "\n"
        for number in range(text.count("MARK")):
            # One mark at a time, so that it is known which of them is left out.
            before, _, after = _at(text, number)
            one = f"{before.replace('MARK', 'word')}MARK{after.replace('MARK', 'word')}"
            if "MARK" in inline_code.without(fenced_code.without_closed(one)):
                continue
            html = Markdown(extensions=extensions).convert(one.replace("MARK", "<s>x</s>"))
            assert "<s>" not in html, one


def _at(text: str, number: int) -> tuple[str, str, str]:
    parts = text.split("MARK")
    return "MARK".join(parts[: number + 1]), "MARK", "MARK".join(parts[number + 1 :])


@pytest.mark.parametrize(
    "address",
    [
        *("https:/\\evil.example/", "https:\\\\evil.example", "/\\evil.example", "//evil.example/"),
        *(
            "https://example.org@evil.example/",
            "https://example.org\t.evil.example/",
            "https:x.org",
        ),
        *("https:///evil.example", "https://ex%61mple.org/", "https://exa\u00admple.org/", "./x:y"),
        *(" javascript:x", "java\nscript:x", "https://127.0.0.1/", "https://0x7f.1/", "..%2fx"),
    ],
)
def test_an_address_that_a_browser_reads_otherwise_is_refused(address: str) -> None:
    assert allowed_urls.fault(address, "docs/about/x.md")


@pytest.mark.parametrize(
    "address", ["https://example.org/#@evil.example", "https://example.org?a=@evil.example"]
)
def test_the_host_of_an_address_is_the_host_for_another_reader(address: str) -> None:
    assert not allowed_urls.fault(address)
    assert urlsplit(unescape(address)).hostname == "example.org"


def test_a_day_that_a_browser_gets_is_a_day_for_it() -> None:
    dates = [parse(row["edtf"]) for row in rows("dates.csv")]
    ends = [end for parsed in dates for end in (parsed.start, parsed.end) if end]
    days = [end.html for end in ends if len(end.html) == len("2017-09-05")]

    assert [date.fromisoformat(day).isoformat() for day in days] == days
    assert days


def test_no_two_files_differ_by_case_alone() -> None:
    listed = [*file_names.ASSETS, *file_names.LISTS]
    assert len({path.lower() for path in listed}) == len(listed)
    assert not input_check.check(source_files.texts(ROOT))
    capital = input_check.check({"docs/places/Rawa.md": "# A\n", "docs/places/rawa.md": "# A\n"})
    assert [problem.code for problem in capital] == ["id-malformed"]
