"""Names that would do harm: control characters, marks of direction, formulas, very long ones."""

from __future__ import annotations

import csv
import datetime
import json

import pytest

from tests.support.command_line import CommandLine
from toggl_tasks.cli.output import fit
from toggl_tasks.cli.values import format_duration, parse_duration, plural, printable

HOSTILE = "\x1b[31mred\x07\x9b2J\u202egnp\u200f\u061c"
WIDE = "🚀 日本 שלום e\u0301"


def add(toggl: CommandLine, name: str) -> str:
    with toggl.sandbox.focus() as focus:
        task = focus.tasks.create(toggl.sandbox.organization_id, toggl.sandbox.workspace_id, name=name)
    return str(task.id)


@pytest.mark.parametrize("format_", ["table", "json", "ndjson", "csv", "tsv"])
def test_names_do_not_control_the_terminal(toggl: CommandLine, format_: str) -> None:
    task = add(toggl, HOSTILE)
    for arguments in (["show", task], ["list", "--search", "red"], ["done", task], ["show", "ed"]):
        outcome = toggl(*arguments, "--api", "focus", "--format", format_, "--fields", "id,name", columns=100)
        for text in (outcome.stdout, outcome.stderr):
            without_color = text.replace("\x1b[1m", "").replace("\x1b[2m", "").replace("\x1b[0m", "")
            assert printable(without_color.replace("\n", "").replace("\t", "")) == without_color.replace(
                "\n", ""
            ).replace("\t", "")


def test_data_is_unchanged_where_a_program_reads_it(toggl: CommandLine) -> None:
    task = add(toggl, HOSTILE)
    arguments = ("show", task, "--api", "focus", "--fields", "name", "--format")
    assert json.loads(toggl(*arguments, "json").stdout) == {"name": HOSTILE}
    assert next(csv.DictReader([*toggl(*arguments, "csv").stdout.split("\n")])) == {"name": HOSTILE}


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")'])
def test_spreadsheet_runs_no_formula(toggl: CommandLine, name: str) -> None:
    task = add(toggl, name)
    arguments = ("show", task, "--api", "focus", "--fields", "name", "--format")
    (row,) = csv.DictReader(toggl(*arguments, "csv").lines)
    assert row == {"name": f"'{name}"}
    assert toggl(*arguments, "json").json == {"name": name}


def test_wide_characters_keep_columns_straight(toggl: CommandLine) -> None:
    add(toggl, WIDE)
    arguments = ("list", "--search", "日本", "--api", "focus", "--fields", "name,status")
    assert toggl(*arguments).lines == ["name            status", f"{WIDE}  Todo"]


def test_long_name_is_whole_in_a_pipe_and_cut_on_a_terminal(toggl: CommandLine) -> None:
    name = "long" * 2500
    task = add(toggl, name)
    arguments = ("list", "--search", "longlong", "--api", "focus")
    assert name in toggl(*arguments).stdout
    narrow = toggl(*arguments, columns=80, NO_COLOR="1").lines
    assert max(map(len, narrow)) <= 80
    assert narrow[1].startswith(f"{task}  long")
    assert "…" in narrow[1]


def test_color_only_on_a_terminal_unless_asked(toggl: CommandLine) -> None:
    arguments = ("list", "--limit", 1)
    assert "\x1b[" not in toggl(*arguments).stdout
    assert "\x1b[" in toggl(*arguments, FORCE_COLOR="1").stdout
    assert "\x1b[" not in toggl(*arguments, FORCE_COLOR="1", NO_COLOR="1").stdout
    assert "\x1b[" in toggl(*arguments, columns=80).stdout
    assert "\x1b[" not in toggl(*arguments, columns=80, TERM="dumb").stdout
    assert "\x1b[" not in toggl(*arguments, columns=80, NO_COLOR="1").stdout


def test_narrow_terminal_shortens_texts_then_names_then_drops_columns() -> None:
    natural = {"id": 9, "name": 20, "project": 20, "tracked": 8}
    for width, expected in (
        (63, natural),
        (53, {**natural, "project": 10}),
        (45, {**natural, "name": 16, "project": 6}),
        (44, {"id": 9, "name": 20, "project": 11}),
        (10, {"id": 9, "name": 16}),
    ):
        widths = dict(natural)
        fit(widths, ["name", "project"], width, may_drop=True)
        assert widths == expected, width
    widths = dict(natural)
    fit(widths, ["name", "project"], 10, may_drop=False)
    assert widths == {"id": 9, "name": 16, "project": 6, "tracked": 8}


def test_times_are_in_the_zone_of_the_user(toggl: CommandLine) -> None:
    arguments = ("show", "300000001", "--api", "focus", "--fields", "created_at")
    assert toggl(*arguments).stdout == "created_at  2024-09-14 23:58\n"
    assert toggl(*arguments, TZ="Asia/Tokyo").stdout == "created_at  2024-09-15 08:58\n"
    assert toggl(*arguments, "--format", "json", TZ="Asia/Tokyo").json == {"created_at": "2024-09-14T23:58:34+00:00"}


@pytest.mark.parametrize(
    ("text", "minutes", "shown"),
    [
        ("2h30m", 150, "2h 30m"),
        ("2h 30m", 150, "2h 30m"),
        ("2:30", 150, "2h 30m"),
        ("90m", 90, "1h 30m"),
        ("1.5h", 90, "1h 30m"),
        ("1d", 1440, "24h"),
        ("1w", 10_080, "168h"),
        ("30s", 0.5, "30s"),
        ("0m", 0, "0s"),
    ],
)
def test_durations(text: str, minutes: float, shown: str) -> None:
    duration = parse_duration(text)
    assert duration == datetime.timedelta(minutes=minutes)
    assert format_duration(duration) == shown
    assert format_duration(-duration) == (f"-{shown}" if minutes else shown)


@pytest.mark.parametrize("text", ["", "2", "h", "2x", "2:75", "-1h", "1h2", "9" * 400 + "h"])
def test_wrong_durations(text: str) -> None:
    with pytest.raises(ValueError, match="duration"):
        parse_duration(text)


def test_plural() -> None:
    assert [plural(1, "task"), plural(0, "task"), plural(2, "status")] == ["1 task", "0 tasks", "2 statuses"]
