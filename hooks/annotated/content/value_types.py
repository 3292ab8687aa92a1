"""Value types: how each is read from YAML, and described to an editor in JSON Schema."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from types import NoneType, UnionType
from typing import Any, Literal, TypeAlias, get_args, get_origin

from annotated.core.problems import did_you_mean
from annotated.geo.projection import Box
from annotated.model import date_suggestions, edtf
from annotated.model.entities import Point, Remarked

LATITUDE, LONGITUDE = 90.0, 180.0
BOTH, SIDES = 2, 4
DECIMAL = r"^[-+]?\d+(\.\d+)?$"
WHOLE = re.compile(r"\d{1,9}", re.ASCII)
# What people type between the items of a list, also in Arabic.
SEPARATOR = re.compile("[,;،؛]")
Schema: TypeAlias = dict[str, Any]


@dataclass(frozen=True)
class SearchSetting:
    """Whether the search leaves a page out."""

    exclude: bool = False


class InvalidValue(ValueError):  # noqa: N818 - a finding about one value, always turned into a problem
    """A value that a field cannot take: what is wrong with it, the remedy, and its code."""

    def __init__(self, message: str, code: str = "front-matter-wrong-value") -> None:
        super().__init__(message)
        self.code = code


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise InvalidValue(f"{value!r} is not a text. Put quotation marks around it.")
    text = value.strip()
    if not text:
        raise InvalidValue("it is empty. Fill it in, or take the line out.")
    if "\n" in text:
        line = text.partition("\n")[0]
        raise InvalidValue(f"'{line}' goes on in another line. Write it on one.")
    return text


def _yes_or_no(value: object) -> bool:
    return _choice(["true", "false"], value) == "true"


def _number(value: object) -> int:
    text = _text(value)
    if not WHOLE.fullmatch(text):
        raise InvalidValue(f"'{value}' is not a whole number.")
    return int(text)


def _decimal(value: object, code: str = "front-matter-wrong-value") -> float:
    if not re.fullmatch(DECIMAL, str(value), re.ASCII):
        raise InvalidValue(f"'{value}' is not a number.", code)
    return float(str(value))


def _choice(words: list[str], value: object) -> str:
    if value not in words:
        nearest = did_you_mean(str(value), words)
        raise InvalidValue(f"'{value}' is not one of {', '.join(words)}.{nearest}")
    return str(value)


def _remarked(value: object) -> Remarked:
    if isinstance(value, dict) and len(value) == 1:
        ((text, remark),) = value.items()
        if remark == "":
            raise InvalidValue(f"'{text}:' has nothing behind it. Fill it in.")
        return Remarked(_text(text), _text(remark))
    if isinstance(value, dict):
        items = " and ".join(f"'{text}: …'" for text in value)
        raise InvalidValue(f"{items} are one item. Begin each with '- ' on a line of its own.")
    return Remarked(_text(value))


def _point(value: object) -> Point:
    if not isinstance(value, list) or len(value) != BOTH:
        raise InvalidValue(
            f"{value!r} is not of the form [latitude, longitude].", "point-malformed"
        )
    latitude, longitude = (_decimal(number, "point-malformed") for number in value)
    if abs(latitude) > LATITUDE or abs(longitude) > LONGITUDE:
        order = "latitude from -90 to 90 comes first, longitude from -180 to 180 second"
        raise InvalidValue(
            f"[{', '.join(value)}] lies outside the earth: {order}.", "point-out-of-range"
        )
    return Point(latitude, longitude)


def _box(value: object) -> Box:
    sides = [_decimal(side) for side in value] if isinstance(value, list) else []
    if len(sides) != SIDES or not (
        -LONGITUDE <= sides[0] < sides[2] <= LONGITUDE
        and -LATITUDE <= sides[1] < sides[3] <= LATITUDE
    ):
        raise InvalidValue(f"{value!r} is not of the form [west, south, east, north], in degrees.")
    return Box(*sides)


def _search(value: object) -> SearchSetting:
    if not isinstance(value, dict) or value.keys() != {"exclude"}:
        raise InvalidValue(f"{value!r} cannot be read. Write 'exclude: true' below 'search:'.")
    return SearchSetting(_yes_or_no(value["exclude"]))


def _date(value: object) -> edtf.Date:
    if isinstance(value, list):
        typed = f"[{','.join(map(str, value))}]"
        raise InvalidValue(f'{typed} needs quotation marks: "{typed}".', "date-impossible")
    text = _text(value)
    try:
        return edtf.parse(text)
    except ValueError as error:
        remedy = f"{error}. Write the day, month, season or year that the text gives, as in EDTF."
        if meant := date_suggestions.suggestions(text):
            offered = " or ".join(f"'{date}'" for date in meant)
            remedy = f"'{text}' is not written as in EDTF. Did you mean {offered}?"
        raise InvalidValue(remedy, "date-impossible") from None


@dataclass(frozen=True)
class Form:
    """How a value of one type is written: what reads it, and its JSON Schema."""

    read: Callable[[object], object]
    schema: Schema


def _within(limit: float) -> Schema:
    return {"minimum": -limit, "maximum": limit}


def _row(items: list[Schema]) -> Schema:
    return {"type": "array", "items": items, "minItems": len(items), "maxItems": len(items)}


# An editor reads text without quotation marks as a number, a truth value or nothing.
TEXT = {"type": ["string", "number", "boolean", "null"]}
NUMBER = {"type": ["number", "string"], "pattern": DECIMAL}
ONE_FIELD = {"type": "object", "minProperties": 1, "maxProperties": 1}
REMARKED = {"anyOf": [TEXT, ONE_FIELD | {"additionalProperties": TEXT}]}
FORMS: dict[type, Form] = {
    str: Form(_text, TEXT),
    bool: Form(_yes_or_no, {"enum": [True, False, "true", "false"]}),
    int: Form(_number, {"type": ["integer", "string"], "minimum": 0, "pattern": r"^\s*\d+\s*$"}),
    Remarked: Form(_remarked, REMARKED),
    Point: Form(_point, _row([NUMBER | _within(LATITUDE), NUMBER | _within(LONGITUDE)])),
    Box: Form(_box, _row([NUMBER] * SIDES)),
    SearchSetting: Form(_search, {"type": "object"}),
    edtf.Date: Form(_date, {"type": ["string", "integer"], "pattern": edtf.PATTERN}),
}


def convert(hint: Any, value: object) -> object:  # noqa: ANN401 - a type hint has no narrower type
    """Return `value` (a string, list or mapping of strings) as the type `hint`.

    Raise InvalidValue where it is not of that type.
    """
    return _reader(hint)(value)


@cache
def _reader(hint: Any) -> Callable[[object], object]:  # noqa: ANN401
    hint = _needed(hint)
    if get_origin(hint) is tuple:
        return partial(_items, get_args(hint)[0])
    if words := choices(hint):
        return partial(_choice, words)
    return FORMS[hint].read


def _items(hint: Any, value: object) -> tuple[object, ...]:  # noqa: ANN401
    """Return the items of a list, which may be typed as one text where it is one item."""
    if isinstance(value, str) and (separator := SEPARATOR.search(value)):
        listed = ", ".join(item.strip() for item in value.split(separator[0]))
        raise InvalidValue(f"'{value}' is one text. Write a list: [{listed}].")
    items = value if isinstance(value, list) else [value]
    if isinstance(value, list) and any(item == "" or str(item).isspace() for item in value):
        raise InvalidValue("an item of the list is empty. Fill it in, or take it out.")
    converted = tuple(convert(hint, item) for item in items)
    for index, item in enumerate(converted):
        if item in converted[:index]:
            raise InvalidValue(f"{items[index]!r} is in the list twice. Keep one.")
    return converted


def schema(hint: Any) -> Schema:  # noqa: ANN401
    """Return what `convert` reads as `hint`, as JSON Schema of the values that YAML 1.2 makes."""
    hint = _needed(hint)
    if get_origin(hint) is tuple:
        item = schema(get_args(hint)[0])
        return {"anyOf": [item, {"type": "array", "items": item}]}
    if words := choices(hint):
        return {"enum": words + [int(word) for word in words if word.isdigit()]}
    return FORMS[hint].schema


def choices(hint: Any) -> list[str]:  # noqa: ANN401
    """Return the words of which a field of the type `hint` takes one; none where it is free."""
    return [word for word in get_args(hint) if word] if get_origin(hint) is Literal else []


def _needed(hint: Any) -> Any:  # noqa: ANN401
    if isinstance(hint, UnionType):
        return next(arm for arm in get_args(hint) if arm is not NoneType)
    return hint
