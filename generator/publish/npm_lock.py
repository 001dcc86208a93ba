"""Takes the addresses out of locks of npm that it has no switch for: where authors ask for donations."""

from __future__ import annotations

import json
from typing import Any

from ..tools import ROOT

LOCKS = ("package-lock.json", "benchmarks/package-lock.json")


def without_addresses(lock: dict[str, Any]) -> dict[str, Any]:
    """A lock with versions and hashes, and no `funding`."""
    packages = {
        name: {key: value for key, value in package.items() if key != "funding"}
        for name, package in lock["packages"].items()
    }
    return {**lock, "packages": packages}


def main() -> None:
    """Write the locks anew."""
    for name in LOCKS:
        lock = without_addresses(json.loads((ROOT / name).read_text(encoding="utf-8")))
        (ROOT / name).write_text(json.dumps(lock, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
