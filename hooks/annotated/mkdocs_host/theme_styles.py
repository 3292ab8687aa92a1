"""Style sheet of the theme, cut down to what may apply: it has rules for much that is not here.

A rule stays where each class of one of its selectors stands in a page or is a word of a script,
and a variable where something asks for it. What stands in parentheses, as in `:not(.x)`, takes no
rule away, nor does an element or, but for the direction of the text and what the theme has put into
`data-md-…`, an attribute.
"""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import chain
from pathlib import Path

from annotated.core.build_cache import BuildCache

# Its sheets, in their order, and what stands between them and ours where they are one file.
SHEETS = ("assets/stylesheets/main.*.css", "assets/stylesheets/palette.*.css")
END = "/* The end of the theme. */\n"
# What a selector may ask for: classes, and values of attributes, which are taken for classes. The
# direction keeps its name, as a script that has the word `rtl` does not turn a page round. Each
# begins with letters, which are found faster than the beginning of a word.
CLASSES = tuple(re.compile(rf'{name}="([^"]*)"') for name in ("class", r"data-md-[\w-]+"))
DIRECTION = re.compile(r'dir="([^"]*)"')
VALUE = re.compile(r"""\[(dir|data-md-[\w-]+)=["']?([\w-]+)["']?\]""")
# An attribute that only a script of the theme sets, when it sorts a table.
SORTED = "[aria-sort="
INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
WORD = re.compile(r"[\w-]+")
# A piece of a sheet: a text in quotation marks or an address, which may hold anything, or a sign.
PIECE = re.compile(
    r"""/\*.*?\*/|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\([^"')]*\)|[{};]""", re.DOTALL
)
# Rules that hold rules; every other one with an @ stays as it is.
NESTING = re.compile(r"@(?:media|supports|layer|container)\b")
QUOTED = re.compile(r"""\[[^\]]*\]|"[^"]*"|'[^']*'""")
INNERMOST = re.compile(r"\([^()]*\)")
CLASS = re.compile(r"\.((?:\\.|[\w-])+)")
MOTION = re.compile(r"@keyframes ([\w-]+)")
ANIMATION = re.compile(r"[{;]animation(?:-name)?:([^;}]+)")
ASKED = re.compile(r"var\(\s*(--[\w-]+)")
VARIABLE = re.compile(r"--[\w-]+")


def classes_of(page: str) -> Iterator[str]:
    """Yield what selectors may ask for in the HTML of a page, and the words of its own scripts."""
    # Most values stand in a page many times.
    for value in {*chain.from_iterable(found.findall(page) for found in CLASSES)}:
        yield from value.split()
    yield from (f"dir-{value}" for value in {*DIRECTION.findall(page)})
    for script in INLINE.findall(page):
        yield from _words(script)


@cache
def _words(script: str) -> list[str]:
    return WORD.findall(script)


def unquoted(script: str) -> str:
    """Return the HTML that stands in the texts of a script."""
    return script.replace('\\"', '"')


def trim_file(
    build_cache: BuildCache, site: Path, joined: str, in_pages: AbstractSet[str], code: Path
) -> None:
    """Cut down the theme at the head of the sheet `joined` in the folder `site`.

    `in_pages` is what `classes_of` finds in its pages. Any word of a script below the folder `code`
    may be a class; the other scripts of the site are data, such as cards, and words of prose.
    """
    scripts = [path.read_text(encoding="utf-8") for path in code.rglob("*.js")]
    words = (word for script in scripts for word in WORD.findall(script))
    data = (path.read_text(encoding="utf-8") for path in site.rglob("*.js"))
    known = {*in_pages, *words, *(name for text in data for name in classes_of(unquoted(text)))}
    others = [path.read_text(encoding="utf-8") for path in site.rglob("*.css")]
    theme, _, own = (site / joined).read_text(encoding="utf-8").partition(END)
    others = [own if END in sheet else sheet for sheet in others]
    kept = build_cache.run(trimmed, theme, known, sorted([*others, *scripts]))
    (site / joined).write_text(f"{kept}\n{own}", encoding="utf-8")


def trimmed(sheet: str, known: AbstractSet[str], others: Iterable[str] = ()) -> str:
    """Return a sheet without what no page can need; `others` are texts that ask for variables."""
    kept = _without_unused_motions("".join(_rules(sheet, known)))
    outside = {name for text in others if text != sheet for name in VARIABLE.findall(text)}
    while True:
        asked = outside.union(ASKED.findall(kept))
        fewer = "".join(_declarations(kept, asked))
        if fewer == kept:
            return kept
        kept = fewer


def _rules(sheet: str, known: AbstractSet[str]) -> Iterator[str]:
    for prelude, block in _statements(sheet):
        if block is None:
            yield prelude
        elif NESTING.match(prelude.lstrip()):
            if inner := "".join(_rules(block, known)):
                yield f"{prelude}{{{inner}}}"
        elif prelude.lstrip().startswith("@"):
            yield f"{prelude}{{{block}}}"
        elif selectors := [
            selector for selector in _selectors(prelude) if _applies(selector, known)
        ]:
            yield f"{','.join(selectors)}{{{block}}}"


def _without_unused_motions(sheet: str) -> str:
    """Return a sheet without the motions that no rule names, nor one of another sheet can name."""
    asked = {word for value in ANIMATION.findall(sheet) for word in WORD.findall(value)}
    return "".join(
        f"{prelude}{{{block}}}" if block is not None else prelude
        for prelude, block in _statements(sheet)
        if not (name := MOTION.match(prelude.lstrip())) or name[1] in asked
    )


def _statements(sheet: str) -> Iterator[tuple[str, str | None]]:
    """Yield what stands before each block at the top of a sheet, and the block, None without."""
    depth, start, begin = 0, 0, 0
    for piece in PIECE.finditer(sheet):
        if piece[0] == "{":
            depth += 1
            if depth == 1:
                begin = piece.end()
        elif piece[0] == "}":
            depth -= 1
            if not depth:
                yield sheet[start : begin - 1], sheet[begin : piece.start()]
                start = piece.end()
        elif piece[0] == ";" and not depth:
            yield sheet[start : piece.end()], None
            start = piece.end()
    if rest := sheet[start:]:
        yield rest, None


def _selectors(prelude: str) -> Iterator[str]:
    """Yield the selectors of a rule, which commas part, but for those in brackets."""
    depth, start = 0, 0
    for index, char in enumerate(prelude):
        depth += (char in "([") - (char in ")]")
        if char == "," and not depth:
            yield prelude[start:index]
            start = index + 1
    yield prelude[start:]


def _applies(selector: str, known: AbstractSet[str]) -> bool:
    if SORTED in selector:
        return False
    plain, before = QUOTED.sub("", VALUE.sub(_as_class, selector)), ""
    while plain != before:
        before, plain = plain, INNERMOST.sub("", plain)
    return all(name.replace("\\", "") in known for name in CLASS.findall(plain))


def _as_class(attribute: re.Match[str]) -> str:
    name, value = attribute.groups()
    return f".{name}-{value}" if name == "dir" else f".{value}"


def _declarations(sheet: str, asked: AbstractSet[str]) -> Iterator[str]:
    """Yield a sheet without the declarations of variables that nobody asks for."""
    start = 0
    for piece in PIECE.finditer(sheet):
        if piece[0] not in "{};":
            continue
        name = VARIABLE.match(sheet, start)
        if piece[0] == "{" or not name or sheet[name.end()] != ":" or name[0] in asked:
            yield sheet[start : piece.end()]
        elif piece[0] == "}":
            yield "}"
        start = piece.end()
    yield sheet[start:]
