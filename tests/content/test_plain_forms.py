"""What has a plain form is read in one step, and what comes of it is what all steps would give."""

import re

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from markdown.extensions.attr_list import get_attrs_and_remainder

from annotated.content import (
    bibtex_entries,
    bibtex_grammar,
    bibtex_names,
    front_matter,
    tex_text,
    yaml_tree,
)
from annotated.content.tex_text import verbatim
from annotated.content.yaml_reader import LOADER
from annotated.markdown_ext import printed_footnotes
from annotated.markdown_ext.attribute_lists import attributes
from strategies import pieces, typed

NEVER = re.compile(r"(?!)")
FIELDS = st.lists(
    pieces("bibtex")
    | st.sampled_from(
        ["@misc{a, ", "b = {c}, ", "b = {{c} d}", 'b = "c"', "b=1", "{{c}, d = {e}}", ",", "}", "@"]
    ),
    max_size=30,
).map("".join)


@given(FIELDS)
@example("@misc{a, b = {{c}, d = {e}}, f = {g}}")
@example("@misc{a, b = {c} d = {e}}")
@example("@misc(a, b = {c}, d = 12)")
@example("@misc{a, b = {c\n@misc{d, e = {f}}")
@example('@misc{a, b = "c "d" e", f = {g}}')
def test_fields_are_read_in_one_step_as_in_all(text: str) -> None:
    found = bibtex_entries.read("x.bib", text)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bibtex_entries, "PLAIN_FIELD", NEVER)
        assert found == bibtex_entries.read("x.bib", text)


WORDS = st.sampled_from(
    ["A", "B.", "Al-C", "Dé", "Éa", "van", "d'", "and", "Jr", "O’N", "{F G}", "X1", "--", "~", ";"]
)
NAMES = st.lists(WORDS | st.sampled_from([",", " and ", " ", ", "]), max_size=12)


@given(NAMES.map(" ".join) | NAMES.map("".join))
@example("A B, C D and E, F")
@example("A-B C., D. E")
@example("A--B, C")
def test_names_are_read_in_one_step_as_in_all(typed_names: str) -> None:
    found = bibtex_names.read(typed_names)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bibtex_names, "PLAIN", NEVER)
        assert found == bibtex_names.read(typed_names)


def test_what_is_plain_is_what_people_type() -> None:
    assert bibtex_names.PLAIN.fullmatch("Masri, Jane R. and Al-Hakim, Tawfiq")
    assert bibtex_grammar.PLAIN_FIELD.match("\n  author = {Masri, Jane},")


@given(st.lists(st.sampled_from([*"a\\{} ", "\\url{", "\\_", "\\~{}"])).map("".join))
def test_only_a_backslash_changes_an_address_but_for_its_braces(text: str) -> None:
    whole = tex_text._unescaped(text.strip())  # noqa: SLF001

    assert verbatim(text) == whole.replace("{", "").replace("}", "")


@given(st.lists(st.sampled_from([*".#:a1-_=\"'\n} ", ".a ", "#b ", "on"])).map("".join))
@example("a .b #c d=e")
@example("a='} .b' .c")
def test_attributes_are_those_that_markdown_reads(text: str) -> None:
    assert attributes(text) == get_attrs_and_remainder(text)[0]


# As the extension “footnotes” reads them.
DEFINED = re.compile(r"^ {0,3}\[\^(\w+)\]:", re.MULTILINE)


@given(st.lists(st.sampled_from(["[^1]", "[^2]", ":", " ", "    ", "\n", "a", "\t"])).map("".join))
@example("   [^1]:")
@example("    [^1]:")
@example("a\n   [^1]: b [^2]:")
def test_a_mark_that_begins_its_line_defines(text: str) -> None:
    assert printed_footnotes.defined(text) == DEFINED.findall(text)


@given(
    st.lists(st.sampled_from(["---", "--", "-", "\n", " ", "\x1f", "a", "\n---\n"])).map("".join)
)
@example("---\n---\n---")
@example("--- \n\n---\x1f\na")
@example("---")
def test_a_text_is_split_at_the_first_two_lines_of_hyphens(text: str) -> None:
    lines = text.split("\n")
    fences = [number for number, line in enumerate(lines) if line.rstrip() == "---"]
    expected = ("", text, 1)
    if fences[:1] == [0]:
        end = next(iter(fences[1:]), len(lines))
        expected = ("\n".join(lines[1:end]), "\n".join(lines[end + 1 :]), end + 2)
        expected = expected if len(fences) > 1 else (expected[0], "", 0)

    assert front_matter.split(text) == expected


VALUES = st.lists(
    pieces("fields")
    | st.sampled_from(["a: ", "- ", "[", "]", "{b: ", "}", "'", '"', "|\n  ", "\n"]),
    max_size=20,
).map("".join)


@given(VALUES | typed("\n:"))
@example("a:\n- b\n- {c: d}\n-\n  'e\n  f'\ng: |\n  h\n")
@example("---\na\n")
@example("a: {b: [c, {d: e}], f: }")
def test_the_tree_has_the_nodes_that_the_library_composes(text: str) -> None:
    try:
        ours = yaml_tree.read(yaml.parse(text, Loader=LOADER))
    except yaml.YAMLError:
        return

    theirs = yaml.compose(text, Loader=LOADER)
    assert list(map(described, yaml_tree.nodes(ours))) == list(map(described, nodes(theirs)))


def described(node: yaml.Node) -> tuple[object, ...]:
    marks = (
        (mark.line, mark.column) if mark else None for mark in (node.start_mark, node.end_mark)
    )
    text = node.value if isinstance(node, yaml.ScalarNode) else len(node.value)
    return type(node), text, getattr(node, "style", ""), *marks


def nodes(node: yaml.Node | None) -> list[yaml.Node]:
    """Return a node of the library and all below it, in the order of the text."""
    parts: list[yaml.Node] = []
    if isinstance(node, yaml.SequenceNode):
        parts = node.value
    elif isinstance(node, yaml.MappingNode):
        parts = [part for pair in node.value for part in pair]
    return [*([node] if node else []), *(found for part in parts for found in nodes(part))]


@pytest.mark.parametrize(
    "text", ["&a b", "*a", "!t a", "? [a]\n: b", "[" * 21 + "]" * 21, "- " * 20 + "a", "a\n---\nb"]
)
def test_the_tree_refuses_what_has_no_end_or_no_name(text: str) -> None:
    with pytest.raises(yaml.MarkedYAMLError) as raised:
        yaml_tree.read(yaml.parse(text, Loader=LOADER))

    assert raised.value.problem_mark
