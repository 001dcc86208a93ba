"""The classes of evidence, as the rendered lists show them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from .table import markdown

MEANINGS: Final = {
    "recorded": "bytes captured from the live service by `make record`",
    "documented": "it is on a page of the vendor",
    "observed": "users of the live service report it, or several clients rely on it",
    "assumed": "our guess; the source contains the reason",
}


def evidence_table(classes: Iterable[str], things: str) -> list[str]:
    """Return a Markdown table of the meaning of each class and the number of things that have it."""
    counts = Counter(classes)
    rows = [(name, meaning, str(counts[name])) for name, meaning in MEANINGS.items()]
    return markdown([("evidence", "meaning", things), *rows])
