"""Command line of the project: `python -m annotated COMMAND`, in its folder; --help lists them.

Each command is imported when it runs, so that `check` does not wait for what it does not need.
"""

import argparse
import errno
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeAlias

from annotated.core import command_lock, file_writer, tracked_output
from annotated.core.problems import Problem
from annotated.core.unicode_safety import visible

Command: TypeAlias = Callable[[Path, argparse.Namespace], int]

# The folders in which commands write single files.
WRITTEN = ("docs", "bibliography", "schemas")
# By this line of its settings the top folder of a project is known; a template has none.
HOOK = "hooks/mkdocs_hook.py"
# What a machine may refuse, and what a person can do.
FULL = "the disk is full. Nothing was replaced; free some space and repeat the command."
READ_ONLY = "may not be written. See to whom the folder belongs: ls -ld"
REMEDIES = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EACCES: READ_ONLY,
    errno.EPERM: READ_ONLY,
    errno.EROFS: READ_ONLY,
}


def main(words: Sequence[str] | None = None) -> int:
    """Run the command that the words name in the current folder; return its exit status."""
    asked = _parser().parse_args(words)
    command: Command = asked.run
    try:
        if elsewhere := _elsewhere(Path.cwd()):
            print(elsewhere, file=sys.stderr)
            return 1
        if brought := tracked_output.problem(Path.cwd()):
            print(brought, file=sys.stderr)
            return 1
        return command(Path.cwd(), asked)
    except file_writer.LinkRefusedError as refused:
        print(refused, file=sys.stderr)
    except OSError as error:
        if error.errno not in REMEDIES:
            raise
        print(visible(f"{error.filename or Path.cwd()}: {REMEDIES[error.errno]}"), file=sys.stderr)
    return 1


def _elsewhere(folder: Path) -> str:
    """Return what to tell who gives a command in another folder than the top one, or nothing."""
    settings = folder / "mkdocs.yml"
    if settings.is_file() and HOOK in settings.read_text(encoding="utf-8", errors="replace"):
        return ""
    return visible(
        f"{folder}: is not the top folder of the project, where mkdocs.yml lists {HOOK}. "
        "Go there with cd, and repeat the command."
    )


def _writing(run: Command) -> Command:
    """Return a command that writes, so that it does so alone and upon a tidy floor."""

    def alone(root: Path, asked: argparse.Namespace) -> int:
        with command_lock.hold(root, partial(print, flush=True)):
            file_writer.clear(root, WRITTEN)
            return run(root, asked)

    return alone


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m annotated")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    def command(
        name: str, run: Callable[[Path, argparse.Namespace], int], words: str
    ) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=words, description=f"{words[0].upper()}{words[1:]}.")
        added.set_defaults(run=run)
        return added

    command("check", _check, "list every problem in the content")
    command("build", _writing(_build), "write the site to the folder site/")
    serve = command("serve", _serve, "show the site at a local address, again at each change")
    serve.add_argument("address", help="host and port, such as 127.0.0.1:8000")
    command("fix", _writing(_fix), "tidy how the content is typed, without changing a word")
    new = command("new", _writing(_new), "begin a file for an entry or a remark")
    new.add_argument("kind", help="place, event, term, person, group or remark")
    new.add_argument("name", help="its name, in quotation marks")
    command("schemas", _writing(_schemas), "write the JSON Schemas by which editors check")
    original = command(
        "original", _writing(_original), "put your own copy of the article into the chapters"
    )
    original.add_argument("article", nargs="?", help="plain text, saved HTML, or the text of a PDF")
    original.add_argument("--clear", action="store_true", help="remove the copy")
    original.add_argument(
        "--fingerprint", action="store_true", help="write by what a copy of a new article is known"
    )
    original.add_argument(
        "--publish-guard", metavar="SITE", help="fail where a copy would be published"
    )
    downloads = command(
        "downloads", _writing(_downloads), "offer a built site as a zip with its checksum"
    )
    downloads.add_argument("site", help="the folder of the site")
    book = command("book", _writing(_book), "offer a built site as a book, PDF and EPUB")
    book.add_argument("site", help="the folder of the site")
    return parser


def _book(root: Path, asked: argparse.Namespace) -> int:
    from annotated.book import offer

    try:
        written = offer.write(root, Path(asked.site))
    except FileExistsError as found:
        print(f"{found.filename} is there already. Build the site anew: make book")
        return 1
    for path in written:
        print(f"{path} ({path.stat().st_size / 1e6:.1f} MB), offered on every page")
    return 0


def _check(root: Path, _: argparse.Namespace) -> int:
    from annotated.authoring import unfilled_settings
    from annotated.core import cycles
    from annotated.site import check

    cycles.look_seldom()
    problems = check.run(root)
    # Where there is a repository, somebody hosts the project; a fresh clone needs no name.
    if os.environ.get("REPO_URL"):
        problems += unfilled_settings.check(unfilled_settings.texts(root))
    colours = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    for problem in problems:
        print(problem.coloured if colours else problem)
    errors = sum(not problem.for_editor for problem in problems)
    print(f"{errors} errors, {len(problems) - errors} for an editor to decide")
    return 1 if errors else 0


def _build(root: Path, _: argparse.Namespace) -> int:
    from annotated.mkdocs_host import commands

    return _told(*commands.build(root))


def _serve(root: Path, asked: argparse.Namespace) -> int:
    from annotated.mkdocs_host import commands

    return _told(*commands.serve(root, asked.address))


def _fix(root: Path, _: argparse.Namespace) -> int:
    from annotated.authoring import fix

    changed, unsafe = fix.fix_files(root)
    for path in changed:
        print(path)
    return _report(unsafe)


def _new(root: Path, asked: argparse.Namespace) -> int:
    from annotated.authoring import new

    try:
        path = new.write(root, asked.kind, asked.name)
    except new.Refused as reason:
        print(*map(visible, str(reason).split("\n")), sep="\n", file=sys.stderr)
        return 1
    print(f"{path} is begun. Fill it in; 'make check' says what it still needs.")
    return 0


def _schemas(root: Path, _: argparse.Namespace) -> int:
    from annotated.authoring import schemas

    schemas.write(root, schemas.names())
    return 0


def _original(root: Path, asked: argparse.Namespace) -> int:
    from annotated.content import source_files
    from annotated.own_copy import commands, copy_store, publish_guard
    from annotated.safety import input_check

    if asked.publish_guard:
        return _report(publish_guard.check(root, root / asked.publish_guard))
    if asked.clear:
        removed = copy_store.remove(root)
        print("removed" if removed else f"there is no copy in {copy_store.FOLDER}/")
        return 0
    if not asked.article:
        print("Name the file of the article: make original ARTICLE=path", file=sys.stderr)
        return 2
    if unsafe := input_check.check(source_files.texts(root)):
        return _report(unsafe)
    run = commands.make_fingerprint if asked.fingerprint else commands.import_copy
    lines, problems = run(root, asked.article)
    for line in lines:
        print(line)
    return _report(problems)


def _downloads(root: Path, asked: argparse.Namespace) -> int:
    from annotated.exports import zip_download
    from annotated.own_copy import publish_guard

    if problems := publish_guard.check(root, root / asked.site):
        return _report(problems)
    seconds = int(os.environ.get("SOURCE_DATE_EPOCH", "0"))
    try:
        archive = zip_download.offer(root, Path(asked.site), seconds)
    except FileExistsError as found:
        print(f"{found.filename} is there already. Build the site anew: make downloads")
        return 1
    print(f"{archive} ({archive.stat().st_size / 1e6:.1f} MB), offered on every page")
    return 0


def _told(status: int, words: str) -> int:
    if words:
        print(words, file=sys.stderr if status else sys.stdout)
    return status


def _report(problems: Iterable[Problem]) -> int:
    found = list(problems)
    for problem in found:
        print(problem, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
