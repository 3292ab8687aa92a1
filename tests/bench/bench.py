"""How long a build takes: everything on, against mkdocs-bibtex as shipped, against the bare theme.

The builds take turns; what counts is the CPU time of the whole command, as the median, and its
ratios within one run. The last build is ours again, from the results of the one before, after one
sentence was changed. Asked for `--peers`, other generators and plugins build the same text.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from bench_peers import Peer, peers
from bench_project import WAYS, make
from bench_table import write

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "hooks"))
from annotated.core.disk_cache import RESULTS  # noqa: E402

QUIET = subprocess.DEVNULL
AGAIN = "after one edit"


class Cost(NamedTuple):
    """CPU seconds of a command and its children, and megabytes of memory and of the site."""

    seconds: float
    memory: float
    site: float


MKDOCS = (sys.executable, "-m", "mkdocs", "build", "-q")


def cost(root: Path, command: Sequence[str] = MKDOCS, **environment: str) -> Cost:
    """Build once and return what it took."""
    env = os.environ | environment
    # Where Python may not keep our modules compiled, each build would compile them, but none of the
    # packages that are installed.
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    # Nothing reads what it says, so nothing may fill a pipe.
    with subprocess.Popen(command, cwd=root, env=env, stdout=QUIET, stderr=QUIET) as build:
        _, status, used = os.wait4(build.pid, 0)
        build.returncode = os.waitstatus_to_exitcode(status)
    if build.returncode:
        raise RuntimeError(f"the build of {root} failed")
    size = sum(path.stat().st_size for path in (root / "site").rglob("*") if path.is_file())
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1000, size / 1e6)


def edited(root: Path) -> Cost:
    """Return what a build takes from the results of another, after one sentence was changed."""
    cost(root, **{RESULTS: "1"})
    page = root / "docs" / "part0" / "c0.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace(".]{", " anew.]{", 1), encoding="utf-8")
    return cost(root, **{RESULTS: "1"})


def compare(chapters: int, repeat: int, others: Mapping[str, Peer]) -> dict[str, list[Cost]]:
    """Return what each way, and each of the `others`, took at one size, each time."""
    costs: dict[str, list[Cost]] = {way: [] for way in (*WAYS, AGAIN, *others)}
    with tempfile.TemporaryDirectory() as folder:
        for number, way in enumerate(WAYS):
            make(Path(folder) / str(number), chapters, way)
        for name, peer in others.items():
            peer.make(Path(folder) / name, chapters)
            if peer.keeps:
                cost(Path(folder) / name, peer.command)
        for _ in range(repeat):
            for number, way in enumerate(WAYS):
                costs[way].append(cost(Path(folder) / str(number)))
            for name, peer in others.items():
                costs[name].append(cost(Path(folder) / name, peer.command))
        costs[AGAIN].append(edited(Path(folder) / "0"))
    return costs


def main() -> None:
    """Print a table of the sizes asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[1, 100, 1000])
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--peers", type=Path, help="the folder of an environment with the peers")
    parser.add_argument("--write", type=Path, help="a page whose last section gets the table")
    asked = parser.parse_args()
    others = peers(asked.peers.absolute()) if asked.peers else {}
    rows: list[str] = []
    print("chapters  way  CPU s  on/shipped, on/bare  MB of memory  MB of site")
    for size in asked.sizes:
        costs = compare(size, asked.repeat, others)
        medians = {
            way: statistics.median(run.seconds for run in all_) for way, all_ in costs.items()
        }
        shipped, bare = medians[WAYS[1]], medians[WAYS[2]]
        for way, seconds in medians.items():
            ratios = f"{seconds / shipped:.2f}  {seconds / bare:.2f}"
            last = costs[way][-1]
            row = f"{seconds:.2f} s  {ratios}  {last.memory:.0f} MB  {last.site:.1f} MB"
            print(f"{size}  {way}  {row}", flush=True)
            measured = f"{seconds:.1f} | {seconds / bare:.2f} | {last.memory:.0f} | {last.site:.0f}"
            rows.append(f"| {size:,} | {way} | {measured} |")
    if asked.write:
        write(asked.write, rows, asked.peers)


if __name__ == "__main__":
    main()
