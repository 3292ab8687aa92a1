"""The packages of the core: one level each, and imports from lower levels only."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from conftest import ROOT

CORE = ROOT / "hooks" / "annotated"
# The two modules that open the core: its docstring, and the commands.
DOORS = {"__init__.py", "__main__.py"}
LEVEL = re.compile(r"\blevel (\d+)\b")


def modules() -> Iterator[tuple[str, Path]]:
    """Yield (package, path) for each module of the core; the package of a door is empty."""
    for path in sorted(CORE.rglob("*.py")):
        package, *below = path.relative_to(CORE).parts
        yield (package if below else "", path)


def levels() -> dict[str, int]:
    """Return the level that the docstring of each package states."""
    docstrings = {
        path.parent.name: ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        for path in CORE.glob("*/__init__.py")
    }
    return {package: int(LEVEL.findall(text)[0]) for package, text in docstrings.items()}


def imported_packages(source: str) -> Iterator[str]:
    """Yield the package of the core that each import of a module is from, at any depth of it."""
    for node in ast.walk(ast.parse(source)):
        names = []
        if isinstance(node, ast.ImportFrom):
            assert not node.level, "an import is relative"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        for name in names:
            top, _, rest = name.partition(".")
            if top == CORE.name:
                yield rest.partition(".")[0]


def upward_imports(package: str, source: str) -> list[str]:
    """Return the packages that a module of `package` imports from and must not."""
    level = levels()
    others = set(imported_packages(source)) - {package}
    return sorted(other for other in others if level[other] >= level[package])


def test_every_module_is_in_a_package() -> None:
    assert {path.name for package, path in modules() if not package} <= DOORS
    assert {package for package, _ in modules()} - {""} == set(levels())


def test_a_package_imports_from_lower_levels_only() -> None:
    upward = {
        str(path.relative_to(CORE)): found
        for package, path in modules()
        if package and (found := upward_imports(package, path.read_text(encoding="utf-8")))
    }

    assert upward == {}


def test_an_upward_import_would_be_found() -> None:
    assert upward_imports("core", "from annotated.model import edtf") == ["model"]
    assert upward_imports("content", "def f():\n    import annotated.site.build\n") == ["site"]
    assert upward_imports("site", "from annotated.core.problems import Problem") == []
