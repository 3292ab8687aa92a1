"""Key of an input: the same for equal values in every process, another for any other value."""

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from itertools import combinations

import pytest

from annotated.core.input_keys import digest
from conftest import ROOT

IN_A_PROCESS = """
from annotated.core.input_keys import digest
print(digest({"a", "b", "c", "d"}, {"x": frozenset({"e", "f", "g"})}))
"""


@dataclass(frozen=True)
class Pair:
    """Two values."""

    left: object
    right: object = None


@dataclass(frozen=True)
class Couple:
    """Two values, of another type."""

    left: object
    right: object = None


DIFFERENT: tuple[object, ...] = (
    *(True, 1, 1.0, "1", b"1", None, "None", -0.0, 0.0),
    *((), [], {}, "", frozenset(), ("a", "b"), ("ab",), ("a,1:b",), ["a", "b"]),
    *({"a": "b"}, {"a": {"b"}}, {"a": ["b"]}, {"a", "b"}),
    *(Pair("a"), Couple("a"), Pair("a", "b"), Pair(("a", "b")), Pair(1), Pair(left=True)),
    *(re.compile("a"), re.compile("a", re.IGNORECASE)),
)


def test_different_values_have_different_keys() -> None:
    alike = [
        (one, other) for one, other in combinations(DIFFERENT, 2) if digest(one) == digest(other)
    ]
    assert alike == []
    assert digest("ab", "c") != digest("a", "bc")


def test_equal_values_have_one_key_in_every_process() -> None:
    keys = {
        subprocess.run(
            [sys.executable, "-c", IN_A_PROCESS],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "hooks")},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(keys) == 1


def test_what_can_have_no_key_is_refused() -> None:
    for value in (object(), lambda: None, iter(())):
        with pytest.raises(TypeError):
            digest(value)
