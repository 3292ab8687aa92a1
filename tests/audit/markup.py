"""Whether every page is valid HTML: html-validate, and the Nu checker of the W3C's validator.

Of what html-validate recommends, html-validate.json changes this, and why:

- `no-trailing-whitespace`: the templates of the theme leave white space, which no reader sees;
- `doctype-style`: the theme writes it in small letters, which HTML allows;
- `valid-id`: the theme begins its names with `__`; HTML only bars white space in them;
- `wcag/h32`: the forms of the theme and ours are switches and a search that act at once and send
  nothing, so that there is nothing to submit;
- `no-redundant-role`: the tables name their parts, as on a phone their rows are shown as blocks,
  and an engine may then take none of it for a table; of the Nu checker the same is left out;
- `aria-label-misuse`: lists and figures have names, which is allowed, and tells them apart;
- `long-title`: some titles are those of the article, with the name of the site behind.
"""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryFile

from audit.host import serving
from audit.report import Found

HERE = Path(__file__).parent
# What the Nu checker must not say: errors, and of its remarks those that it calls warnings. The
# others tell, for one, that a slash at the end of a void element does nothing.
SERIOUS = {"error", "non-document-error", "warning"}
# What it says of the roles of tables: see above.
OF_TABLES = re.compile(
    r"The “(?:cell|row|rowheader|columnheader|rowgroup|table)” role is unnecessary|"
    r"The “role” attribute must not be used on a “(?:td|th|tr)” element"
)
# Left to itself it refuses addresses of the machine that it runs on.
OWN_HOST = "-Dnu.validator.servlet.allow-forbidden-hosts=true"


def html_validate(node: Path, site: Path) -> Found:
    """Return what html-validate finds on the pages of `site`; `node` holds the Node modules."""
    command = [str(node / ".bin/html-validate"), "--config", str(HERE / "html-validate.json")]
    # Into a file: it ends before a pipe has taken all that it says.
    with TemporaryFile("w+", encoding="utf-8") as said:
        asked = ("--formatter=json", "--ext=html", str(site))
        subprocess.run([*command, *asked], check=False, stdout=said)
        said.seek(0)
        pages = json.load(said)
    lines = tuple(
        f"{Path(page['filePath']).relative_to(site)}:{message['line']}:{message['column']}: "
        f"{message['message']} at {message['selector']} [{message['ruleId']}]"
        for page in pages
        for message in page["messages"]
    )
    return Found("html-validate", counted(site), lines)


def nu(node: Path, site: Path) -> Found:
    """Return the errors and warnings of the Nu checker on the pages of `site`."""
    jar = node / "vnu-jar" / "build" / "dist" / "vnu.jar"
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    asked = ("--format", "json", "--stdout", "--exit-zero-always")
    # From a server: it holds pages against their policy, and a file has no origin to be 'self'.
    with serving(site) as address:
        addresses = [f"{address}/{page}" for page in pages]
        done = subprocess.run(
            ["java", "-Xss8m", OWN_HOST, "-jar", jar, *asked, *addresses],
            check=True, capture_output=True, encoding="utf-8",
        )  # fmt: skip
    return Found("Nu checker", counted(site), tuple(_serious(json.loads(done.stdout), address)))


def _serious(report: dict[str, list[dict[str, str]]], address: str) -> Iterator[str]:
    for message in report["messages"]:
        if OF_TABLES.match(message["message"]):
            continue
        if message.get("subType", message["type"]) in SERIOUS or message["type"] in SERIOUS:
            page = message.get("url", "").removeprefix(f"{address}/")
            place = f"{page}:{message.get('lastLine', '')}"
            yield f"{place}: {message['message']} {message.get('extract', '')!r}"


def counted(site: Path) -> str:
    """Return how many pages a site has, in words."""
    return f"{len(list(site.rglob('*.html')))} pages"
