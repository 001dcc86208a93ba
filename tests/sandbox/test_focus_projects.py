"""Focus's projects: which are listed, in which order, and what is in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import httpx
import msgspec
import pytest

from toggl_sandbox import Sandbox
from toggl_server.focus import models

OURS = ["Website", "Mobile app", "Support", "Research"]
SECRET, OLD = "Secret plan", "Old website"


@pytest.fixture
def projects(sandbox: Sandbox) -> str:
    """The path of the projects of the workspace."""
    return f"/organizations/{sandbox.organization_id}/workspaces/{sandbox.workspace_id}/projects"


def names(focus: httpx.Client, projects: str, query: str = "") -> list[str]:
    reply = focus.get(f"{projects}?{query}")
    assert reply.status_code == 200, reply.text
    body = reply.json()
    for project in body["data"]:
        msgspec.convert(project, models.Project)
    return [project["name"] for project in body["data"]]


@pytest.mark.behaviour("focus.projects.list")
def test_projects_are_listed_page_by_page(focus: httpx.Client, projects: str) -> None:
    first = focus.get(projects).json()
    assert (first["page"], first["per_page"], first["total"], len(first["data"])) == (1, 20, 4, 4)
    assert names(focus, projects) == OURS
    assert names(focus, projects, "per_page=3&page=2") == OURS[3:]
    assert focus.get(f"{projects}?per_page=3&page=2").json()["total"] == 4
    assert focus.get(f"{projects}?per_page=101").status_code == 400


@pytest.mark.behaviour("focus.projects.hidden")
def test_hidden_projects_are_only_listed_on_request(sandbox: Sandbox, focus: httpx.Client, projects: str) -> None:
    assert names(focus, projects, "archived=true") == [OLD]
    assert names(focus, projects, "include_locked_private=true") == [*OURS, SECRET]
    project = sandbox.state.projects[sandbox.project_id]
    project.focus = replace(project.focus, draft=True)
    assert names(focus, projects) == OURS[1:]
    assert names(focus, projects, "include_drafts=true") == OURS


FILTERS = {
    "pinned=true": ["Website"],
    "pinned=false": OURS[1:],
    "archived=false": OURS,
    "completed=true": [],
    "completed=true&archived=true": [OLD],
    "completed=false": OURS,
    "private=true": ["Mobile app"],
    "private=false": ["Website", "Support", "Research"],
    "name=SITE": ["Website"],
    "client_id=60000002": ["Mobile app"],
    "client_id=": ["Support", "Research"],
    "client_id=&client_id=60000001": ["Website", "Support", "Research"],
    "creator_id=4000002": ["Research"],
    "tag_id=90001": ["Website"],
    "tag_id=": OURS[1:],
    "assignee_user_id=4000001": OURS[:3],
    "assignee_user_id=": [],
    "project_id=200000003&project_id=200000001": ["Website", "Support"],
    "user_id=4000001": OURS[:3],
    "only_me=true": OURS[:3],
    "only_me=false": OURS,
    "start_date=2025-02-10T00:00:00Z": ["Website"],
    "start_date=2025-02-11T00:00:00Z": [],
    "end_date=2025-02-14T00:00:00Z": ["Website"],
    "end_date=2025-02-13T23:00:00Z": [],
    "date_overlap_start=2025-02-14T00:00:00Z": ["Website"],
    "date_overlap_start=2025-02-15T00:00:00Z": [],
    "date_overlap_end=2025-02-10T00:00:00Z": ["Website"],
    "date_overlap_end=2025-02-09T23:00:00Z": [],
    "include_idle_recurring_templates=true&cf_filter=x": OURS,
}


@pytest.mark.behaviour("focus.projects.filters")
@pytest.mark.parametrize("query", FILTERS)
def test_each_filter_selects_projects(sandbox: Sandbox, focus: httpx.Client, projects: str, query: str) -> None:
    project = sandbox.state.projects[sandbox.project_id]
    project.focus = replace(project.focus, start_date=date(2025, 2, 10), end_date=date(2025, 2, 14))
    assert names(focus, projects, query) == FILTERS[query]


@pytest.mark.behaviour("focus.projects.filters")
def test_every_filter_is_tested() -> None:
    tested = {part.partition("=")[0] for query in FILTERS for part in query.split("&")}
    others = {"page", "per_page", "order_by", "include_rates", "include_rollover"}
    others |= {"include_drafts", "include_locked_private"}
    assert tested == set(models.ListProjectsQuery.__struct_fields__) - others


@pytest.mark.behaviour("focus.projects.order")
@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("name", ["Mobile app", "Research", "Support", "Website"]),
        ("-name", ["Website", "Support", "Research", "Mobile app"]),
        ("client_name", OURS),
        ("-client_id", ["Mobile app", "Website", "Support", "Research"]),
        ("-private", ["Mobile app", "Website", "Support", "Research"]),
        ("billable", ["Mobile app", "Support", "Research", "Website"]),
        ("-created_at", ["Support", "Website", "Mobile app", "Research"]),
        ("-updated_at", ["Research", "Website", "Mobile app", "Support"]),
        ("-toggl_user_id", ["Research", "Website", "Mobile app", "Support"]),
        ("created_by_user", OURS),
        ("-pinned", OURS),
        ("active", OURS),
        ("parent_project_id", OURS),
        ("relevance&name=p", ["Support", "Mobile app"]),
    ],
)
def test_projects_are_sorted(
    sandbox: Sandbox, focus: httpx.Client, projects: str, order: str, expected: list[str]
) -> None:
    by_name = {project.name: project for project in sandbox.state.projects.values()}
    by_name["Support"].created_at = by_name["Research"].at = datetime(2025, 3, 1, tzinfo=UTC)
    assert names(focus, projects, f"order_by={order}") == expected


@pytest.mark.behaviour("focus.projects.get")
def test_get_returns_one_project_with_totals(sandbox: Sandbox, focus: httpx.Client, projects: str) -> None:
    tasks = [
        task
        for task in sandbox.state.focus_tasks.of_workspace(sandbox.workspace_id)
        if task.project_id == sandbox.project_id
    ]
    project = focus.get(f"{projects}/{sandbox.project_id}").json()
    totals = {name: project.pop(name) for name in ("total_tasks", "total_tracked_secs", "task_estimated_mins")}
    assert totals == {
        "total_tasks": len(tasks),
        "total_tracked_secs": sum(entry.seconds for task in tasks for entry in task.time_entries),
        "task_estimated_mins": sum(task.estimated_mins or 0 for task in tasks),
    }
    assert focus.get(f"{projects}?name=Website").json()["data"] == [project]
    assert project.items() >= {"active": True, "client": {"id": 60000001, "name": "Client North"}}.items()
    assert [tag["name"] for tag in project["tags"]] == ["quick"]
    found = focus.get(f"{projects}?name=Website&include_rates=true&include_rollover=true").json()["data"][0]
    assert (found["rate"]["hourly_rate"], found["rollover_mins"]) == (80.0, 0)


@pytest.mark.behaviour("focus.projects.access", "focus.ids.plan")
def test_access_to_projects(sandbox: Sandbox, focus: httpx.Client, projects: str) -> None:
    seeded = sandbox.seeded
    assert focus.get(f"{projects}/{seeded.private_project_id}").status_code == 403
    for unknown in (987654, seeded.other_project_id):
        reply = focus.get(f"{projects}/{unknown}")
        assert (reply.status_code, reply.json()["error"]) == (404, "not_found")
    planless = f"/organizations/{seeded.planless_organization_id}/workspaces/{seeded.planless_workspace_id}/projects"
    assert names(focus, planless) == ["Before the downgrade"]
    elsewhere = f"/organizations/{seeded.other_organization_id}/workspaces/{seeded.other_workspace_id}/projects"
    assert focus.get(elsewhere).status_code == 403
