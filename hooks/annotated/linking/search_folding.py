"""Folding of words for the search: the many ways of typing a name become one.

The script of the search folds what a reader types by the same steps and the same table, which it
gets with the names (`TABLE`); `tests/cases/search/folding.csv` holds both to the same results.
"""

import re
import unicodedata
from functools import cache

from annotated.core.normalize import APOSTROPHES

# What is left out: besides apostrophes, a quotation mark, a full stop (“U.S.”), the sign that
# stretches an Arabic word, hamza on the line, and what joins or parts letters unseen.
DROPPED = APOSTROPHES + '‛ˈʹʽ"“”.\u0640\u0621\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff'
LETTERS = {
    "ة": "ه",
    "ى": "ي",
    "ی": "ي",
    "ے": "ي",
    "ک": "ك",
    "ہ": "ه",
    "ھ": "ه",
    "ٱ": "ا",
    "ı": "i",
    "ß": "ss",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "æ": "ae",
    "œ": "oe",
    "¶": " p",
    "&": " ",
} | {digit: str(n) for digits in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹") for n, digit in enumerate(digits)}
# The Arabic article, by itself a word as in “al-Andalus”, “Umm ar-Rasas”; it counts for nothing.
ARTICLES = ("al", "el", "ad", "ar", "as", "az", "an", "at", "ash", "ed", "er", "es", "ez", "ul")
ARABIC_ARTICLE = "ال"
# As many letters must be left of an Arabic word without its article.
LEAST = 3
# What may stand before a name in one word: the article, “and”, “in”, “to”, “like” in Arabic.
OPENINGS = (*ARTICLES, "و", "ف", "ب", "ل", "ك", "لل")
# Words of English that say nothing of what is looked for.
SMALL = (
    "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "into", "as",
    "and", "or", "is", "are", "was", "were", "be", "been", "has", "have", "had", "it", "its",
    "that", "this", "these", "those", "their", "his", "her", "they", "he", "she", "we", "i",
    "do", "does", "did", "how", "what", "who", "whom", "whose", "why", "when", "where", "which",
    "there", "about", "many", "much", "long", "number",
)  # fmt: skip

TABLE = {
    "dropped": DROPPED,
    "apostrophes": APOSTROPHES,
    "letters": LETTERS,
    "articles": list(ARTICLES),
    "arabicArticle": ARABIC_ARTICLE,
    "least": LEAST,
    "openings": list(OPENINGS),
    "small": list(SMALL),
}
_POSSESSIVE = re.compile(rf"(?<=[^\W_])[{re.escape(APOSTROPHES)}]s(?![^\W_])")
_WITHOUT = str.maketrans(dict.fromkeys(DROPPED))
_LETTERS = str.maketrans(LETTERS)
_WORD = re.compile(r"[^\W_]+")


@cache
def fold(text: str) -> str:
    """Return the words of `text` in small plain letters, with one space between them."""
    bare = _POSSESSIVE.sub("", text.lower()).translate(_WITHOUT)
    if not bare.isascii():
        bare = "".join(
            letter
            for letter in unicodedata.normalize("NFKD", bare)
            if unicodedata.category(letter) != "Mn"
        )
    words = _WORD.findall(bare.translate(_LETTERS).translate(_WITHOUT))
    named = [word for word in words if word not in ARTICLES] or words
    return " ".join(map(_without_article, named))


def _without_article(word: str) -> str:
    rest = word.removeprefix(ARABIC_ARTICLE)
    return rest if len(rest) >= LEAST else word
