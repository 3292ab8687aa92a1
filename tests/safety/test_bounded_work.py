"""Bounded work: no run of characters within the limits takes time that grows with its square.

Times of two sizes are compared in one run: four times the text may take up to ten times as long,
where the square would take sixteen. No time is compared with a clock of another run.
"""

import time
from collections.abc import Callable

import pytest
from markdown import Markdown

from annotated.content import guide
from annotated.markdown_ext.registration import extensions
from annotated.safety import bounded_work, input_check, sanitizer

STANDARD = [
    *("admonition", "attr_list", "def_list", "pymdownx.betterem", "footnotes", "tables", "toc"),
    "fenced_code",
]
SMALL, TIMES, MOST = 6_000, 4, 10
# Under this, in seconds, a time says nothing.
GRAIN = 0.05
MARKDOWN = [
    *("[", "![", "[a](", "[[", "[a][", "]", "](", "*", "**", "_", "`", "``a", "~", "<", "&", "&#"),
    *("{", "{ .a ", "[a]{ .b }", "[a]{", "[[a]{ .b } c]{ .d } ", "|", "| a ", "> ", "- ", "1. "),
    *(
        ": ",
        "# ",
        "#",
        "\\",
        "!",
        "@a ",
        "[@a] ",
        "[^1]",
        "-\n",
        "===\n",
        "~~~a\n",
        "```\na\n```\n",
    ),
    *("!!! a\n", "[^a]: b\n", "[a]: b\n", "\n", "a\n\n", "# a\n\n", "- a\n\n", "a\n:   b\n\n"),
    *("¶1 ", "note 1 ", '"', "'", "—", "é", "a", " a", "<kbd>a</kbd> ", "[a](b.md) ", "`a` "),
]
YAML = [
    *(
        "- ",
        "a: ",
        "a: b\n",
        "[",
        "]",
        "{",
        "}",
        "'",
        '"',
        "\\",
        "&a ",
        "*a ",
        "!",
        "| ",
        "> ",
        "%",
    ),
    *("@", "`", "# ", "? ", ": ", "-\n", "\n", "\t", "---\n", ",", "<<: ", "- a: b\n", "a", "  \n"),
]
BIBTEX = [
    *("@", "@misc{a, title = {x}}\n", "@misc{", "{", "}", '"', "#", ",", "=", "\\", "%", "\n", "$"),
    *("~", "a", " ", "@comment{", "\\'{e} ", "and ", "a = {b},\n", "--", "`"),
]


def page(text: str) -> None:
    """Check a page, and build it where it passes."""
    if input_check.check({"docs/about/x.md": f"---\ntitle: x\n---\n# x\n\n{text}\n"}):
        return
    standard = Markdown(extensions=[*STANDARD, *extensions("about/x.md", {})])
    sanitizer.clean(standard.convert(text))


def head(text: str) -> None:
    input_check.check({"docs/places/x.md": f"---\nname: x\n{text}\n---\nx\n"})


def value(text: str) -> None:
    input_check.check({"docs/places/x.md": f"---\nname: x\nsummary: {text}\n---\nx\n"})


def sources(text: str) -> None:
    files = {"bibliography/x.bib": f"{text}\n"}
    if not input_check.check(files):
        guide.read(files)


def in_source(text: str) -> None:
    sources(f"@misc{{a, title = {{{text}}}, year = {{2017}}, kind = {{press}}}}")


def run_of(unit: str, size: int) -> str:
    return (unit * (size // len(unit) + 1))[:size]


def in_lines(unit: str, size: int) -> str:
    """Return lines as long as a line may be, in one paragraph."""
    line = unit * (2_900 // len(unit))
    return "\n".join([line] * (size // len(line) + 1))


def in_paragraphs(unit: str, size: int) -> str:
    """Return paragraphs that hold as many of the unit as the limits allow."""
    paragraph = unit * min(99, 2_900 // len(unit))
    return "\n\n".join([paragraph] * (size // len(paragraph) + 1))


def seconds(work: Callable[[str], None], text: str) -> float:
    begin = time.process_time()
    work(text)
    return time.process_time() - begin


CASES = [
    *((page, unit, shape) for unit in MARKDOWN for shape in (run_of, in_lines, in_paragraphs)),
    *((work, unit, run_of) for unit in YAML for work in (head, value)),
    *((work, unit, run_of) for unit in BIBTEX for work in (sources, in_source)),
]


@pytest.mark.slow
@pytest.mark.parametrize(("work", "unit", "shape"), CASES)
def test_four_times_the_text_takes_not_much_more_than_four_times_as_long(
    work: Callable[[str], None], unit: str, shape: Callable[[str, int], str]
) -> None:
    small, large = shape(unit, SMALL), shape(unit, SMALL * TIMES)
    growth = len(large) / len(small) / TIMES

    first = seconds(work, small)
    second = seconds(work, large)

    assert second <= max(first, GRAIN) * MOST * growth, (first, second)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("a [b](c) " * 100, []),
        ("a [b](c) " * 101, ["[", "]", "(", ")"]),
        ("[" * 101 + "\n\n" + "[" * 100, ["["]),
        ("a\n" * 150, []),
        ("a\n" * 151, ["lines"]),
        ("a" * 10_001, ["characters"]),
        ("1. - > * a", []),
        ("1. " * 9, ["within one another"]),
        ("# a\n\n" * 1_001, ["headings"]),
        ("| a " * 99 + "|\n", []),
    ],
)
def test_a_paragraph_has_its_bounds(text: str, what: list[str]) -> None:
    found = [excess.what for excess in bounded_work.excesses(text)]

    assert len(found) == len(what)
    assert all(any(word in excess for excess in found) for word in what)
