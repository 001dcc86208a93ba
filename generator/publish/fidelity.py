"""The list of what the sandbox does as the services do: read and checked here, rendered as `docs/fidelity.md`."""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

import yaml

from ..codegen.output import ROOT
from ..evidence import MEANINGS, counted
from ..table import markdown

LIST: Final = ROOT / "toggl_sandbox/fidelity.yaml"
PAGE: Final = ROOT / "docs/fidelity.md"
APIS: Final = {"both": "Both", "track": "Track", "focus": "Focus"}


class FidelityError(Exception):
    """The list is not as it should be. Its text is one line for each fault."""


class Behaviour(NamedTuple):
    """One thing that the sandbox does as a service does."""

    id: str
    api: str
    behaviour: str
    evidence: str
    source: str


def behaviours(path: Path = LIST) -> dict[str, Behaviour]:
    """Return the list by id, in its order; FidelityError names every entry that lacks or has something wrong."""
    faults: list[str] = []
    found: dict[str, Behaviour] = {}
    for number, entry in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), start=1):
        name = str(entry.get("id") or f"entry {number}")
        faults += [
            f"{name}: {field} is missing or no text"
            for field in Behaviour._fields
            if not isinstance(entry.get(field), str) or not entry[field].strip()
        ]
        faults += [f"{name}: nothing is called {field}" for field in entry.keys() - set(Behaviour._fields)]
        if entry.get("evidence") not in MEANINGS:
            faults.append(f"{name}: evidence must be one of {', '.join(MEANINGS)}")
        if entry.get("api") not in APIS or not name.startswith(f"{entry['api']}."):
            faults.append(f"{name}: api must be one of {', '.join(APIS)}, and the id start with it")
        if name in found:
            faults.append(f"{name}: is listed twice")
        found[name] = Behaviour(**{field: str(entry.get(field)) for field in Behaviour._fields})
    if faults:
        raise FidelityError("\n".join(faults))
    return found


def page(path: Path = LIST) -> str:
    """Return the list as a page for people."""
    listed = list(behaviours(path).values())
    lines = [
        "<!-- made of toggl_sandbox/fidelity.yaml by `make fidelity` - do not edit -->",
        "",
        "# How faithful the sandbox is",
        "",
        "What the sandbox does as the services do, and how we know. Each behaviour has a test.",
        "",
        *counted((one.evidence for one in listed), "behaviours"),
    ]
    for api, title in APIS.items():
        rows = [(one.behaviour, one.evidence, one.source, f"`{one.id}`") for one in listed if one.api == api]
        lines += ["", f"## {title}", "", *markdown([("behaviour", "evidence", "source", "id"), *rows])]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
