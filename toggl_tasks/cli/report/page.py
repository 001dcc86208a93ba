"""A report as one HTML file: it loads no other file, URL or font, and names cannot run scripts."""

from __future__ import annotations

import base64
import datetime
import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from ..output import plain, text_of
from ..values import plural
from .chart import NAMES, Element, chart, code, element, style_sheet
from .summary import PARTS, Row, Summary, Totals

ZERO = datetime.timedelta()
DURATIONS = ("estimate", "tracked", "percent", "remaining", "overrun")
NUMBERS = {*DURATIONS, "tasks", "open", "done"}
FOOTNOTES = (
    "Remaining: estimated time of open tasks that is not tracked yet; zero for a task over its estimate.",
    "Overrun: tracked time beyond the estimate of a task.",
    "%: tracked time of tasks with an estimate, in percent of their estimates.",
)


def page(summary: Summary, tasks: Sequence[Row], *, title: str, about: Sequence[str], by_title: str) -> bytes:
    """The document. `about` are the parts of the line below the title."""
    style, script = f"{style_sheet()}{_read('page.css')}", _read("page.js")
    policy = f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}"
    notes = [*FOOTNOTES]
    if summary.overlapping:
        notes.append(f"A task with several {summary.by}s is in the sums of each, and in the total once.")
    if unknown := summary.total.tracked_unknown:
        notes.append(f"The tracked time of {plural(unknown, 'task')} is unknown and not in the sums.")
    document = element(
        "html",
        element(
            "head",
            element("meta", charset="utf-8"),
            element("meta", http_equiv="Content-Security-Policy", content=policy),
            element("meta", name="viewport", content="width=device-width, initial-scale=1"),
            element("title", title),
            code("style", style),
        ),
        element(
            "body",
            element("header", element("h1", title), element("p", *_about(about))),
            element(
                "main",
                _figures(summary.total),
                _section("chart", by_title, _legend(), chart(summary.groups, by_title)),
                _section("groups", f"By {summary.by}", _group_table(summary)),
                _section("tasks", "Tasks", _task_table(tasks)),
            ),
            element("footer", *(element("p", note) for note in notes)),
            code("script", script),
        ),
        lang="en",
    )
    text = ElementTree.tostring(document, encoding="unicode", method="html")
    return f"<!doctype html>\n{text}\n".encode(errors="xmlcharrefreplace")


def _read(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _about(parts: Sequence[str]) -> Iterator[Element | str]:
    for at, part in enumerate(parts):
        if at:
            yield " · "
        yield element("span", part)


def _section(id_: str, title: str, *content: Element) -> Element:
    heading = element("h2", title, id=f"{id_}-title")
    return element("section", heading, *content, aria_labelledby=f"{id_}-title")


def _figures(total: Totals) -> Element:
    percent = None if total.percent is None else f"{total.percent} %"
    figures = (
        ("Tasks", total.tasks, f"{total.open} open, {total.done} done"),
        ("Estimated", total.estimate, f"{plural(total.without_estimate, 'task')} without"),
        ("Tracked", total.tracked, f"{text_of(total.unestimated)} without estimate"),
        ("Used", percent, "of the estimates"),
        ("Remaining", total.remaining, "of open tasks"),
        ("Overrun", total.overrun, f"{total.overrun_tasks} of {plural(total.tasks, 'task')}"),
    )
    return element(
        "dl",
        *(
            element("div", element("dt", name), element("dd", text_of(value) or "none", element("small", note)))
            for name, value, note in figures
        ),
        class_="figures",
    )


def _legend() -> Element:
    def mark(part: str) -> Element:
        return element(
            "svg", element("rect", width=12, height=12, class_=part), width=12, height=12, aria_hidden="true"
        )

    return element("ul", *(element("li", mark(part), NAMES[part]) for part in PARTS), class_="legend")


def _group_table(summary: Summary) -> Element:
    columns = ("name", "tasks", "open", "done", *DURATIONS)
    rows = [_line(one.row(summary.by), columns) for one in summary.groups]
    total = _line(summary.total.row(summary.by) | {"name": "Total"}, columns)
    heads = {"name": summary.by.capitalize()}
    return _table("groups", columns, heads, rows, element("tfoot", total))


def _task_table(tasks: Sequence[Row]) -> Element:
    columns = ("name", "project", "assignee", "state", *DURATIONS)
    rows = []
    for task in tasks:
        remaining = task["remaining"]
        shown = {
            **task,
            "state": "done" if task["done"] else "open",
            "remaining": None if remaining is None or task["done"] else max(remaining, ZERO),
            "overrun": None if remaining is None else max(-remaining, ZERO),
        }
        rows.append(_line(shown, columns))
        if task["done"]:
            rows[-1].set("class", "done")
    return _table("tasks", columns, {"name": "Task"}, rows)


def _table(
    id_: str, columns: Sequence[str], heads: dict[str, str], rows: Sequence[Element], *footer: Element
) -> Element:
    head = element(
        "tr",
        *(
            element("th", heads.get(name, _head(name)), scope="col", class_="number" if name in NUMBERS else "text")
            for name in columns
        ),
    )
    table = element("table", element("thead", head), element("tbody", *rows), *footer, aria_labelledby=f"{id_}-title")
    return element("div", table, class_="scroll", tabindex=0, role="region", aria_labelledby=f"{id_}-title")


def _head(name: str) -> str:
    return "%" if name == "percent" else name.capitalize()


def _line(row: Row, columns: Sequence[str]) -> Element:
    return element("tr", *(_cell(name, row.get(name)) for name in columns))


def _cell(name: str, value: Any) -> Element:
    text = text_of(value)
    if name == "name":
        return element("th", text, scope="row", dir="auto")
    if name not in NUMBERS:
        return element("td", text, class_="text", dir="auto")
    alarm = name == "overrun" and bool(value)
    known = {} if value is None else {"data_value": plain(value)}
    return element("td", text, class_="number alarm" if alarm else "number", **known)
