"""Cache of the steps of a build: a step whose inputs are those of an earlier call is not run again.

The key of a result is the step and all its arguments, so that nobody writes a key by hand, and a
step cannot read what it does not declare: it is a function of a module, without access to the
variables of another function or to an object that is not among its arguments. An object that is
large, or cannot be compared, has a `cache_key`: a string that changes where a step would differ.
"""

import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import is_dataclass
from hashlib import sha256
from types import FunctionType
from typing import Concatenate, ParamSpec, TypeVar, cast

P = ParamSpec("P")
S = TypeVar("S")
T = TypeVar("T")
PLAIN = (str, bytes, int, float, type(None), re.Pattern)


class Inputs:
    """Values that many calls share, so that their key is computed once."""

    def __init__(self, *values: object) -> None:
        self.cache_key = digest(*map(_key, values))


class BuildCache:
    """Results of steps by their inputs.

    Only `make serve` builds more than once in one process. What a finished build did not ask for
    is evicted, so that the memory never holds more than one site.
    """

    def __init__(self, results: dict[Hashable, object] | None = None) -> None:
        self.results = results or {}
        self._requested: set[Hashable] = set()
        self._count = len(self.results)

    @property
    def has_changed(self) -> bool:
        """Tell whether a step was run, rather than all results taken from earlier calls."""
        return len(self.results) > self._count

    def run(self, step: Callable[P, T], *inputs: P.args, **options: P.kwargs) -> T:
        """Return what `step` returns for its inputs, from an earlier call if there was one.

        Raise TypeError where `step` is no function of a module, or an input has no key.
        """
        key = (name_of(step), _key(inputs), _key(options))
        self._requested.add(key)
        if key not in self.results:
            self.results[key] = step(*inputs, **options)
        return cast("T", self.results[key])

    def run_on(
        self,
        subject: S,
        step: Callable[Concatenate[S, P], T],
        *inputs: P.args,
        **options: P.kwargs,
    ) -> T:
        """Return the same of a step that also gets a `subject`, which has no key.

        Only where a subject cannot have one, as objects of other packages: what the step reads of
        it is to be among the inputs, and no tool can prove it.
        """
        key = (name_of(step), _key(inputs), _key(options))
        self._requested.add(key)
        if key not in self.results:
            self.results[key] = step(subject, *inputs, **options)
        return cast("T", self.results[key])

    def evict_unused(self) -> None:
        """Forget all results that nobody has asked for since the last call."""
        for key in self.results.keys() - self._requested:
            del self.results[key]
        self._requested.clear()


def name_of(step: Callable[..., object]) -> str:
    """Return the name of a function of a module; raise TypeError for anything else."""
    if not isinstance(step, FunctionType) or step.__closure__ or "<" in step.__qualname__:
        raise TypeError(f"{step!r} is no function of a module: it may read what is not its input.")
    return f"{step.__module__}.{step.__qualname__}"


def digest(*values: object) -> str:
    """Return a short key for values whose `repr` says all that they are."""
    return sha256(repr(values).encode("utf-8", "surrogatepass")).hexdigest()


def _key(value: object) -> Hashable:
    """Return what stands for an input: equal for equal values, whatever their size."""
    key: Hashable = None
    if isinstance(value, PLAIN):
        key = value
    elif isinstance(found := getattr(value, "cache_key", None), str):
        key = found
    elif is_dataclass(value) and isinstance(value, Hashable):
        key = value
    elif isinstance(value, Mapping):
        key = tuple((_key(name), _key(item)) for name, item in value.items())
    elif isinstance(value, AbstractSet):
        key = frozenset(map(_key, value))
    elif isinstance(value, Sequence):
        key = tuple(map(_key, value))
    elif isinstance(value, FunctionType):
        key = name_of(value)
    else:
        raise TypeError(f"{value!r} is no input of a step: give it a `cache_key`.")
    return key
