"""`python -m generator languages`: writes the tables of examples/clients/ in spec/README.md."""

from __future__ import annotations

import re
from argparse import Namespace
from pathlib import Path
from typing import Final

import yaml

from .. import ROOT, CommandError
from ..table import markdown

CLIENTS: Final = ROOT / "examples/clients"
PAGE: Final = ROOT / "spec/README.md"


def run(options: Namespace) -> int:
    """Write the page."""
    PAGE.write_text(with_tables(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


def with_tables(text: str, clients: Path = CLIENTS) -> str:
    """Return the text of the page with current tables. Raises CommandError when a marker is missing."""
    languages = {
        path.parent.name: yaml.safe_load(path.read_text(encoding="utf-8"))
        for path in sorted(clients.glob("*/language.yaml"))
    }
    entries = yaml.safe_load((clients / "limits.yaml").read_text(encoding="utf-8")) or []
    rows = [
        (
            f"[{language['name']}](../examples/clients/{folder})",
            language["generator"],
            language["options"],
            ", ".join(f"`{entry['step']}`" for entry in entries if entry["language"] == folder),
        )
        for folder, language in languages.items()
    ]
    text = _replace(text, "languages", markdown([("language", "generator", "options", "does not work"), *rows]))
    limits = [
        (languages[entry["language"]]["name"], f"`{entry['step']}`", entry["reason"], f"[source]({entry['link']})")
        for entry in entries
    ]
    header = ("language", "step", "why it does not work", "")
    return _replace(text, "limits", markdown([header, *limits]) if limits else ["Every step works in every language."])


def _replace(text: str, name: str, lines: list[str]) -> str:
    """Replace what is between `<!-- name: … -->` and `<!-- end of name -->`."""
    pattern = re.compile(rf"(<!-- {name}: [^\n]* -->\n).*?(<!-- end of {name} -->)", re.DOTALL)
    if not pattern.search(text):
        raise CommandError(f"spec/README.md has no markers `<!-- {name}: … -->` and `<!-- end of {name} -->`")
    table = "\n".join(["", *lines, "", ""])
    return pattern.sub(lambda found: f"{found[1]}{table}{found[2]}", text)
