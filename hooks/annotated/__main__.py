"""Command line of the project: `python -m annotated COMMAND`, in its folder; --help lists them.

Each command is imported when it runs, so that `check` does not wait for what it does not need.
"""

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from annotated.core.problems import Problem
from annotated.core.unicode_safety import visible


def main(words: Sequence[str] | None = None) -> int:
    """Run the command that the words name in the current folder; return its exit status."""
    asked = _parser().parse_args(words)
    command: Callable[[Path, argparse.Namespace], int] = asked.run
    return command(Path.cwd(), asked)


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
    command("fix", _fix, "tidy how the content is typed, without changing a word")
    new = command("new", _new, "begin a file for a place, event, term, person or group")
    new.add_argument("kind", help="place, event, term, person or group")
    new.add_argument("name", help="its name, in quotation marks")
    command("schemas", _schemas, "write the JSON Schemas by which editors complete and check")
    original = command("original", _original, "put your own copy of the article into the chapters")
    original.add_argument("article", nargs="?", help="plain text, saved HTML, or the text of a PDF")
    original.add_argument("--clear", action="store_true", help="remove the copy")
    original.add_argument(
        "--fingerprint", action="store_true", help="write by what a copy of a new article is known"
    )
    original.add_argument(
        "--publish-guard", metavar="SITE", help="fail where a copy would be published"
    )
    downloads = command("downloads", _downloads, "offer a built site as a zip with its checksum")
    downloads.add_argument("site", help="the folder of the site")
    return parser


def _check(root: Path, _: argparse.Namespace) -> int:
    from annotated.authoring import check
    from annotated.content import source_files

    problems = check.problems(source_files.texts(root))
    colours = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    for problem in problems:
        print(problem.coloured if colours else problem)
    errors = sum(not problem.for_editor for problem in problems)
    print(f"{errors} errors, {len(problems) - errors} for an editor to decide")
    return 1 if errors else 0


def _fix(root: Path, _: argparse.Namespace) -> int:
    from annotated.authoring import fix

    for path in fix.fix_files(root):
        print(path)
    return 0


def _new(root: Path, asked: argparse.Namespace) -> int:
    from annotated.authoring import new

    try:
        path = new.write(root, asked.kind, asked.name)
    except new.Refused as reason:
        print(visible(str(reason)), file=sys.stderr)
        return 1
    print(f"{path} is begun. Fill it in; 'make check' says what it still needs.")
    return 0


def _schemas(root: Path, _: argparse.Namespace) -> int:
    from annotated.authoring import schemas

    schemas.write(root, schemas.names())
    return 0


def _original(root: Path, asked: argparse.Namespace) -> int:
    from annotated.own_copy import commands, copy_store, publish_guard

    if asked.publish_guard:
        return _report(publish_guard.check(root, root / asked.publish_guard))
    if asked.clear:
        removed = copy_store.remove(root)
        print("removed" if removed else f"there is no copy in {copy_store.FOLDER}/")
        return 0
    if not asked.article:
        print("Name the file of the article: make original ARTICLE=path", file=sys.stderr)
        return 2
    run = commands.make_fingerprint if asked.fingerprint else commands.import_copy
    lines, problems = run(root, asked.article)
    for line in lines:
        print(line)
    return _report(problems)


def _downloads(root: Path, asked: argparse.Namespace) -> int:
    from annotated.exports import zip_download

    seconds = int(os.environ.get("SOURCE_DATE_EPOCH", "0"))
    try:
        archive = zip_download.offer(root, Path(asked.site), seconds)
    except FileExistsError as found:
        print(f"{found.filename} is there already. Build the site anew: make downloads")
        return 1
    print(f"{archive} ({archive.stat().st_size / 1e6:.1f} MB), offered on every page")
    return 0


def _report(problems: Iterable[Problem]) -> int:
    found = list(problems)
    for problem in found:
        print(problem, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
