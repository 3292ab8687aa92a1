"""Cache of the steps of a build: a step whose inputs are those of an earlier call is not run again.

The key of a result is the step and all its arguments, so that nobody writes a key by hand, and a
step cannot read what it does not declare: it is a function of a module, without access to the
variables of another function or to an object that is not among its arguments.
"""

from collections.abc import Callable
from functools import partial
from typing import Concatenate, ParamSpec, TypeVar, cast

from annotated.core.input_keys import digest, name_of

P = ParamSpec("P")
S = TypeVar("S")
T = TypeVar("T")


class BuildCache:
    """Results of steps by their inputs, in the memory of a process that builds more than once.

    What a finished build did not ask for is evicted, so that it never holds more than one site.
    """

    # Whether a result is found again, so that it is worth while to narrow the inputs of a step.
    keeps = True

    def __init__(self) -> None:
        self._results: dict[str, object] = {}
        self._requested: set[str] = set()

    def run(self, step: Callable[P, T], *inputs: P.args, **options: P.kwargs) -> T:
        """Return what `step` returns for its inputs, from an earlier call if there was one.

        Raise TypeError where `step` is no function of a module, or an input has no key.
        """
        key = digest(name_of(step), inputs, options)
        return cast("T", self.result(key, partial(step, *inputs, **options)))

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
        key = digest(name_of(step), inputs, options)
        return cast("T", self.result(key, partial(step, subject, *inputs, **options)))

    def result(self, key: str, call: Callable[[], object]) -> object:
        """Return the result of that key, which is that of `call` where there is none yet."""
        self._requested.add(key)
        if key not in self._results:
            self._results[key] = call()
        return self._results[key]

    def evict_unused(self) -> None:
        """Forget all results that nobody has asked for since the last call."""
        for key in self._results.keys() - self._requested:
            del self._results[key]
        self._requested.clear()


class NoCache(BuildCache):
    """Keeps nothing, for a process that builds once: no step is asked for the same result again."""

    keeps = False

    def run(self, step: Callable[P, T], *inputs: P.args, **options: P.kwargs) -> T:
        """Return what `step` returns."""
        return step(*inputs, **options)

    def run_on(
        self,
        subject: S,
        step: Callable[Concatenate[S, P], T],
        *inputs: P.args,
        **options: P.kwargs,
    ) -> T:
        """Return the same of a step that also gets a `subject`."""
        return step(subject, *inputs, **options)
