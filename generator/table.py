"""Tables, in plain text and in Markdown."""

from __future__ import annotations

from collections.abc import Sequence

Rows = Sequence[Sequence[str]]


def table(rows: Rows, indent: str = "  ", *, underline: bool = False) -> str:
    """The rows as lines with aligned columns; with `underline` the first row is the head."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [rows[0], ["-" * width for width in widths], *rows[1:]] if underline else rows
    padded = [[cell.ljust(width) for cell, width in zip(row, widths, strict=True)] for row in lines]
    return "\n".join(f"{indent}{'  '.join(row).rstrip()}" for row in padded)


def markdown(rows: Rows) -> list[str]:
    """The rows as lines of a Markdown table; the first row is the head."""
    escaped = [[cell.replace("|", "\\|") for cell in row] for row in rows]
    head, *body = [f"| {' | '.join(row)} |" for row in escaped]
    return [head, f"|{'---|' * len(rows[0])}", *body]
