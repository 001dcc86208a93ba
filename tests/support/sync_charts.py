"""Make the charts of docs/guides/sync-charts.md from its queries: `python -m tests.support.sync_charts`."""

from __future__ import annotations

import datetime
import itertools
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch
from xml.etree import ElementTree

import duckdb

os.environ["RUNTIME__DLTHUB_TELEMETRY"] = "false"
os.environ.setdefault("RUNTIME__LOG_LEVEL", "ERROR")

from toggl_sandbox import Clock, Sandbox
from toggl_sandbox.clock import FROZEN_AT
from toggl_tasks.cli.report.chart import Element, _stripes, code, element, style_sheet
from toggl_tasks.sync import sync_workspace

DOCS = Path(__file__).parents[2] / "docs/guides"
QUERIES = re.findall(r"^```sql\n(.*?)^```", (DOCS / "sync-charts.md").read_text(), re.M | re.S)
DAYS = 10
WIDTH, MARGIN, ROW, TOP = 800, 24, 40, 56
"""Pixels."""
Bar = tuple[str, str, dict[str, float]]
"""The name of a row, what is written at its end, and its parts from left to right: a class of the style, and hours."""


def sync_ten_days(to: str, folder: Path, dataset: str | None = None) -> None:
    """Sync a workspace each morning; in between, some of its tasks are done."""
    with Sandbox(clock=Clock(FROZEN_AT)) as sandbox, sandbox.track() as track:
        workspace = sandbox.workspace_id
        projects = [one.id for one in track.projects.list(workspace, active=True)]
        for day in range(DAYS):
            now = (FROZEN_AT + datetime.timedelta(days=day)).timestamp()
            clock = itertools.count(now).__next__  # the history has the times of this machine
            with patch("dlt.common.storages.load_package.increasing_precise_time", clock):
                sync_workspace(track, workspace, to, dataset=dataset, history=True, pipelines_dir=folder)
            tasks = [one for one in track.tasks.list(workspace) if one.project_id in projects]
            for task in sorted(tasks, key=lambda task: task.id)[: 5 + day % 4]:
                track.tasks.done(task)
            sandbox.clock.advance(86_400)


def by_project(project: str, open_tasks: int, estimated: float, tracked: float) -> Bar:
    caption = f"{tracked:.0f} h of {estimated:.0f} h, {open_tasks} open tasks"
    return project, caption, used(estimated, tracked)


def by_task(name: str, project: int, estimated: float, tracked: float, overrun: float) -> Bar:
    return name, f"{tracked:.1f} h of {estimated:.1f} h", used(estimated, tracked)


def used(estimated: float, tracked: float) -> dict[str, float]:
    over, remaining = max(tracked - estimated, 0), max(estimated - tracked, 0)
    return {"within": min(estimated, tracked), "over": over, "remaining": remaining}


def by_name(name: object, open_tasks: int, remaining: float) -> Bar:
    return str(name), f"{remaining:.0f} h, {open_tasks} open tasks", {"remaining": float(remaining)}


CHARTS: dict[str, tuple[str, Callable[..., Bar]]] = {
    "sync-estimate-by-project": ("Tracked time within and over the estimates, by project", by_project),
    "sync-overrun-tasks": ("Tasks over their estimate", by_task),
    "sync-burn-down": ("Remaining work by day", by_name),
    "sync-open-work": ("Remaining work by assignee", by_name),
}


def draw(title: str, bars: list[Bar]) -> str:
    """An SVG file with a bar for each row, in the style of `toggl-tasks report --chart`."""
    size = {"width": WIDTH, "height": TOP + ROW * len(bars) + MARGIN // 2}
    longest = max(sum(parts.values()) for _, _, parts in bars)
    body = [
        element("title", title),
        element("desc", "; ".join(f"{name}: {caption}" for name, caption, _ in bars)),
        code("style", style_sheet()),
        _stripes(),
        element("rect", **size, class_="paper"),
        element("text", title, x=MARGIN, y=34, class_="heading"),
    ]
    for at, (name, caption, parts) in enumerate(bars):
        body += row(TOP + ROW * at, name, caption, parts, longest)
    view = f"0 0 {WIDTH} {size['height']}"
    svg = element(
        "svg", *body, xmlns="http://www.w3.org/2000/svg", viewBox=view, role="img", class_="file chart", **size
    )
    return ElementTree.tostring(svg, encoding="unicode") + "\n"


def row(top: int, name: str, caption: str, parts: dict[str, float], longest: float) -> Iterator[Element]:
    yield element("text", name, x=MARGIN, y=top + 13)
    yield element("text", caption, x=WIDTH - MARGIN, y=top + 13, class_="value")
    width = WIDTH - 2 * MARGIN
    yield element("rect", x=MARGIN, y=top + 19, width=width, height=12, rx=3, class_="ground")
    left = float(MARGIN)
    for part, hours in parts.items():
        if hours:
            length = width * float(hours) / float(longest)  # decimals in Postgres
            yield element("rect", x=f"{left:.1f}", y=top + 19, width=f"{length:.1f}", height=12, class_=part)
            left += length


def charts(run: Callable[[str], list[Any]]) -> dict[str, str]:
    """The text of each file, from the queries of the page, which `run` executes."""
    return {
        name: draw(title, [to_bar(*found) for found in run(query)])
        for (name, (title, to_bar)), query in zip(CHARTS.items(), QUERIES, strict=False)
    }


def main() -> None:
    with TemporaryDirectory() as folder:
        sync_ten_days(f"duckdb:{folder}/charts.duckdb", Path(folder))
        with duckdb.connect(f"{folder}/charts.duckdb") as connection:
            for name, text in charts(lambda query: connection.sql(query).fetchall()).items():
                (DOCS / f"{name}.svg").write_text(text)


if __name__ == "__main__":
    main()
