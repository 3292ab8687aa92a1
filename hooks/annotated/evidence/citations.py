"""Citations in Markdown: `@key` in a text, `[@key, p. 3; @key]` in brackets.

mkdocs-bibtex replaces both, but takes more for citations than is meant: of a sentence in brackets
that holds an `@` it keeps nothing but the keys, and a key it replaces also within a longer word, an
address or code. So `prepare` replaces citations in brackets, and hides from the plugin every `@`
that is no citation of a known source. What remains, a check, which runs without it, replaces
by `replace`; a test holds that the plugin gives the same for any text:
(mkdocs-bibtex 4, `citation.py`).
"""

import re
from collections.abc import Collection
from functools import partial

from annotated.core import fenced_code
from annotated.core.placeholders import AT_SIGN, BACKSLASH
from annotated.evidence import references

# A command by which the plugin would list sources.
COMMAND = re.compile(r"\\(?=(?:full_)?bibliography)")
SIGNS = {"@": AT_SIGN, "\\@": AT_SIGN, "\\": BACKSLASH}
KEY = r"(?<![\w\\/])@(?P<key>[a-z][\w-]*)"
CITED = re.compile(rf"(?P<before>[^@;]*){KEY}(?P<locator>(?:,[^@;]*)?)")
# Of a line: code; words in brackets that are no link and have no class; citations; anything else
# that the plugin would look at.
TOKEN = re.compile(
    rf"(?P<ticks>`+)[^`]*(?P=ticks)|\[(?P<block>[^\[\]]*@[^\[\]]*)\](?![\[({{:])"
    rf"|{KEY}|\\?@|{COMMAND.pattern}"
)
# A citation in a text as the plugin reads it. From each it looks as far as the next bracket.
INLINE = re.compile(r"(?<!\\)(?<![\[\w])@(?P<key>[\w:-]+)(?![^\[\]]*\])")
MOST_INLINE = 500


def prepare(markdown: str, keys: Collection[str]) -> str:
    """Return `markdown` with no `@` but before keys of sources that the plugin will replace.

    Other citations of the `keys` are placeholders of `references`, other signs those of `restore`.
    """
    if "@" not in markdown and "bibliography" not in markdown:
        return markdown
    lines, inline = markdown.split("\n"), _inline(markdown, keys)
    outside = fenced_code.without(markdown).split("\n")
    for number, line in enumerate(lines):
        if "@" not in line and "\\" not in line:
            continue
        if line != outside[number]:
            lines[number] = _hidden(line)
        elif line.startswith("#"):
            # What a heading holds is also read apart from its page, where nothing is restored.
            lines[number] = COMMAND.sub("&#92;", line.replace("@", "&#64;"))
        else:
            left = inline.get(number, ())
            lines[number] = TOKEN.sub(partial(_prepared, keys=keys, left=left), line)
    return "\n".join(lines)


def _inline(markdown: str, keys: Collection[str]) -> dict[int, list[int]]:
    """Return where the plugin finds a citation of the `keys`: by line, both from 0."""
    found: dict[int, list[int]] = {}
    if markdown.count("@") > MOST_INLINE:
        return found
    # Found by its sign, as the pattern alone would look at what is before each character.
    for at in re.finditer("@", markdown):
        match = INLINE.match(markdown, at.start())
        if match and match["key"] in keys:
            line = markdown.count("\n", 0, match.start())
            start = markdown.rfind("\n", 0, match.start()) + 1
            found.setdefault(line, []).append(match.start() - start)
    return found


def _hidden(text: str) -> str:
    return COMMAND.sub(BACKSLASH, text.replace("@", AT_SIGN))


def _prepared(match: re.Match[str], keys: Collection[str], left: Collection[int]) -> str:
    """Return what is put in place of a token; citations at the positions `left` stay."""
    if (block := match["block"]) is not None:
        within = partial(_prepared, keys=keys, left=())
        return _cited(block, keys) or f"[{TOKEN.sub(within, block)}]"
    if match["key"] in keys:
        return match[0] if match.start() in left else references.placeholder(match["key"])
    return SIGNS.get(match[0]) or _hidden(match[0])


def _cited(block: str, keys: Collection[str]) -> str:
    """Return the references of citations in brackets, in parentheses; nothing if it is no list."""
    cited = [CITED.fullmatch(part.strip()) for part in block.split(";")]
    if not all(match and match["key"] in keys for match in cited):
        return ""
    texts = (
        f"{match['before']}{references.placeholder(match['key'])}{match['locator']}"
        for match in cited
        if match
    )
    return f"({'; '.join(texts)})"


def cited(markdown: str, keys: Collection[str]) -> set[str]:
    """Return the `keys` that a text cites."""
    if "@" not in markdown:
        return set()
    return {key for key in re.findall(KEY, fenced_code.without(markdown)) if key in keys}


def replace(markdown: str, keys: Collection[str]) -> str:
    """Return prepared Markdown with a placeholder of `references` for each citation left in it."""
    return INLINE.sub(
        lambda match: references.placeholder(match["key"]) if match["key"] in keys else match[0],
        markdown,
    )


def restore(html: str) -> str:
    """Return the HTML of prepared Markdown with the signs that `prepare` hid."""
    return html.replace(AT_SIGN, "@").replace(BACKSLASH, "\\")
