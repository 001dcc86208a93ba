"""The pages of the site and their sections, as `mkdocs.yml` lists them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import yaml

from generator import ROOT

CONFIGURATION: Final = ROOT / "mkdocs.yml"


def configuration(path: Path = CONFIGURATION) -> dict[str, Any]:
    """Return `mkdocs.yml`."""
    loaded: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def pages(nav: list[Any], section: str = "") -> Iterator[tuple[str, str]]:
    """Yield the path of each page with the top section that it is in; "" for a page outside of sections."""
    for entry in nav:
        if isinstance(entry, str):
            yield entry, section
            continue
        for title, value in entry.items():
            if isinstance(value, str):
                yield value, section
            else:
                yield from pages(value, section or title)
