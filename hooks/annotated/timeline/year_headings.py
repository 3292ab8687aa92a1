"""Headings under which dates are listed: “2017”, “2000s” for a decade, “Undated” for none."""

from annotated.model.edtf import Date

UNDATED = "Undated"


def year_of(when: Date | None) -> str:
    """Return the heading under which a date is listed: the year in which it begins."""
    first = when and (when.start or when.end)
    if not first:
        return UNDATED
    return f"{first.year.replace('X', '0')}s" if "X" in first.year else first.year


def anchor_of(when: Date | None) -> str:
    """Return the id of that heading."""
    year = year_of(when)
    return year.lower() if year == UNDATED else f"y{year}"
