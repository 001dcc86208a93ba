"""References in arguments: ids, URLs, names and parts of names; and the cache of names."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.command_line import CommandLine
from toggl_tasks.cli.errors import CommandError
from toggl_tasks.cli.references import pick, to_id


@pytest.mark.parametrize(
    ("text", "kind", "id_"),
    [
        ("12", "task", 12),
        ("https://track.toggl.com/6000001/projects/34/team", "project", 34),
        ("https://track.toggl.com/6000001/projects/34/team", "workspace", 6000001),
        ("https://focus.toggl.com/workspace/5/tasks/67?view=list", "task", 67),
        ("https://focus.toggl.com/board?task=67", "task", 67),
        ("https://focus.toggl.com/board?taskId=67", "task", 67),
        ("Website", "project", None),
        ("12 monkeys", "task", None),
        ("٣", "task", None),
    ],
)
def test_id_of_a_text(text: str, kind: str, id_: int | None) -> None:
    assert to_id(text, kind) == id_


@pytest.mark.parametrize("text", ["https://track.toggl.com/1/projects/34/team", "https://focus.toggl.com/board"])
def test_address_of_something_else_is_no_task(toggl: CommandLine, text: str) -> None:
    with pytest.raises(CommandError, match="there is no id of a task in"):
        to_id(text, "task")
    assert toggl("delete", text).code == 4
    assert toggl.changes() == []


def test_exact_names_win_over_parts_and_active_projects_over_archived() -> None:
    items = [
        {"id": 1, "name": "Web"},
        {"id": 2, "name": "web"},
        {"id": 3, "name": "Website"},
        {"id": 4, "name": "Old website", "active": False},
        {"id": 5, "name": "Old shop", "active": False},
    ]
    for text, id_ in (("Web", 1), ("web", 2), ("SITE", 3), ("shop", 5), ("old website", 4)):
        assert pick("project", text, items)["id"] == id_, text
    with pytest.raises(CommandError) as caught:
        pick("project", "WEB", items)
    assert caught.value.message == "'WEB' matches 2 projects, enter the id of one: 1 Web; 2 web"


def test_ambiguous_name_lists_the_candidates(toggl: CommandLine, api: str) -> None:
    outcome = toggl("show", "chart", "--api", api, "--format", "json")
    candidates = outcome.error["candidates"]
    assert outcome.code == 4
    assert len(candidates) > 10
    assert all("chart" in candidate["name"] for candidate in candidates)
    assert f"'chart' matches {len(candidates)} tasks, enter the id of one: " in outcome.error["message"]
    assert outcome.error["message"].endswith(f"; and {len(candidates) - 10} more")
    assert toggl("done", "chart", "--api", api).code == 4
    assert toggl.changes() == []


def test_name_means_a_task_of_the_given_project(toggl: CommandLine, api: str) -> None:
    for project in ("Website", "Support"):
        toggl("add", "Same", "--project", project, "--api", api)
    assert toggl("show", "Same", "--api", api).code == 4
    shown = toggl("show", "Same", "--in", "Support", "--fields", "project", "--format", "json", "--api", api)
    assert shown.json == {"project": "Support"}


def test_number_that_no_task_has_is_the_whole_name_of_a_task(toggl: CommandLine, api: str) -> None:
    _, other = toggl("add", "42", "Fix 43", "--project", "Website", "--quiet", "--api", api).lines
    assert toggl("show", "42", "--fields", "name", "--format", "json", "--api", api).json == {"name": "42"}
    assert toggl("done", "43", "--api", api).code == 4
    assert toggl("done", "42", other, "--quiet", "--api", api).lines[1:] == [other]


def test_short_number_is_the_name_of_a_project(toggl: CommandLine) -> None:
    path = f"workspace_id={toggl.sandbox.workspace_id}"
    toggl("api", "track.createProject", path, "name=2024", "active=true")
    assert toggl("add", "Tax", "--project", "2024").code == 0
    assert [row["name"] for row in toggl("list", "2024", "--format", "json").json] == ["Tax"]


def test_unknown_project_is_an_error_where_an_empty_one_is_none(toggl: CommandLine, api: str) -> None:
    empty = toggl("list", toggl.sandbox.seeded.recurring_project_id, "--search", "no such task", "--api", api)
    assert (empty.code, empty.stderr) == (0, "no tasks\n")
    for command in (["list"], ["export", "-"], ["report"]):
        unknown = toggl(*command, "999999", "--api", api)
        assert (unknown.code, unknown.stdout) == (4, ""), command
        assert "projects/999999" in unknown.stderr


def test_done_and_reopen_name_tasks_that_can_be_changed(toggl: CommandLine, api: str) -> None:
    toggl("add", "Mine", "--project", "Website", "--api", api)
    assert toggl("reopen", "Mine", "--api", api).stderr == "toggl-tasks: no done task is named 'Mine'\n"
    assert toggl("done", "Mine", "--api", api).code == 0
    assert toggl("done", "Mine", "--api", api).stderr == "toggl-tasks: no open task is named 'Mine'\n"


def cache_files(toggl: CommandLine) -> list[Path]:
    return list((toggl.home / "cache").rglob("names-*.json"))


def test_names_are_cached_for_a_day_without_tokens(toggl: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    arguments = ("list", "Website", "--assignee", "other", "--limit", 1)
    first = toggl(*arguments)
    assert len(toggl.requests()) == 5
    assert toggl(*arguments) == first
    assert len(toggl.requests()) == 1
    (file,) = cache_files(toggl)
    assert toggl.sandbox.token not in file.read_text()
    assert file.stat().st_mode & 0o777 == 0o600
    monkeypatch.setattr("toggl_tasks.cli.names_cache.TTL", 0)
    assert toggl(*arguments) == first
    assert len(toggl.requests()) == 5


def test_other_token_has_another_cache(toggl: CommandLine) -> None:
    toggl("list", "--limit", 1)
    toggl.requests()
    toggl("list", "--limit", 1, TOGGL_API_TOKEN=toggl.sandbox.seeded.other_user.track_token)
    assert len(toggl.requests()) > 1
    assert len(cache_files(toggl)) == 2


def test_new_project_is_found_although_the_cache_lacks_it(toggl: CommandLine) -> None:
    toggl("list", "Website", "--limit", 1)
    with toggl.sandbox.track() as track:
        track.projects.create(toggl.sandbox.workspace_id, name="Brand new")
    toggl.requests()
    assert toggl("list", "Brand new").code == 0
    assert len(toggl.requests()) == 3  # the projects, the tasks, and the project that has none
    assert toggl("list", "No such").code == 4
    assert toggl("list", "Brand new").code == 0


def test_deleted_project_is_an_error_and_leaves_the_cache(toggl: CommandLine) -> None:
    toggl("list", "Mobile app", "--limit", 1)
    with toggl.sandbox.track() as track:
        project = track.projects.find(toggl.sandbox.workspace_id, name="Mobile app")
        track.projects.delete(toggl.sandbox.workspace_id, project.id)
    first = toggl("add", "Mine", "--project", "Mobile app")
    assert first.code == 1
    assert "Invalid project_id" in first.stderr
    again = toggl("add", "Mine", "--project", "Mobile app")
    assert again.code == 4
    assert "no project is named 'Mobile app'" in again.stderr


def test_other_errors_leave_the_cache_alone(toggl: CommandLine) -> None:
    for code in (0, 1):
        assert toggl("add", "Mine", "--project", "Website").code == code
    toggl.requests()
    toggl("list", "Website", "--limit", 1)
    assert len(toggl.requests()) == 1


@pytest.mark.parametrize("problem", ["garbage", "folder is a file", "no permission"])
def test_unusable_cache_is_ignored(toggl: CommandLine, problem: str) -> None:
    expected = toggl("list", "Website", "--limit", 1)
    (file,) = cache_files(toggl)
    if problem == "garbage":
        file.write_text("{")
        folder = str(toggl.home / "cache")
    elif problem == "folder is a file":
        (toggl.home / "file").touch()
        folder = str(toggl.home / "file")
    else:
        folder = "/proc"
    assert toggl("list", "Website", "--limit", 1, XDG_CACHE_HOME=folder) == expected
