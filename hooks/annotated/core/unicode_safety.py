"""Unicode safety: characters that cannot be seen, and words of confusable letters."""

import re
import unicodedata
from collections.abc import Iterator

# Controls, marks of direction, zero-width characters, fillers, private use, surrogates, tags.
# Ranges from the Unicode Character Database 15.0: general categories Cc, Cf, Zl, Zp, Co, Cs and
# the property Default_Ignorable_Code_Point. Line feed and tab are left out.
HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ud800-\uf8ff\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U0010ffff]"
)
# Letters that are neither plain Latin nor Arabic: few, so that their words can be looked up.
UNUSUAL = re.compile(
    "[\u0370-\u05ff\u0700-\u1cff\u1f00-\u1fff\u2100-\u218f\u2c00-\u2c5f\u2c80-\ua71f"
    "\ua780-\uabff\uf900-\ufb4f\uff00-\uffef\U00010000-\U0001ffff]"
)
# What is none of the characters below and above that need a look: nearly every text is of these.
COMMON = (
    "\t\n -~\u00a0-\u00ac\u00ae-\u017f\u02b0-\u02ff\u0620-\u065f\u1e00-\u1eff\u2000-\u200a"
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u22ff"
)
UNCOMMON = re.compile(f"[^{COMMON}]")
WORD = re.compile(r"[^\W\d_]+")
# A non-joiner between two Arabic letters, as Persian and Kurdish are written, and Arabic text that
# is isolated from the direction of the text around it: neither can turn or hide other words.
ARABIC = (
    "\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06df-\u06e8\u06ea-\u06ef\u06fa-\u06ff\u0750-\u077f"
)
SEEN = re.compile(
    f"(?<=[{ARABIC}])\u200c(?=[{ARABIC}])"
    f"|[\u2066-\u2068][{ARABIC}\u200c\u060c\u061b\u061f\u0660-\u0669\u06f0-\u06f9 .,:!-]+\u2069"
)
MAY_BE_SEEN = re.compile("[\u200c\u2066-\u2068]")
# A digit that is not one of 0 to 9, and letters that are drawn like a digit.
LIKE_DIGITS = (
    "\u0417\u0431\u04e0\u01a7\u01b7\u01bc\u021c\u0222\u0223\u03e8\u13ce\u13ee\u14bf\u2cca\u2ccc\u2cd2"
    "\ua644\ua6ef\ua75a\ua76a\ua76e\ua7ab"
)
STRANGE_DIGIT = re.compile(f"[^\\W\\D0-9]|[{LIKE_DIGITS}]")
LETTERS_AND_DIGITS = re.compile(r"[^\W_]+")
# The digits 0 of the scripts in which numbers are written here: Latin, Arabic, Persian.
ZEROS = frozenset({0x30, 0x660, 0x6F0})
LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
# Letters of other scripts that are drawn like Latin ones (Unicode Technical Standard 39).
LOOK_ALIKE = frozenset(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04bb\u0501\u051b\u051d"
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0406\u0408\u0405"
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"
    "\u03bf\u03bd\u03c5\u03b9\u03ba\u03b1\u03c1"
)
# Characters that go with any script: the apostrophes of a transliteration, accents.
OF_ALL_SCRIPTS = frozenset({"MODIFIER", "COMBINING"})


def is_common(text: str) -> bool:
    """Tell in one look whether a text has only characters of which none is hidden or confusable.

    Where it is not, there may be some all the same.
    """
    return not UNCOMMON.search(text)


def hidden(text: str) -> Iterator[tuple[int, str]]:
    """Yield the index and the name of each character that cannot be seen."""
    if MAY_BE_SEEN.search(text):
        text = SEEN.sub(lambda match: " " * len(match[0]), text)
    for match in HIDDEN.finditer(text):
        yield match.start(), f"U+{ord(match[0]):04X} {unicodedata.name(match[0], '')}".strip()


def confusable(text: str) -> Iterator[tuple[int, str]]:
    """Yield the index of each word whose letters are not what they look like, and the word.

    Such letters come back by their code points, since they cannot be told from others.

    - letters of two scripts in one word, such as Latin with one that is Cyrillic;
    - a word of another script of which every letter is drawn like a Latin one;
    - letters that are variants of others: of full width, mathematical;
    - digits of two scripts in one number, or of another script than those above; letters that are
      drawn like a digit, beside one.
    """
    if STRANGE_DIGIT.search(text):
        yield from _confusable_numbers(text)
    if UNUSUAL.search(text):
        yield from _confusable_words(text)


def _confusable_numbers(text: str) -> Iterator[tuple[int, str]]:
    for match in LETTERS_AND_DIGITS.finditer(text):
        digits = [char for char in match[0] if char.isdecimal()]
        if not digits:
            continue
        zeros = {ord(char) - unicodedata.decimal(char) for char in digits}
        is_strange = len(zeros) > 1 or not zeros <= ZEROS
        if not is_strange and zeros == {0x30}:
            is_strange = not set(LIKE_DIGITS).isdisjoint(match[0])
        elif not is_strange:
            is_strange = bool(LATIN.search(match[0]))
        if is_strange:
            yield match.start(), re.sub("[^\\x00-\\x7f]", _code_point, match[0])


def _confusable_words(text: str) -> Iterator[tuple[int, str]]:
    for match in WORD.finditer(text):
        word = match[0]
        if not UNUSUAL.search(word):
            continue
        scripts = {unicodedata.name(char, "").partition(" ")[0] for char in word}
        disguised = unicodedata.normalize("NFKC", word) != unicodedata.normalize("NFC", word)
        if len(scripts - OF_ALL_SCRIPTS) > 1 or disguised or LOOK_ALIKE.issuperset(word):
            yield match.start(), UNUSUAL.sub(_code_point, word)


def _code_point(match: re.Match[str]) -> str:
    return f"\\u{{{ord(match[0]):x}}}"


def visible(text: str) -> str:
    """Return `text` on one line, with code points for what could steer a terminal or a log."""
    return re.sub(f"{HIDDEN.pattern}|[\n\t]", _code_point, text)
