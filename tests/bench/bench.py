"""How long a build takes: everything on, against mkdocs-bibtex as shipped, against the bare theme.

The three builds take turns; what counts is the CPU time of the whole command, as the median, and
its ratios within one run.
"""

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from bench_project import WAYS, make


def seconds(root: Path) -> float:
    """Build once and return the CPU seconds of the command and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "mkdocs", "build", "-q"]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def compare(chapters: int, repeat: int) -> dict[str, float]:
    """Return the median CPU seconds of each way at one size."""
    times: dict[str, list[float]] = {way: [] for way in WAYS}
    with tempfile.TemporaryDirectory() as folder:
        for number, way in enumerate(WAYS):
            make(Path(folder) / str(number), chapters, way)
        for _ in range(repeat):
            for number, way in enumerate(WAYS):
                times[way].append(seconds(Path(folder) / str(number)))
    return {way: statistics.median(taken) for way, taken in times.items()}


def main() -> None:
    """Print a table of the sizes asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[1, 100, 1000])
    parser.add_argument("--repeat", type=int, default=5)
    asked = parser.parse_args()
    print("chapters  " + "  ".join(WAYS) + "  on/shipped  on/bare")
    for size in asked.sizes:
        on, shipped, bare = compare(size, asked.repeat).values()
        row = f"{on:.2f} s  {shipped:.2f} s  {bare:.2f} s  {on / shipped:.2f}  {on / bare:.2f}"
        print(f"{size}  {row}", flush=True)


if __name__ == "__main__":
    main()
