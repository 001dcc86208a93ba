"""The generated pages of docs/reference/ are complete, and those of the current code."""

from __future__ import annotations

import re

import pytest

import toggl_tasks
from docs_site.navigation import configuration, pages
from docs_site.reference import FOLDER, PAGES, text
from docs_site.reference.environment import VARIABLES
from docs_site.reference.signatures import arguments, default_text, type_text
from generator import ROOT
from toggl_tasks import errors

READ_ELSEWHERE = {"BASH_COMPLETION_USER_DIR", "COMP_CWORD", "COMP_WORDS", "COMSPEC", "PATH", "XDG_CONFIG_HOME"}
READ_ELSEWHERE |= {"XDG_DATA_HOME", "ZDOTDIR", "no_proxy"}
"""Variables of the system that have their usual meaning."""


@pytest.mark.parametrize("name", PAGES)
def test_pages_are_current(name: str) -> None:
    assert (FOLDER / name).read_text() == text(name), "run `make reference`"


def read_variables() -> set[str]:
    """The names of environment variables in the code that users run."""
    sources = [
        path for folder in ("toggl_tasks", "toggl_sandbox", "recorder") for path in (ROOT / folder).rglob("*.py")
    ]
    code = "\n".join(path.read_text() for path in sources)
    named = re.findall(r"(?<![\w])(_?TOGGL_[A-Z_]+[A-Z])(?!\w)", code)
    looked_up = re.findall(r'environ(?:\.get\(|\[)"(\w+)"', code)
    return {*named, *looked_up}


def test_every_environment_variable_that_is_read_is_in_the_table() -> None:
    read = read_variables()
    assert {"TOGGL_API_TOKEN", "TOGGL_PROFILE", "NO_COLOR"} <= read
    assert read - READ_ELSEWHERE <= VARIABLES.keys()
    assert {name for name in VARIABLES if "TOGGL" in name} <= read


def test_every_error_has_a_section() -> None:
    page = text("errors.md")
    classes = {
        name
        for name in dir(errors)
        if isinstance(kind := getattr(errors, name), type) and issubclass(kind, errors.TogglError)
    }
    assert {f"## {name}" for name in classes} <= set(page.splitlines())


def test_every_method_of_the_specification_has_a_section_with_its_filters() -> None:
    track, focus = text("track-operations.md"), text("focus-operations.md")
    for api, page in (("track", track), ("focus", focus)):
        methods = re.findall(r"^ +x-method: (\w+)$", (ROOT / f"spec/{api}.yaml").read_text(), re.MULTILINE)
        assert sorted(re.findall(rf"^### {api}\.\w+\.(\w+)$", page, re.MULTILINE)) == sorted(methods)
    section = track.partition("### track.tasks.list\n")[2].partition("\n### ")[0]
    assert "| `pid` | Only tasks of this project.<br>`int \\| Project` |  |" in section
    assert re.search(r"^\| `project_id` \| .+<br>`int \\\| Project` \|  \|$", section, re.MULTILINE)
    assert "`timeout`" not in section


def test_every_command_has_a_section_with_its_options() -> None:
    page = text("command-line.md")
    assert "## toggl-tasks list\n" in page
    assert "### toggl-tasks auth login\n" in page
    assert "| `--overrun` | Only tasks with more tracked time than estimated. |" in page
    assert re.findall(r"^\| (\d) \| ", page, re.MULTILINE) == list("0123456")


def test_every_route_and_field_of_the_control_plane_is_listed() -> None:
    page = text("sandbox-control.md")
    document = (ROOT / "toggl_sandbox/control/control.yaml").read_text()
    operations = re.findall(r"^ +operationId: (\w+)$", document, re.MULTILINE)
    assert len(re.findall(r"^\| `[A-Z]+ /", page, re.MULTILINE)) == len(operations)
    assert "| `probability` | number | `1` |" in page


def test_arguments_show_types_and_defaults_as_users_write_them() -> None:
    rows = {name: (type_, default) for name, type_, default, _ in arguments(toggl_tasks.Track.with_options)}
    assert rows["`timeout`"] == ("`float | None`", "")
    assert type_text("models.Task | UnsetType | None") == "Task | None"
    assert default_text(30.0) == "`30.0`"


def test_every_public_name_is_on_a_page_of_the_python_api() -> None:
    stub = (ROOT / "toggl_tasks/__init__.pyi").read_text()
    public = set(re.findall(r"^from (?!\.errors)\S+ import (\w+) as \1$", stub, re.MULTILINE))
    listed = {
        name
        for path, _ in pages(configuration()["nav"])
        if path.startswith("reference/python/")
        for name in re.findall(r"^::: toggl_tasks\.(\w+)$", (ROOT / "docs" / path).read_text(), re.MULTILINE)
    }
    assert listed == public
