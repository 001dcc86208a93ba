"""The page of `report --html` in a browser. Pictures of it are stored as build artifacts."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, FloatRect, Page

from tests.support.chromium import ARTIFACTS, CONTRASTS, PATIENCE
from tests.support.command_line import CommandLine
from toggl_sandbox import RunningServer, Sandbox

SCRIPT = "<img src=x onerror=alert(1)><script>alert(2)</script>"
LONG = "Donaudampfschifffahrtsgesellschaft " * 3


@pytest.fixture(scope="module")
def report_file(served_sandbox: tuple[Sandbox, RunningServer], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report with names that are long, from right to left, and markup."""
    folder = tmp_path_factory.mktemp("report")
    toggl = CommandLine(*served_sandbox, folder)
    for name in (SCRIPT, LONG, "משימה חדשה 🚀"):
        assert toggl("add", name, "--project", "Website", "--estimate", "2h").code == 0
    projects = iter(toggl.sandbox.state.projects.values())
    next(projects).name = LONG
    next(projects).name = SCRIPT
    file = folder / "report.html"
    assert toggl("report", "--html", file).code == 0
    return file


def open_page(chromium: Browser, file: Path, *, width: int = 1280, scheme: str = "light", script: bool = True) -> Page:
    """The page; a request, a dialog or a message on the console fails the test."""
    context = chromium.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        java_script_enabled=script,
    )
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text))
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("dialog", lambda dialog: problems.append(dialog.message))
    page.on("request", lambda request: problems.append(request.url))
    page.goto(file.as_uri())
    assert problems == [file.as_uri()]
    return page


@pytest.mark.parametrize("width", [1280, 360])
def test_page_fits_and_has_contrast(chromium: Browser, report_file: Path, width: int) -> None:
    page = open_page(chromium, report_file, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    widths = "[...document.querySelectorAll('.chart .value')].map(text => text.getBoundingClientRect().width)"
    chart = page.get_by_role("img", name="Estimated and tracked time").bounding_box()
    assert chart is not None
    assert max(page.evaluate(widths)) < 0.48 * chart["width"]  # names have the rest
    assert page.get_by_role("rowheader", name=SCRIPT).first.is_visible()
    schemes: list[Literal["dark", "light"]] = ["light", "dark"]
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme)
        clip: FloatRect = {"x": 0, "y": 0, "width": width, "height": 1800}
        page.screenshot(path=ARTIFACTS / f"report-{width}-{scheme}.png", full_page=True, clip=clip)
        contrasts = page.evaluate(CONTRASTS)
        assert len(contrasts) > 1000
        assert [text for contrast, text in contrasts if contrast < 4.5] == []
        background = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert (background == "rgb(246, 247, 249)") == (scheme == "light")
    page.context.close()


def test_page_prints_in_light_colors(chromium: Browser, report_file: Path) -> None:
    page = open_page(chromium, report_file, width=720, scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert [text for contrast, text in page.evaluate(CONTRASTS) if contrast < 4.5] == []
    assert page.evaluate("document.documentElement.scrollWidth") == 720
    buttons = "new Set([...document.querySelectorAll('button')].map(one => getComputedStyle(one).display))"
    assert page.evaluate(f"[...{buttons}]") == ["contents"]  # so that Chromium repeats the head on each page
    page.screenshot(path=ARTIFACTS / "report-print.png")
    assert page.pdf(path=ARTIFACTS / "report.pdf", format="A4").startswith(b"%PDF")
    page.context.close()


def test_tables_are_sorted_by_mouse_and_keyboard(chromium: Browser, report_file: Path) -> None:
    page = open_page(chromium, report_file)
    table = page.get_by_role("table", name="Tasks", exact=True)
    tracked = table.get_by_role("columnheader", name="Tracked")
    cells = "table => [...table.tBodies[0].rows].map(row => row.cells[5].dataset.value)"
    tracked.get_by_role("button").click()
    assert tracked.get_attribute("aria-sort") == "descending"
    seconds = [float(value) for value in table.evaluate(cells)]
    assert seconds == sorted(seconds, reverse=True) != seconds[::-1]
    page.keyboard.press("Enter")
    assert tracked.get_attribute("aria-sort") == "ascending"
    assert [float(value) for value in table.evaluate(cells)] == sorted(seconds)
    estimate = table.get_by_role("columnheader", name="Estimate")
    estimate.get_by_role("button").press("Enter")
    estimate.get_by_role("button").press("Enter")
    assert tracked.get_attribute("aria-sort") is None
    last = "table => table.tBodies[0].rows[table.tBodies[0].rows.length - 1].cells[4].textContent"
    assert table.evaluate(last) == ""  # no estimate is the last in both directions
    name = table.get_by_role("columnheader", name="Task")
    name.get_by_role("button").press("Enter")
    assert name.get_attribute("aria-sort") == "ascending"
    names = table.get_by_role("rowheader").all_text_contents()
    assert names.index("Check budget 8") < names.index("Check budget 16")  # numbers in names are numbers
    assert page.get_by_role("table", name="By project").locator("tfoot").inner_text().startswith("Total")
    page.context.close()


def test_page_works_without_scripts(chromium: Browser, report_file: Path) -> None:
    page = open_page(chromium, report_file, script=False)
    assert page.get_by_role("button").count() == 0
    assert page.get_by_role("columnheader", name="Tracked").count() == 2
    assert page.get_by_role("img", name="Estimated and tracked time by project").is_visible()
    page.context.close()


def test_regions_can_be_reached_by_keyboard(chromium: Browser, report_file: Path) -> None:
    page = open_page(chromium, report_file, width=360)
    page.keyboard.press("Tab")
    focused = "[document.activeElement.getAttribute('role'), document.activeElement.getAttribute('aria-labelledby')]"
    assert page.evaluate(focused) == ["region", "groups-title"]
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Project"
    page.context.close()
