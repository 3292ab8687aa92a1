"""Asks every address in the content whether it still answers. Run it as a command.

An address that refuses programs (401, 403, 405, 429) counts as answering: a person may get in.
"""

import re
import sys
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from annotated.content import source_files

ADDRESS = re.compile(r"https?://\w[^\s<>{}\"'`”)\]|]+")
# Examples and the marks of standards, where nobody needs to answer.
NOT_ASKED = re.compile(r"https?://(?:[\w.-]+\.)?(?:example\.org|json-schema\.org|127\.0\.0\.1)\b")
REFUSED = frozenset({401, 403, 405, 429})
PATIENCE = 30
AT_ONCE = 4


def found(texts: Mapping[str, str]) -> dict[str, str]:
    """Return every address of the files, with the first place (`path:line`) where it stands."""
    places: dict[str, str] = {}
    for path, text in texts.items():
        for match in ADDRESS.finditer(text):
            address = match[0].partition("#")[0].rstrip(".,;:")
            line = text.count("\n", 0, match.start()) + 1
            places.setdefault(address, f"{path}:{line}")
    return {address: at for address, at in places.items() if not NOT_ASKED.match(address)}


def answer(address: str) -> str:
    """Return what is wrong with the answer of an address, or nothing."""
    request = Request(address, headers={"User-Agent": "a check of links, once a week"})  # noqa: S310 - http(s) only
    try:
        with urlopen(request, timeout=PATIENCE):  # noqa: S310 - the same
            return ""
    except HTTPError as error:
        return "" if error.code in REFUSED else f"answers {error.code} {error.reason}"
    except (OSError, HTTPException, ValueError) as error:
        return f"does not answer: {error}"


def dead(places: Mapping[str, str]) -> Iterable[str]:
    """Yield a line for each address that is dead, in order of place."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = dict(zip(places, pool.map(answer, places), strict=True))
    for address, at in sorted(places.items(), key=lambda one: one[1]):
        if answers[address]:
            yield f"{at}: '{address}' {answers[address]}. Look for where it moved. [address-dead]"


def main() -> int:
    """Print the dead addresses of the project; return 1 where there is one."""
    places = found(source_files.texts(Path.cwd()))
    lines = list(dead(places))
    print("\n".join([*lines, f"{len(places)} addresses asked, {len(lines)} dead"]))
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
