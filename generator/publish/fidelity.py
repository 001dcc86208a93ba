"""`make fidelity`: checks the list of the behaviours of the sandbox and renders it as `docs/project/fidelity.md`."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Final, NamedTuple

import yaml

from .. import ROOT, CommandError
from ..evidence import MEANINGS, evidence_table
from ..table import markdown

LIST: Final = ROOT / "toggl_sandbox/fidelity.yaml"
PAGE: Final = ROOT / "docs/project/fidelity.md"
APIS: Final = {"both": "Both", "track": "Track", "focus": "Focus"}


class FidelityError(CommandError):
    """The list is invalid. Its text is one line for each problem."""


class Behaviour(NamedTuple):
    """One behaviour that the sandbox shares with a service."""

    id: str
    api: str
    behaviour: str
    evidence: str
    source: str


def behaviours(path: Path = LIST) -> dict[str, Behaviour]:
    """Return the list by id, in its order. Raises FidelityError with all problems of all entries."""
    problems: list[str] = []
    found: dict[str, Behaviour] = {}
    for number, entry in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), start=1):
        name = str(entry.get("id") or f"entry {number}")
        problems += [
            f"{name}: {field} is missing or not a string"
            for field in Behaviour._fields
            if not isinstance(entry.get(field), str) or not entry[field].strip()
        ]
        problems += [f"{name}: unknown key {field}" for field in entry.keys() - set(Behaviour._fields)]
        if entry.get("evidence") not in MEANINGS:
            problems.append(f"{name}: evidence must be one of {', '.join(MEANINGS)}")
        if entry.get("api") not in APIS or not name.startswith(f"{entry['api']}."):
            problems.append(f"{name}: api must be one of {', '.join(APIS)}, and the id must start with it")
        if name in found:
            problems.append(f"{name}: duplicate id")
        found[name] = Behaviour(**{field: str(entry.get(field)) for field in Behaviour._fields})
    if problems:
        raise FidelityError("\n".join(problems))
    return found


def page(path: Path = LIST) -> str:
    """Return the list as a Markdown page."""
    entries = list(behaviours(path).values())
    lines = [
        "<!-- generated from toggl_sandbox/fidelity.yaml by `make fidelity` - do not edit -->",
        "",
        "# Fidelity of the sandbox",
        "",
        "The behaviour that the sandbox copies from the services, with evidence. Each behaviour has a test.",
        "",
        *evidence_table((one.evidence for one in entries), "behaviours"),
    ]
    for api, title in APIS.items():
        rows = [(one.behaviour, one.evidence, one.source, f"`{one.id}`") for one in entries if one.api == api]
        lines += ["", f"## {title}", "", *markdown([("behaviour", "evidence", "source", "id"), *rows])]
    return "\n".join(lines) + "\n"


def run(options: Namespace) -> int:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")
    return 0
