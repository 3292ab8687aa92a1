"""Key of an input: a short text that is the same for equal values, in every process.

What differs in type differs in its key: True is not 1, and a list of pairs is no mapping. A set is
keyed in sorted order, as its own order is another in each process. An object that is large, or that
this module does not know, has a `cache_key`: a string that changes where a step would differ.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from functools import cache, cached_property
from hashlib import sha256
from types import FunctionType

SIMPLE = (bytes, int, float, type(None))


class Inputs:
    """Values that many calls share, so that their key is computed once, when it is asked for."""

    def __init__(self, *values: object) -> None:
        self._values = values

    @cached_property
    def cache_key(self) -> str:
        """Return the key of the values."""
        return digest(*self._values)


def name_of(step: Callable[..., object]) -> str:
    """Return the name of a function of a module; raise TypeError for anything else."""
    if not isinstance(step, FunctionType) or step.__closure__ or "<" in step.__qualname__:
        raise TypeError(f"{step!r} is no function of a module: it may read what is not its input.")
    return f"{step.__module__}.{step.__qualname__}"


def digest(*values: object) -> str:
    """Return a short key for values; raise TypeError where one of them can have none."""
    return sha256(_text(values).encode("utf-8", "surrogatepass")).hexdigest()


def _text(value: object) -> str:
    """Return all that a value is, as text; no two values have the same."""
    kind = type(value)
    if kind is str:
        return f"{len(value)}:{value}"  # type: ignore[arg-type]
    if isinstance(found := getattr(value, "cache_key", None), str):
        return f"{_name(kind)}={len(found)}:{found}"
    if isinstance(value, FunctionType):
        return f"={name_of(value)}"
    if isinstance(value, (str, *SIMPLE)):
        return f"{_name(kind)}{value!r}"
    if isinstance(value, re.Pattern):
        return f"{_name(kind)}{value.flags}{value.pattern!r}"
    return f"{_name(kind)}({','.join(map(_text, _parts(value)))})"


def _parts(value: object) -> Iterable[object]:
    """Return what a value is made of, in an order that follows from it."""
    if is_dataclass(value) and not isinstance(value, type):
        return [getattr(value, name) for name in _fields(type(value))]
    if isinstance(value, Mapping):
        return [part for item in value.items() for part in item]
    if isinstance(value, AbstractSet):
        return sorted(map(_text, value))
    if isinstance(value, Sequence):
        return value
    raise TypeError(f"{value!r} is no input of a step: give it a `cache_key`.")


@cache
def _fields(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _name(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"
