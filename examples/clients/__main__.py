"""`python -m examples.clients [LANGUAGE...]`: run the programs of these languages, or of all, against a sandbox."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from .harness import LOGS, Outcome, languages, run_language
from .scenario import HERE


def main(names: Sequence[str], folder: Path = HERE) -> int:
    """Print a table of the results. Exit codes: 0 all passed, 1 one failed, 2 an unknown language.

    A language whose tools are missing is skipped, but with `CI=true` in the environment it has failed.
    """
    known = languages(folder)
    if unknown := [name for name in names if name not in known]:
        print(f"unknown language {', '.join(unknown)}: choose from {', '.join(known)}", file=sys.stderr)
        return 2
    is_ci = os.environ.get("CI") == "true"
    failed = False
    chosen = list(names) or list(known)
    width = max(len(known[name].generator) for name in chosen)
    print(f"{'language':14}{'generator':{width}}{'seconds':>9}  result")
    for name in chosen:
        outcome = run_language(known[name])
        LOGS.mkdir(parents=True, exist_ok=True)
        (LOGS / f"{name}.log").write_text(outcome.error_output, encoding="utf-8")
        print(f"{name:14}{outcome.language.generator:{width}}{outcome.seconds:9.1f}  {result(outcome)}", flush=True)
        failed |= bool(outcome.problems or (is_ci and outcome.missing))
    return int(failed)


def result(outcome: Outcome) -> str:
    """Return the last column of the table."""
    if outcome.missing:
        return f"skipped: install {', '.join(outcome.missing)}"
    return "\n  ".join(["FAILED", *outcome.problems]) if outcome.problems else "passed"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
