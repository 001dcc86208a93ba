"""`python -m benchmarks.guard`: fail if a page, a call or a body takes significantly more instructions than before.

Times vary on shared machines; the instructions that callgrind counts do not. Their number still depends on the build of
Python and the versions of libraries, so each piece of work is compared with a reference in the same run: the same page
into dicts by msgspec, a bare httpx call over the same transport, `json.dumps` of the same body. The ratio is compared
with the baseline.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from attrs import frozen

BASELINE = Path(__file__).with_name("guard.json")
ROOT = Path(__file__).resolve().parent.parent
ALLOWED = 0.10
"""Maximum ratio to the baseline."""
LIBRARIES = ("httpx", "msgspec")
REFERENCE = " reference"


@frozen
class Verdict:
    """One piece of work compared with its baseline."""

    name: str
    ratio: float
    """Its instructions by those of its reference."""
    baseline: float

    @property
    def change(self) -> float:
        return self.ratio / self.baseline - 1

    @property
    def failed(self) -> bool:
        return self.change > ALLOWED

    def __str__(self) -> str:
        verdict = "FAILED" if self.failed else "ok"
        if self.change < -ALLOWED:
            verdict = "ok, far below the baseline: renew it"
        ratios = f"{self.ratio:.4f} of its reference, baseline {self.baseline:.4f}"
        return f"{self.name:12} {ratios}: {self.change:+.1%} {verdict}"


def ratios(counts: Mapping[str, int]) -> dict[str, float]:
    """The instructions of each piece by those of its reference."""
    return {
        name: round(count / counts[name + REFERENCE], 4)
        for name, count in counts.items()
        if not name.endswith(REFERENCE)
    }


def compare_with_baseline(measured: Mapping[str, float], baseline: Mapping[str, float]) -> list[Verdict]:
    """Compare each piece; raises ValueError unless the baseline has the same pieces."""
    if measured.keys() != baseline.keys():
        raise ValueError(f"the baseline has {sorted(baseline)}, the measured pieces are {sorted(measured)}: renew it")
    return [Verdict(name, ratio, baseline[name]) for name, ratio in measured.items()]


def read_counts(parts: Sequence[str], names: Sequence[str]) -> dict[str, int]:
    """Read the counts from callgrind's parts: every second part is a piece of work, the others are in between."""
    totals = [re.search(r"^summary: (\d+)", part, re.MULTILINE) for part in parts]
    if len(totals) != 2 * len(names) or None in totals:
        raise ValueError(f"callgrind wrote {len(parts)} parts, expected {2 * len(names)} with a summary each")
    return {name: int(total[1]) for name, total in zip(names, totals[1::2], strict=True) if total}


def count(valgrind: str) -> dict[str, int]:
    """Run the work under callgrind."""
    with tempfile.TemporaryDirectory(prefix="toggl-guard-") as folder:
        command = [valgrind, "--tool=callgrind", "--dump-before=getpgid", f"--callgrind-out-file={folder}/part"]
        environment = {
            "PATH": os.defpath,
            "PYTHONHASHSEED": "0",
            "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'generated'}",
        }
        work = [sys.executable, "-m", "benchmarks.guard_work"]
        done = subprocess.run([*command, *work], env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"the work failed under callgrind: {done.stderr.strip()}")
        names = done.stdout.splitlines()
        places = sorted(Path(folder).glob("part.*"), key=lambda place: int(place.suffix[1:]))
        return read_counts([place.read_text() for place in places], names)


def main(arguments: list[str] | None = None) -> int:
    """Exit codes: 0 all is as before or nothing can be counted here, 1 something takes more."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.guard", description=__doc__)
    parser.add_argument("--renew", action="store_true", help="write a new baseline")
    options = parser.parse_args(arguments)
    valgrind = shutil.which("valgrind")
    if valgrind is None:
        print("skipped: bench-guard needs valgrind, and there is none: instructions are not counted")
        return 0
    measured = ratios(count(valgrind))
    report: dict[str, Any] = {
        "python": platform.python_version(),
        **{name: version(name) for name in LIBRARIES},
        "ratios": measured,
    }
    if options.renew:
        BASELINE.write_text(json.dumps(report, indent=2) + "\n")
        print(f"written: {BASELINE.relative_to(ROOT)}")
        return 0
    baseline = json.loads(BASELINE.read_text())
    verdicts = compare_with_baseline(measured, baseline["ratios"])
    print("\n".join(map(str, verdicts)))
    if not any(verdict.failed for verdict in verdicts):
        return 0
    print(
        f"more than {ALLOWED:.0%} above the baseline; if that is intended: make bench-guard ARGS=--renew",
        file=sys.stderr,
    )
    for name in ("python", *LIBRARIES):
        if report[name] != baseline[name]:
            print(f"the baseline is of {name} {baseline[name]}, this is {report[name]}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
