"""`report`: sums, bars, the page and the chart."""

from __future__ import annotations

import base64
import csv
import hashlib
import re
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from rich.cells import cell_len

from tests.support.command_line import CommandLine
from toggl_tasks.cli.commands.report import COLUMNS
from toggl_tasks.cli.report.chart import SHOWN, chart_file
from toggl_tasks.cli.report.page import page
from toggl_tasks.cli.report.summary import Row, Summary, summarize
from toggl_tasks.cli.task_service import durations

HOUR = timedelta(hours=1)
SCRIPT = "<img src=x onerror=alert(1)>\"'</td></style><script>alert(2)</script>"
SVG = "{http://www.w3.org/2000/svg}"


def task(estimate: int | None, tracked: int | None, *, done: bool = False, project: str = "Website") -> Row:
    times = (None if hours is None else hours * HOUR for hours in (estimate, tracked))
    return {"name": "Task", "project": project, "assignee": None, "done": done, **durations(*times)}


def summary_of(*tasks: Row) -> Summary:
    return summarize(tasks, "project", lambda row, by: [(hash(row[by]), row[by])] if row[by] else [])


@pytest.mark.parametrize(
    ("tasks", "expected"),
    [
        ([], {"estimate": None, "tracked": None, "percent": None, "remaining": None, "overrun": None}),
        ([task(4, 1)], {"percent": 25, "remaining": 3, "overrun": 0, "overrun_tasks": 0}),
        ([task(4, 1, done=True)], {"percent": 25, "remaining": 0, "open": 0, "done": 1}),
        ([task(4, 1), task(2, 5)], {"estimate": 6, "tracked": 6, "percent": 100, "remaining": 3, "overrun": 3}),
        ([task(None, 2)], {"estimate": None, "tracked": 2, "percent": None, "overrun": None, "without_estimate": 1}),
        ([task(4, 1), task(None, 2)], {"estimate": 4, "tracked": 3, "percent": 25, "remaining": 3}),
        ([task(0, 2)], {"estimate": 0, "percent": None, "remaining": 0, "overrun": 2, "overrun_tasks": 1}),
        ([task(4, None)], {"estimate": 4, "tracked": None, "percent": None, "remaining": None, "tracked_unknown": 1}),
        ([task(4, 2), task(4, None)], {"estimate": 8, "tracked": 2, "percent": 50, "remaining": 2}),
    ],
)
def test_sums_of_tasks(tasks: list[Row], expected: dict[str, Any]) -> None:
    total = summary_of(*tasks).total
    row = total.row("total")
    hours = {name: value / HOUR if isinstance(value, timedelta) else value for name, value in row.items()}
    assert {name: hours[name] for name in expected} == expected
    assert row["tasks"] == row["open"] + row["done"] == len(tasks)
    assert sum(list(total.parts.values())[:3], timedelta()) == (row["tracked"] or timedelta())


@pytest.mark.parametrize("by", ["project", "client", "assignee", "tag"])
def test_groups_and_total_are_sums_of_the_listed_tasks(toggl: CommandLine, api: str, by: str) -> None:
    outcome = toggl("report", "--api", api, "--by", by, "--format", "json")
    if (api, by) == ("track", "tag"):
        assert outcome.code == 2
        assert "tasks of Track have no tags" in outcome.stderr
        assert toggl.requests() == []
        return
    *groups, total = outcome.json
    tasks = toggl("list", "--all", "--api", api, "--format", "json", "--fields", "done,estimate,tracked,overrun").json
    assert total["by"] == "total"
    assert {group["by"] for group in groups} == {by}
    assert total["tasks"] == len(tasks)
    assert total["done"] == sum(one["done"] for one in tasks)
    assert total["overrun_tasks"] == sum(one["overrun"] is True for one in tasks)
    for name in ("estimate", "tracked"):
        assert total[name] == pytest.approx(sum(one[name] or 0 for one in tasks))
    several = sum(group["tasks"] for group in groups) > len(tasks)
    assert several == (api == "focus" and by in ("assignee", "tag"))
    assert ("in the sums of each" in outcome.stderr) == several
    if not several:
        assert total["tracked"] == pytest.approx(sum(group["tracked"] for group in groups))


@pytest.mark.parametrize("options", [("Website",), ("--open",), ("--done",), ("--overrun",), ("--mine",)])
def test_options_select_tasks(toggl: CommandLine, api: str, options: tuple[str, ...]) -> None:
    states = {"--open": (), "--done": ("--done",)}
    listed = toggl("list", "--api", api, "--quiet", *states.get(options[0], ("--all", *options)))
    total = toggl("report", "--api", api, "--format", "json", *options).json[-1]
    assert total["tasks"] == len(listed.lines) > 0


def test_formats_for_programs(toggl: CommandLine) -> None:
    rows = list(csv.DictReader(toggl("report", "--format", "csv").lines))
    assert [row["name"] for row in rows][-1] == "total"
    assert sum(int(row["tasks"]) for row in rows[:-1]) == int(rows[-1]["tasks"])
    assert len(toggl("report", "--quiet").lines) == len(rows) - 1
    assert toggl("report", "--fields", "name,by").lines[-1].split() == ["total", "total"]
    assert toggl("report", "--fields", "nane").code == 2
    assert toggl("report", "--search", "no such task").stderr == "no tasks\n"


def test_a_report_that_is_piped_has_no_bars(toggl: CommandLine) -> None:
    lines = toggl("report").lines
    assert lines[0].split() == list(COLUMNS)
    assert not set("".join(lines)) & set("█▓▒░\x1b")


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_bars_fit_the_terminal(toggl: CommandLine, columns: int) -> None:
    toggl("add", "One", "--project", "Website", "--estimate", "2h")
    name = "項目 🚀 " * 12
    next(iter(toggl.sandbox.state.projects.values())).name = name
    code, text = toggl.in_terminal("report", columns=columns, NO_COLOR="1")
    plain = re.sub(r"\x1b\[[0-9;]*m", "", text)
    assert code == 0
    assert max(map(cell_len, plain.splitlines())) <= columns
    assert "█" in plain
    assert ("estimate" in plain.splitlines()[0]) == (columns >= 80)
    assert "…" in plain
    assert "over the estimate" in plain


def test_bars_are_ascii_where_the_terminal_is(toggl: CommandLine) -> None:
    code, text = toggl.in_terminal("report", PYTHONIOENCODING="ascii", NO_COLOR="1")
    assert code == 0
    assert text.isascii()
    assert re.search(r"#+!+\++\.*", text)


def scripts_and_styles(html: str) -> dict[str, list[str]]:
    return {tag: re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL) for tag in ("script", "style")}


def test_page_loads_nothing_and_escapes_names(toggl: CommandLine, tmp_path: Path) -> None:
    toggl("add", SCRIPT, "--project", "Website", "--estimate", "2h")
    toggl("add", "bell\x07 \x1b[31m", "--project", "Website")
    next(iter(toggl.sandbox.state.projects.values())).name = SCRIPT
    file = tmp_path / "report.html"
    outcome = toggl("report", "--html", file, "--assignee", SCRIPT)
    assert outcome.code == 4
    assert not file.exists()
    outcome = toggl("report", "--html", file)
    assert (outcome.code, outcome.stderr) == (0, f"wrote {file}\n")
    html = file.read_text()
    code = scripts_and_styles(html)
    assert (len(code["script"]), len(code["style"])) == (1, 1)
    assert html.count("&lt;script&gt;") >= 3
    assert not re.search(r"<img|<link|<iframe|javascript:|[\x00-\x09\x0b-\x1f\x7f]", html)
    assert set(re.findall(r"<[^>]*\b(?:src|href|action)=|url\(\S*|@import", html)) == {"url(#stripes);"}
    assert set(re.findall(r"https?://[^\"\s]*", html)) == {"http://www.w3.org/2000/svg"}
    for tag, (text,) in code.items():
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in html
    assert "default-src 'none'" in html


def test_page_to_stdout(toggl: CommandLine) -> None:
    outcome = toggl.process("report", "--html", "-", "--api", "focus", "--by", "tag")
    assert (outcome.code, outcome.stderr) == (0, "")
    assert outcome.stdout.startswith("<!doctype html>")
    assert outcome.stdout.endswith("</html>\n")


def test_dry_run_writes_no_file(toggl: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    outcome = toggl("report", "--html", file, "--dry-run")
    assert f"would write {file}" in outcome.stderr
    assert not file.exists()


def test_a_file_that_cannot_be_written_is_an_error(toggl: CommandLine, tmp_path: Path) -> None:
    outcome = toggl("report", "--html", tmp_path)
    assert (outcome.code, outcome.stderr) == (1, f"toggl-tasks: cannot write {tmp_path}: Is a directory\n")


def test_chart_as_svg_and_png(toggl: CommandLine, tmp_path: Path) -> None:
    next(iter(toggl.sandbox.state.projects.values())).name = SCRIPT
    svg, png = tmp_path / "chart.svg", tmp_path / "chart.PNG"
    assert toggl("report", "--chart", svg).code == 0
    assert toggl("report", "--chart", png).code == 0
    texts = [text.text for text in ElementTree.parse(svg).iter(f"{SVG}text")]
    assert SCRIPT in texts
    assert "Estimated and tracked time by project" in texts
    assert png.read_bytes().startswith(b"\x89PNG")


def test_chart_needs_a_known_format_and_the_extra(
    toggl: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outcome = toggl("report", "--chart", tmp_path / "chart.gif")
    assert outcome.code == 2
    assert "must end in .svg or .png" in outcome.stderr
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    outcome = toggl("report", "--chart", tmp_path / "chart.png")
    assert (outcome.code, outcome.stdout) == (1, "")
    assert "pip install 'toggl-tasks[png]'" in outcome.stderr
    assert toggl.requests() == []


def test_small_groups_share_the_last_bar() -> None:
    summary = summary_of(*(task(number, 1, project=f"Project {number}") for number in range(1, 41)))
    svg = ElementTree.fromstring(chart_file(summary.groups, "Chart"))
    names = [text.text for text in svg.iter(f"{SVG}text") if text.text and re.match("Project|\\(", text.text)]
    assert len(names) == SHOWN
    assert (names[0], names[-1]) == ("Project 40", "(11 more)")
    lengths = [
        float(one.get("width", "0").rstrip("%")) for one in svg.iter(f"{SVG}rect") if one.get("class") == "within"
    ]
    assert lengths[-1] == pytest.approx(11 * lengths[1], rel=0.001)  # the first is in the legend


@pytest.mark.parametrize(
    "tasks", [[], [task(None, None)], [task(None, 0)], [task(0, 0)], [task(3, None)]], ids=lambda tasks: f"{len(tasks)}"
)
def test_charts_and_pages_without_known_times(tasks: list[Row]) -> None:
    summary = summary_of(*tasks)
    assert b"NaN" not in chart_file(summary.groups, "Chart")
    assert b">Total</th>" in page(summary, tasks, title="Report", about=[], by_title="By project")


def test_many_tasks() -> None:
    tasks = [task(number % 7, number % 11, project=f"Project {number % 20}") for number in range(10_000)]
    summary = summary_of(*tasks)
    assert (summary.total.tasks, len(summary.groups)) == (10_000, 20)
    html = page(summary, tasks[:1000], title="Report", about=["Toggl Track"], by_title="By project").decode()
    assert html.count('<th scope="row"') == 1000 + 20 + 1
    assert len(html) < 800 * 1000
