r"""TeX notation in the fields of sources, as the characters that it stands for.

Reference managers write `{\'e}` for é, `--` for –, `\&` for &. The letters, accents and symbols
are those of pylatexenc. Only notation that is text is read: a command that would do anything else,
and one that is not known, is left as typed and named, so that it can be refused. There is no
nesting to follow, and no pattern looks at a character more than a few times.
"""

import re
from functools import cache
from typing import NamedTuple
from unicodedata import normalize

# Text without one of these holds no notation but braces, which keep capitals in BibTeX.
NOTATION = re.compile(r"[\\`~$]|--|''")
# The accents of LaTeX, on a letter, on a letter in braces or on a command such as \i.
ACCENT = re.compile(
    r"""(?P<other>\\\\)
    |\\(?P<accent>['"`^~=.]|(?:[bcdHkruv]|textcommabelow)(?![A-Za-z]))\s*
    (?:\{\s*(?P<braced>\\[A-Za-z]+|[^\\{}\s])\s*\}|(?P<command>\\[A-Za-z]+)\s?|(?P<letter>[^\W\d_]))
    """,
    re.VERBOSE,
)
# An accent on an accented letter, as in Vietnamese, is found by another pass.
PASSES = 3
COMMAND = r"\\(?:[A-Za-z]+|[^A-Za-z]|\Z)"
TOKEN = re.compile(
    rf"""\\(?:url|nolinkurl|path)\s*\{{(?P<url>[^{{}}]*)\}}
    |\\(?:enquote|mkbibquote)\s*\{{(?P<quoted>[^{{}}]*)\}}
    |\\text(?P<script>super|sub)script\s*\{{(?P<raised>[^{{}}]*)\}}
    |\\(?P<empty>[~^'"])\{{\}}
    |(?P<command>{COMMAND})(?:\{{\}}|(?<=[A-Za-z])\s+)?
    |\$(?P<maths>[^$\\^_]*[\\^_][^$]*)\$
    |(?P<special>---?|``|''|[!?]`|[~{{}}])
    |`(?P<single>[^`'\\{{}}]*)'
    """,
    re.VERBOSE,
)
FIXED = {
    "special": {
        "--": "–", "---": "—", "``": "“", "''": "”", "!`": "¡", "?`": "¿",
        "~": " ", "{": "", "}": "",
    },
    "empty": {"~": "~", "^": "^", "'": "´", '"': "¨"},
}  # fmt: skip
QUOTES = {"quoted": "“{}”", "single": "‘{}’"}
# What changes only how the words look; its braces are taken out like all others.
APPEARANCE = re.compile(
    "emph|text(?:it|bf|sc|sl|rm|sf|tt|up|md|normal)?|mbox|em|it|bf|sc|sl|rm|sf|tt|"
    "(?:it|up|sc|sl)shape|(?:bf|md)series|normalfont|mkbib(?:emph|italic|bold)|"
    "nocase|protect|relax|nobreak|ensuremath"
)
# Symbols that pylatexenc lacks or renders as no reader would type them.
SYMBOLS = {
    "\\": " ", " ": " ", "\n": " ", ",": " ", ";": " ", ":": " ", "-": "", "/": "", "!": "",
    "@": "", "%": "%", "space": " ", "nobreakspace": " ", "thinspace": " ", "newline": " ",
    "textless": "<", "textgreater": ">", "textbar": "|", "textbardbl": "‖", "textunderscore": "_",
    "textbraceleft": "{", "textbraceright": "}", "lq": "‘", "rq": "’", "slash": "/", "S": "§",
    "P": "¶", "copyright": "©", "pounds": "£", "textpounds": "£", "degree": "°", "celsius": "℃",
    "textquotedbl": '"', "textminus": "−", "textasciicircum": "^",
}  # fmt: skip
# A backslash in the result could not be told from a command; the date is that of the build.
REFUSED = frozenset({"textbackslash", "today"})
CATEGORIES = ("latex-base", "advanced-symbols")
COMMA_BELOW = "\u0326"
RAISED = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
SCRIPT = re.compile(r"(?<!\\)[\^_]")
MATHS_SCRIPT = re.compile(r"([\^_])(?:\{([0-9n()+=-]*)\}|([0-9n]))")


class Decoded(NamedTuple):
    """The text that a value stands for, and the commands that were left in it as typed."""

    text: str
    refused: tuple[str, ...] = ()


def decode(value: str) -> Decoded:
    """Return what a value of a `.bib` file stands for, without the braces that keep capitals."""
    if not NOTATION.search(value):
        return Decoded(value.replace("{", "").replace("}", ""))
    for _ in range(PASSES):
        value = ACCENT.sub(_accented, value)
    decoder = _Decoder()
    return Decoded(decoder.text(value), tuple(decoder.refused))


class _Decoder:
    """The commands that were refused while a value was decoded."""

    def __init__(self) -> None:
        self.refused: list[str] = []

    def text(self, value: str) -> str:
        return TOKEN.sub(self._token, value)

    def _token(self, match: re.Match[str]) -> str:
        kind = match.lastgroup or ""
        value = match[kind]
        if kind in FIXED:
            return FIXED[kind][value]
        if kind in QUOTES:
            return QUOTES[kind].format(self.text(value))
        if kind == "raised":
            return _script(value, lowered=match["script"] == "sub")
        text: str | None = value
        if kind == "command":
            text = _symbol(value[1:])
        elif kind == "maths":
            value = MATHS_SCRIPT.sub(_maths_script, value)
            text = None if SCRIPT.search(value) else self.text(value)
        return self._refuse(match) if text is None else text

    def _refuse(self, match: re.Match[str]) -> str:
        self.refused.append(match[0].strip())
        return match[0]


def verbatim(value: str) -> str:
    """Return an address or another value that BibTeX does not read, as it is to be used.

    Some programs escape the characters of an address that TeX would read, others do not.
    """
    value = value.strip()
    if "\\" in value:
        value = _unescaped(value)
    return value.replace("{", "").replace("}", "")


def _unescaped(value: str) -> str:
    value = re.sub(r"^\\url\s*\{(.*)\}$", r"\1", value)
    value = re.sub(r"\{?\\textasciitilde(?:\{\}|\s)?\}?|\\~\{\}|\{\\~\}", "~", value)
    return re.sub(r"\\([&%#_$])", r"\1", value)


def _accented(match: re.Match[str]) -> str:
    if match["other"]:
        return match[0]
    letter = match["letter"] or match["braced"] or match["command"]
    composed = _accent(match["accent"], letter)
    # What takes no accent is left as it is typed, and refused as a command.
    return match[0] if composed is None else composed


@cache
def _accent(accent: str, letter: str) -> str | None:
    if letter.startswith("\\"):
        # An i and a j lose their dot below an accent.
        letter = {"\\i": "i", "\\j": "j"}.get(letter) or _symbol(letter[1:]) or ""
    if len(letter) != 1 or not letter.isalpha():
        return None
    if (accent, letter) == (".", "i"):
        return letter
    if accent == "textcommabelow":
        return normalize("NFC", letter + COMMA_BELOW)
    from pylatexenc.latex2text import LatexNodes2Text  # noqa: PLC0415 - only where it is needed

    return normalize("NFC", str(LatexNodes2Text().latex_to_text(f"\\{accent}{{{letter}}}")))


@cache
def _symbol(name: str) -> str | None:
    """Return the characters of a command without arguments, or None if it is none of those."""
    if APPEARANCE.fullmatch(name):
        return ""
    if name in SYMBOLS:
        return SYMBOLS[name]
    from pylatexenc.latex2text import get_default_latex_context_db  # noqa: PLC0415 - as above

    table = get_default_latex_context_db().filter_context(keep_categories=CATEGORIES)
    spec = table.get_macro_spec(name)
    symbol = spec.simplify_repl if spec and spec.macroname == name else None
    is_text = isinstance(symbol, str) and symbol and (len(symbol) == 1 or "%" not in symbol)
    return str(symbol) if is_text and name not in REFUSED else None


def _script(text: str, *, lowered: bool) -> str:
    """Return a raised or lowered text: digits as such, words on the line, as in “4ème”."""
    return text.translate(LOWERED if lowered else RAISED) if not text.isalpha() else text


def _maths_script(match: re.Match[str]) -> str:
    return _script(match[2] or match[3] or "", lowered=match[1] == "_")
