"""Tables, on a terminal and on a page."""

from __future__ import annotations

from collections.abc import Sequence


def table(rows: Sequence[Sequence[str]], indent: str = "  ") -> str:
    """The rows as lines, with columns of equal width; the last one is as long as it is."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    padded = [[cell.ljust(width) for cell, width in zip(row, widths, strict=True)] for row in rows]
    return "\n".join(f"{indent}{'  '.join(row).rstrip()}" for row in padded)


def markdown(rows: Sequence[Sequence[str]]) -> list[str]:
    """The rows as lines of a table in Markdown; the first one is the head."""
    escaped = [[cell.replace("|", "\\|") for cell in row] for row in rows]
    head, *body = [f"| {' | '.join(row)} |" for row in escaped]
    return [head, f"|{'---|' * len(rows[0])}", *body]
