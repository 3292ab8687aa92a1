"""Peers of the bench: other generators and plugins, which build the same made-up text.

Each is given what it has an own notation for, and leaves out the rest: none links names by itself,
knows who speaks or checks what is typed.
"""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import yaml

from bench_project import WAYS, make

GLOSSARY = "mkdocs-bibtex and a glossary plugin"
ANCHOR = re.compile(r"^\{ #p\d+ \}$", re.MULTILINE)
NAME = re.compile(r"^name: (.+)$", re.MULTILINE)
CONFIG = """project = "Bench"
extensions = ["myst_parser"]
myst_enable_extensions = ["attrs_inline"]
"""
TREE = "\n```{toctree}\n:glob:\n\n**\n```\n"


class Peer(NamedTuple):
    """A peer: what makes its project, its command, whether a build keeps what the next takes."""

    make: Callable[[Path, int], None]
    command: Sequence[str]
    keeps: bool = False


def peers(folder: Path) -> dict[str, Peer]:
    """Return the peers by name; `folder` is that of an environment with all of them."""
    programs = folder / "bin"
    mkdocs = [str(programs / "mkdocs"), "build", "-q"]
    zensical = [str(programs / "zensical"), "build"]
    sphinx = [str(programs / "sphinx-build"), "-q", "-b", "html", "docs", "site"]
    return {
        GLOSSARY: Peer(with_glossary, mkdocs),
        "Zensical": Peer(bare, [*zensical, "--clean"]),
        "Zensical, from its cache": Peer(bare, zensical, keeps=True),
        "Sphinx with MyST": Peer(for_sphinx, [*sphinx, "-E", "-a"]),
    }


def bare(root: Path, chapters: int) -> None:
    """Write the project of the bare theme."""
    make(root, chapters, WAYS[2])


def with_glossary(root: Path, chapters: int) -> None:
    """Write the project of mkdocs-bibtex, with every name as a link to a glossary."""
    make(root, chapters, WAYS[1])
    heads = (path.read_text(encoding="utf-8") for path in root.glob("docs/[ep]*/e*.md"))
    names = sorted(found[1] for head in heads if (found := NAME.search(head)))
    named = re.compile(rf"\b(?:{'|'.join(sorted(names, key=len, reverse=True))})\b")
    for path in root.glob("docs/part*/*.md"):
        head, mark, text = path.read_text(encoding="utf-8").partition("\n# Chapter\n")
        linked = named.sub(lambda name: f"<glossary:{name[0]}>", text)
        path.write_text(f"{head}{mark}{linked}", encoding="utf-8")
    entries = "\n".join(f"glossary:{name}\n:   Something made up.\n" for name in names)
    (root / "docs" / "glossary.md").write_text(f"# Glossary\n\n{entries}", encoding="utf-8")
    config = root / "mkdocs.yml"
    settings = yaml.safe_load(config.read_text(encoding="utf-8"))
    settings["plugins"].append("ezglossary")
    config.write_text(yaml.safe_dump(settings), encoding="utf-8")


def for_sphinx(root: Path, chapters: int) -> None:
    """Write the project of the bare theme in the dialect of MyST."""
    make(root, chapters, WAYS[2])
    for path in root.glob("docs/part*/*.md"):
        text = ANCHOR.sub("", path.read_text(encoding="utf-8"))
        path.write_text(text, encoding="utf-8")
    (root / "docs" / "conf.py").write_text(CONFIG, encoding="utf-8")
    index = root / "docs" / "index.md"
    index.write_text(index.read_text(encoding="utf-8") + TREE, encoding="utf-8")
