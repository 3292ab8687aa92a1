"""One value of YAML, all strings, as the type that a dataclass declares for it."""

from types import NoneType, UnionType
from typing import Any, Literal, get_args, get_origin

from annotated import dates
from annotated.entities import Point, Remarked
from annotated.problems import did_you_mean
from annotated.projection import Box

LATITUDE, LONGITUDE = 90.0, 180.0
BOTH = 2


class Misfit(ValueError):  # noqa: N818 - a finding about one value, always turned into a problem
    """A value that a field cannot take: what is wrong with it, the remedy, and its code."""

    def __init__(self, message: str, code: str = "front-matter-wrong-value") -> None:
        super().__init__(message)
        self.code = code


def convert(hint: Any, value: object) -> object:  # noqa: ANN401 - a type hint has no narrower type
    """Return `value` (a string, list or mapping of strings) as the type `hint`; raise Misfit."""
    if isinstance(hint, UnionType):
        hint = next(arm for arm in get_args(hint) if arm is not NoneType)
    if get_origin(hint) is tuple:
        items = value if isinstance(value, list) else [value]
        return tuple(convert(get_args(hint)[0], item) for item in items)
    if get_origin(hint) is Literal:
        return _choice([word for word in get_args(hint) if word], value)
    return {
        str: _text,
        bool: _yes_or_no,
        int: _number,
        Remarked: _remarked,
        Point: _point,
        Box: _box,
        dates.Date: _date,
    }[hint](value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise Misfit(f"{value!r} is not a text. Put quotation marks around it.")
    return value.strip()


def _yes_or_no(value: object) -> bool:
    return _choice(["true", "false"], value) == "true"


def _number(value: object) -> int:
    if not _text(value).isdigit():
        raise Misfit(f"'{value}' is not a whole number.")
    return int(_text(value))


def _choice(words: list[str], value: object) -> str:
    if value not in words:
        nearest = did_you_mean(str(value), words)
        raise Misfit(f"'{value}' is not one of {', '.join(words)}.{nearest}")
    return str(value)


def _remarked(value: object) -> Remarked:
    if isinstance(value, dict) and len(value) == 1:
        ((text, remark),) = value.items()
        return Remarked(_text(text), _text(remark))
    return Remarked(_text(value))


def _point(value: object) -> Point:
    if not isinstance(value, list) or len(value) != BOTH:
        raise Misfit(f"{value!r} is not of the form [latitude, longitude].", "point-malformed")
    try:
        latitude, longitude = (float(number) for number in value)
    except ValueError:
        raise Misfit(f"{value!r} does not hold two numbers.", "point-malformed") from None
    if not (abs(latitude) <= LATITUDE and abs(longitude) <= LONGITUDE):
        raise Misfit(
            f"[{value[0]}, {value[1]}] lies outside the earth: latitude from -90 to 90 comes "
            "first, longitude from -180 to 180 second.",
            "point-out-of-range",
        )
    return Point(latitude, longitude)


def _box(value: object) -> Box:
    try:
        box = Box(*(float(side) for side in value)) if isinstance(value, list) else None
    except (TypeError, ValueError):
        box = None
    if not box or box.west >= box.east or box.south >= box.north:
        raise Misfit(f"{value!r} is not of the form [west, south, east, north], in degrees.")
    return box


def _date(value: object) -> dates.Date:
    try:
        return dates.parse(_text(value))
    except ValueError as error:
        remedy = "Write the day, month, season or year that the text gives, as in EDTF."
        raise Misfit(f"{error}. {remedy}", "date-impossible") from None
