"""Part of `make lock`: removes the funding addresses from the lock files of npm, which has no option for it."""

from __future__ import annotations

import json
from argparse import Namespace
from typing import Any

from .. import ROOT

LOCKS = (
    "package-lock.json",
    "benchmarks/package-lock.json",
    "examples/clients/javascript/package-lock.json",
    "examples/clients/typescript/package-lock.json",
)


def remove_funding(lock: dict[str, Any]) -> dict[str, Any]:
    """The lock without `funding`."""
    packages = {
        name: {key: value for key, value in package.items() if key != "funding"}
        for name, package in lock["packages"].items()
    }
    return {**lock, "packages": packages}


def run(options: Namespace) -> int:
    """Rewrite the lock files."""
    for name in LOCKS:
        lock = remove_funding(json.loads((ROOT / name).read_text(encoding="utf-8")))
        (ROOT / name).write_text(json.dumps(lock, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0
