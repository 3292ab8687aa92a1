"""Grammar of `.bib` files: the signs of each part of an entry, and how much of each is read."""

import re

# Braces within braces. Nobody types more, and what reads them may be slow.
DEEPEST = 20
SKIPPED = re.compile(r"(?:\s+|%[^\n]*)*")
STRAY = re.compile(r"@+(?=@)|@[^\s@%]*|[^\s@%]+")
AT = re.compile(r"@\s*(\w+)\s*([{(])")
KEY = re.compile(r"\s*([^\s,{}]+)\s*(?=[,})]|\Z)")
KEY_WITHOUT_COMMA = re.compile(r"\s*([^\s,{}=]+)\s+(?=[\w-]+\s*=)")
NAME = re.compile(r"[^\s=,{}()\"#%@]+")
EQUALS = re.compile(r"\s*=\s*")
HASH = re.compile(r"\s*#\s*")
BARE = re.compile(r"[^,{}()\"#\n]*")
# After so many faults a file is not read on: it is none of BibTeX.
MOST_FAULTS = 100
LONGEST_MACRO = 200
# A line like the first of an entry: within a value, the value was not closed.
HEAD = re.compile(r"\n[ \t]*@\w+[ \t]*\{[ \t]*[^\s,{}\"=]+[ \t]*,")
# Fields within the value of another, whose brace was not closed.
SWALLOWED = re.compile(r"\},\s*([\w-]+)\s*=\s*\{")
CLOSING = {"{": "}", "(": ")", '"': '"'}
IN_VALUE = {opening: re.compile(rf"[{opening}{{}}]|{HEAD.pattern}") for opening in '{"'}
# A field with its comma, as nearly all are typed: nothing in its value begins an entry, and braces
# are within each other once. What it does not match is read step by step.
PLAIN_FIELD = re.compile(
    rf"\s*({NAME.pattern})\s*=\s*"
    r"(?:\{([^{}@]*+(?:\{[^{}@]*+\}[^{}@]*+)*+)\}|\"([^\"{}@]*+)\"|([0-9]++))\s*+(?:,|(?=[})]))"
)
IN_COMMENT = {"{": re.compile("[{}]"), "(": re.compile("[()]")}
MONTHS = {
    "jan": "January", "feb": "February", "mar": "March", "apr": "April", "may": "May",
    "jun": "June", "jul": "July", "aug": "August", "sep": "September", "oct": "October",
    "nov": "November", "dec": "December",
}  # fmt: skip


class Malformed(Exception):  # noqa: N818 - becomes a problem
    """What is never closed: its words and its line."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line
