"""Spreadsheets in XLSX, with openpyxl (extra `xlsx`)."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterable, Sequence
from typing import IO, Any

from ..errors import FAILED, USAGE, CommandError


def require_openpyxl() -> Any:
    """The library. Raises CommandError if it is not installed."""
    try:
        import openpyxl
        import openpyxl.cell
    except ImportError:
        raise CommandError("XLSX needs an extra: pip install 'toggl-tasks[cli,xlsx]'", FAILED) from None
    return openpyxl


def read_sheet(source: str, content: bytes) -> list[Sequence[Any]]:
    """The rows of the first sheet. Raises CommandError if it cannot be read."""
    openpyxl = require_openpyxl()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # warnings of openpyxl about features that are not needed here
            book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
            return [
                [_unescape(value) if isinstance(value, str) else value for value in row]
                for row in book.worksheets[0].iter_rows(values_only=True)
            ]
    except Exception as error:  # noqa: BLE001 - openpyxl raises whatever a damaged file leads to
        raise CommandError(f"{source} is not an XLSX file that can be read: {error}", USAGE) from None


def write_sheet(out: IO[bytes], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Write one sheet. Texts that look like formulas are written as texts."""
    openpyxl = require_openpyxl()
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("tasks")
    sheet.freeze_panes = "A2"

    def cell(value: Any) -> Any:
        if not isinstance(value, str):
            return value
        made = openpyxl.cell.WriteOnlyCell(sheet, _escape(value))
        made.data_type = "s"
        return made

    sheet.append([cell(name) for name in columns])
    for row in rows:
        sheet.append([cell(value) for value in row])
    book.save(out)


def _escape(text: str) -> str:
    """The text with escapes (ECMA-376, ST_Xstring) for characters that XML does not allow or would change."""
    special = r"_(?=x[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b-\x1f\ufffe\uffff]"
    return re.sub(special, lambda found: f"_x{ord(found[0]):04X}_", text)


def _unescape(text: str) -> str:
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)
