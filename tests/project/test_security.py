"""The argument about safety names locks and tests that are there."""

import re

from conftest import ROOT

TEXT = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
NAMED = re.findall(r"`([\w./-]+\.(?:py|yml|md))`", TEXT)
LOCK = re.compile(r"^\| \d .*\| (`[^|]+) \| (`tests/[^|]+) \|$", re.MULTILINE)


def test_every_file_that_is_named_is_there() -> None:
    roots = (ROOT, ROOT / "hooks" / "annotated")

    assert [name for name in NAMED if not any((root / name).exists() for root in roots)] == []


def test_every_lock_names_its_module_and_its_test() -> None:
    assert len(LOCK.findall(TEXT)) == TEXT.count("\n| ") - 1
