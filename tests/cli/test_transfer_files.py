"""Files of tasks: what `export` writes, `import` reads unchanged."""

from __future__ import annotations

import datetime
import io
import json
import os
import resource
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from toggl_tasks.cli.errors import CommandError
from toggl_tasks.cli.output import neutralize, restore
from toggl_tasks.cli.transfer.columns import COLUMNS, parse_done, parse_estimate, write_estimate
from toggl_tasks.cli.transfer.read_files import read_table
from toggl_tasks.cli.transfer.write_files import WRITERS, write_file, writer_of

SUFFIXES = sorted(WRITERS)
NASTY = [
    "=1+1",
    "'=1+1",
    "''=1+1",
    "'quoted'",
    "+49 30",
    "-5 %",
    "@user",
    "\t=tab",
    "\uff1dwide",
    "emoji 👩‍🚀 and \u200f עברית \u202e",
    "two\nlines",
    "two\r\nlines",
    "a\rb",
    'a "quoted", with; all\tdelimiters|',
    "_x0041_ is no A",
    "\x01\x1b[31mred",
    "2024",
    "007",
    " spaces ",
    "none",
    "{",
    "[1]",
]


def round_trip(file: Path, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows as `import` reads them after `export` wrote them; empty cells omitted."""
    write_file(str(file), writer_of(str(file), "table"), COLUMNS, rows)
    cells = [row.cells for row in read_table(str(file)).rows]
    for row in cells:
        row["estimate"] = parse_estimate(row["estimate"]) if "estimate" in row else None
        row["done"] = parse_done(row["done"])
    return cells


def row_of(name: str, seconds: int | None = None, **cells: Any) -> dict[str, Any]:
    estimate = None if seconds is None else datetime.timedelta(seconds=seconds)
    return {"name": name, "estimate": estimate, "done": False, **cells}


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_names_survive_export_and_import(suffix: str, tmp_path: Path) -> None:
    rows = [row_of(name, 90, project=name, **{"external reference": name, "assignee": name}) for name in NASTY]
    assert round_trip(tmp_path / f"tasks{suffix}", rows) == rows


@pytest.mark.parametrize("suffix", [".csv", ".json", ".xlsx"])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(
    st.lists(
        st.builds(
            row_of,
            st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip),
            st.none() | st.integers(0, 10**7),
            done=st.booleans(),
        ),
        min_size=1,
        max_size=5,
    )
)
def test_any_row_survives_export_and_import(suffix: str, tmp_path: Path, rows: list[dict[str, Any]]) -> None:
    assert round_trip(tmp_path / f"any{suffix}", rows) == rows


@given(st.text(st.sampled_from("'=+-@\t\r\na")))
def test_neutralized_text_is_restored_and_is_no_formula(text: str) -> None:
    assert restore(neutralize(text)) == text
    assert not neutralize(text).startswith(tuple("=+-@\t\r\n"))


def test_a_spreadsheet_finds_no_formula_in_an_exported_sheet(tmp_path: Path) -> None:
    file = tmp_path / "tasks.xlsx"
    write_file(str(file), WRITERS[".xlsx"], ["name"], [{"name": "=1+1"}])
    cell = openpyxl.load_workbook(file).worksheets[0]["A2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


@pytest.mark.parametrize("text", ["2h30m", "2h 30m", "150m", "2.5h", "2:30", "02:30:00"])
def test_estimates_are_read_as_people_and_spreadsheets_write_them(text: str) -> None:
    assert parse_estimate(text) == datetime.timedelta(hours=2.5)


@pytest.mark.parametrize("value", ["90", "-1h", "soon", "1:99", -1, True, float("nan")])
def test_other_estimates_raise(value: object) -> None:
    with pytest.raises(ValueError, match=r"duration|negative|NaN"):
        parse_estimate(value)


@pytest.mark.parametrize("seconds", [0, 59, 60, 3600, 3661, 90_000, 360_000])
def test_written_estimates_lose_nothing(seconds: int) -> None:
    estimate = datetime.timedelta(seconds=seconds)
    assert parse_estimate(write_estimate(estimate)) == estimate


@pytest.mark.parametrize(
    ("content", "name", "project"),
    [
        ("name,project\nA,P", "A", "P"),
        ("name;project\nA,1;P", "A,1", "P"),
        ("name\tproject\nA\tP", "A", "P"),
        ("name|project\nA|P", "A", "P"),
        ("name;colour\n'=A';red", "=A'", None),
        ("'name':'project'\n'A':'P'\n'B':'Q'\n", "A", "P"),  # only the Sniffer finds this dialect
        ("\ufeffNAME , Project\nA,P", "A", "P"),
        ('name,project\n"two\nlines",P', "two\nlines", "P"),
        ('[{"name": "A", "project": "P"}]', "A", "P"),
        ('{"name": "A", "project": "P"}\n\n{"name": "B"}', "A", "P"),
    ],
)
def test_formats_and_dialects_are_found(content: str, name: str, project: str | None, tmp_path: Path) -> None:
    file = tmp_path / "tasks"
    file.write_text(content, newline="")
    first = read_table(str(file)).rows[0].cells
    assert (first["name"], first.get("project")) == (name, project)


def test_utf_16_with_a_mark_is_read(tmp_path: Path) -> None:
    file = tmp_path / "unicode.txt"
    file.write_bytes("name\tproject\nÄ\tP".encode("utf-16"))
    assert read_table(str(file)).rows[0].cells == {"name": "Ä", "project": "P"}


@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        ("a.csv", b"", "a.csv is empty"),
        ("a.csv", b"title,project\nA,P\n", "has no column 'name': its columns are 'title', 'project'"),
        ("a.csv", b"name,Name\nA,B\n", "has the column 'name' twice"),
        ("a.csv", b'name\n"A\n', "is not CSV: line 2"),
        ("a.csv", "name\nMüller\n".encode("latin-1"), "is not in UTF-8: line 2 has the byte 0xfc"),
        ("a.csv", "name\nA\n".encode("utf-16-le"), "perhaps in UTF-16: save it as CSV in UTF-8"),
        ("a.json", b'{"name": "A"}', "is not a JSON array"),
        ("a.json", b"[{]", "is not JSON"),
        ("a.xlsx", b"name\nA\n", "is not an XLSX file"),
        ("a.parquet", b"PAR1", "use CSV, JSON, NDJSON or XLSX"),
    ],
)
def test_files_that_cannot_be_read_raise(file: str, content: bytes, message: str, tmp_path: Path) -> None:
    path = tmp_path / file
    path.write_bytes(content)
    with pytest.raises(CommandError, match=message.replace(".", r"\.")):
        read_table(str(path))


def test_rows_that_cannot_be_read_are_faults_of_their_own(tmp_path: Path) -> None:
    csv = tmp_path / "a.csv"
    csv.write_text("name,project\nA,P,too,many\n\nB,P\n")
    assert [(row.number, bool(row.fault)) for row in read_table(str(csv)).rows] == [(2, True), (4, False)]
    ndjson = tmp_path / "a.ndjson"
    ndjson.write_text('{"name": "A"}\n{"name"\n[]\n{"name": "A", "Name": "B"}\n')
    assert [(row.number, row.fault[:18]) for row in read_table(str(ndjson)).rows] == [
        (1, ""),
        (2, "not JSON: Expectin"),
        (3, "not a JSON object:"),
        (4, "two fields have th"),
    ]


def test_numbers_and_times_of_a_spreadsheet(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for cells in (["name", "estimate", "done"], [2024, datetime.time(2, 30), True], ["B", 90, False]):
        sheet.append(cells)
    book.save(tmp_path / "a.xlsx")
    first, second = read_table(str(tmp_path / "a.xlsx")).rows
    assert (first.cells["name"], parse_estimate(first.cells["estimate"])) == (2024, datetime.timedelta(hours=2.5))
    assert "90 is not a duration" in second.fault  # days, hours or minutes?


def test_warnings_about_a_spreadsheet_are_not_shown(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["name"])
    book.worksheets[0].append(["A"])
    book.save(tmp_path / "plain.xlsx")
    with zipfile.ZipFile(tmp_path / "plain.xlsx") as plain, zipfile.ZipFile(tmp_path / "odd.xlsx", "w") as odd:
        for name in plain.namelist():  # without styles, openpyxl warns
            empty = b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
            odd.writestr(name, empty if name == "xl/styles.xml" else plain.read(name))
    with pytest.warns(UserWarning, match="no stylesheet"):
        openpyxl.load_workbook(tmp_path / "odd.xlsx")
    assert read_table(str(tmp_path / "odd.xlsx")).rows[0].cells == {"name": "A"}


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    file = tmp_path / "tasks.csv"
    file.write_text("before")
    file.chmod(0o640)

    def rows() -> Any:
        yield {"name": "A"}
        raise OSError("the disk was removed")

    with pytest.raises(CommandError, match=r"cannot write .*tasks\.csv: the disk was removed"):
        write_file(str(file), WRITERS[".csv"], ["name"], rows())
    assert file.read_text() == "before"
    assert list(tmp_path.iterdir()) == [file]
    link = tmp_path / "link.csv"
    link.symlink_to(file)
    write_file(str(link), WRITERS[".csv"], ["name"], [{"name": "A"}])
    assert link.is_symlink()
    assert file.read_text("utf-8-sig") == "name\nA\n"
    assert file.stat().st_mode & 0o777 == 0o640


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    file = tmp_path / "tasks.json"
    file.write_text("before")
    program = (
        "from toggl_tasks.cli.transfer.write_files import *\n"
        f"write_file({str(file)!r}, WRITERS['.json'], ['name'], [{{'name': 'A' * 100_000}}])"
    )
    limit = (10_000, 10_000)
    done = subprocess.run(  # without bytecode, which the limit would cut
        [sys.executable, "-B", "-c", program],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limit),
        capture_output=True,
        text=True,
        check=False,
    )
    assert "cannot write" in done.stderr
    assert "File too large" in done.stderr
    assert file.read_text() == "before"
    assert list(tmp_path.iterdir()) == [file]


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "tasks.ndjson"
    os.mkfifo(pipe)
    reader = subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE)
    write_file(str(pipe), WRITERS[".ndjson"], ["name"], [{"name": "A"}])
    out, _ = reader.communicate(timeout=10)
    assert json.loads(out) == {"name": "A"}
    assert pipe.is_fifo()


def test_unknown_names_of_files_raise() -> None:
    for file in ("tasks", "tasks.xls", "tasks.parquet"):
        with pytest.raises(CommandError, match=r"\.csv"):
            writer_of(file, "table")


def test_xlsx_without_its_library_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(CommandError, match=r"pip install 'toggl-tasks\[cli,xlsx\]'"):
        writer_of("tasks.xlsx", "table")


def test_stdout_has_no_byte_order_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.TextIOWrapper(io.BytesIO(), "utf-8")
    monkeypatch.setattr(sys, "stdout", out)
    write_file("-", writer_of("-", "table"), ["name"], [{"name": "Ä"}])
    assert out.buffer.getvalue() == "name\r\nÄ\r\n".encode()
