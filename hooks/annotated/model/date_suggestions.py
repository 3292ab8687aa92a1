"""Suggestions of dates in EDTF for dates as people type them: `05/09/2017`, “5 Sept 2017”."""

import calendar
import re
from collections.abc import Iterator

from annotated.model import edtf

SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}
MONTHS = {name.lower(): f"{number:02}" for number, name in enumerate(calendar.month_name) if name}
SHORTEST = 3
# Words that say nothing which EDTF could hold.
PASSED_OVER = re.compile(r"\b(?:on|in|by|of|the|early|mid|late|from|between|since)\b|,|\.(?=\s|$)")
ORDINAL = re.compile(r"\b([0-9]{1,2})(?:st|nd|rd|th)\b")
ABOUT = re.compile(r"^(?:about|around|circa|ca?\.?|~)\s*(?=\S)")
ENDS = re.compile(r"\s+(?:to|and|until|-)\s+|\s*[–—]\s*|/(?=[0-9]{4}\b)(?<=[0-9]{4}/)")
DAYS = re.compile(r"([0-9]{1,2})\s*(?:[-–]|\bto\b)\s*([0-9]{1,2})\s+([a-z].*)")
YEAR_FIRST = re.compile(r"([0-9]{4})[-./ ]?([0-9]{1,2})(?:[-./ ]?([0-9]{1,2}))?")
YEAR_LAST = re.compile(r"(?:([0-9]{1,2})[-./ ])?([0-9]{1,2})[-./ ]([0-9]{4})")
WORDS = re.compile(r"(?:([0-9]{1,2})[ -])?([a-z]+)[ -](?:([0-9]{1,2}) )?([0-9]{4})")
DECADE = re.compile(r"([0-9]{3})0s")


def suggestions(text: str) -> list[str]:
    """Return the dates in EDTF that a text may mean, the likeliest first, each once."""
    found = []
    for date in _dates(" ".join(text.lower().split())):
        try:
            edtf.parse(date)
        except ValueError:
            continue
        found.append(date)
    return list(dict.fromkeys(found))


def _dates(text: str) -> Iterator[str]:
    """Yield what a text in small letters may mean, whether or not there is such a date."""
    if about := ABOUT.match(text):
        yield from (f"{date}~" for date in _dates(text[about.end() :]))
        return
    if text.endswith("?"):
        yield from (f"{date}?" for date in _dates(text[:-1].strip()))
        return
    text = " ".join(ORDINAL.sub(r"\1", PASSED_OVER.sub(" ", text)).split())
    if days := DAYS.fullmatch(text):
        ends = [f"{days[1]} {days[3]}", f"{days[2]} {days[3]}"]
    else:
        ends = ENDS.split(text)
    if len(ends) == 2:  # noqa: PLR2004 - a beginning and an end
        for start, end in zip(_single(ends[0]), _single(ends[1]), strict=False):
            yield f"{start}/{end}"
        return
    yield from _single(text)


def _single(text: str) -> Iterator[str]:
    """Yield the forms of one date; of figures alone, the day comes before the month, as in most."""
    if match := YEAR_FIRST.fullmatch(text):
        year, month, day = match[1], match[2], match[3]
        is_swapped = day and int(month) > len(MONTHS)
        yield _joined(year, day, month) if is_swapped else _joined(year, month, day)
    elif match := YEAR_LAST.fullmatch(text):
        yield _joined(match[3], match[2], match[1])
        yield _joined(match[3], match[1], match[2]) if match[1] else ""
    elif match := WORDS.fullmatch(text):
        yield _joined(match[4], _month(match[2]), match[1] or match[3])
    elif match := DECADE.fullmatch(text):
        yield f"{match[1]}X"
    else:
        yield text


def _month(word: str) -> str:
    """Return the number of a month or season, also of a month cut short, or ""."""
    if word in SEASONS:
        return SEASONS[word]
    names = [name for name in MONTHS if len(word) >= SHORTEST and name.startswith(word)]
    return MONTHS[names[0]] if len(names) == 1 else {"sept": "09"}.get(word, "")


def _joined(year: str, month: str, day: str | None) -> str:
    return "-".join([year, month.zfill(2), *([day.zfill(2)] if day else [])])
