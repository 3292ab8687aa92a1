"""Rows of dates in the case files, and the bounds of a date by us and by the package edtf."""

import csv
import warnings
from time import struct_time

from annotated.model.edtf import parse
from cases import FOLDER

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # its grammar warns of itself while it is being loaded
    import edtf


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a table of cases."""
    with (FOLDER / name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def ours(text: str) -> str:
    """Return the bounds as we compute them."""
    try:
        read = parse(text)
    except ValueError:
        return "refused"
    return f"{read.first or 'unbounded'}/{read.last or 'unbounded'}"


def of_package(text: str) -> str:
    """Return the bounds as the package computes them."""
    try:
        read = edtf.parse_edtf(text)
        return f"{_day(read.lower_strict())}/{_day(read.upper_strict())}"
    except edtf.EDTFParseException:
        return "refused"
    except (AttributeError, IndexError, TypeError, ValueError):
        return "crashes"


def _day(bound: struct_time | float) -> str:
    # The package has an infinite number where nothing bounds the interval.
    return "unbounded" if isinstance(bound, float) else "{:04}-{:02}-{:02}".format(*bound[:3])
