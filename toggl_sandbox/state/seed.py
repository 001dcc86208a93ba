"""The contents of a new sandbox: invented names, no personal data, the same for the same seed.

One workspace contains nearly everything. In addition, there are objects that the user may not access: a private
project, a workspace whose plan has no tasks, and a workspace of another user. Dates are in the half year before the
clock's time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any, Final, TypeVar

from .entities import (
    Client,
    FocusTask,
    Organization,
    Project,
    Status,
    Tag,
    TimeBlock,
    TimeEntry,
    TrackTask,
    User,
    Workspace,
)
from .state import State

T = TypeVar("T")
VERBS: Final = ("Check", "Design", "Discuss", "Draft", "Fix", "Measure", "Plan", "Review", "Test", "Write")
THINGS: Final = (
    "agenda",
    "backup",
    "budget",
    "chart",
    "form",
    "index",
    "invoice",
    "layout",
    "menu",
    "report",
    "search",
)
STATUSES: Final = (("Todo", "todo", "⚪"), ("In progress", "in_progress", "🔵"), ("Done", "done", "🟢"))
TRACK_TASKS: Final = 50
"""Number of Track tasks in each project of the workspace."""
FOCUS_TASKS: Final = 240
"""Number of Focus tasks in the workspace, including sub-tasks and deleted ones."""


@dataclass(frozen=True, slots=True)
class SeedIds:
    """The users that the seed created, and the ids of everything else that tests need."""

    user: User
    other_user: User
    """A member of the same workspace who owns what the user may not see."""
    organization_id: int
    workspace_id: int
    project_id: int
    recurring_project_id: int
    archived_project_id: int
    foreign_project_id: int
    """In the workspace and visible to the user, who is not a member of it."""
    private_project_id: int
    """In the workspace, but only visible to the other user."""
    planless_organization_id: int
    planless_workspace_id: int
    planless_project_id: int
    other_organization_id: int
    other_workspace_id: int
    other_project_id: int


def populate(state: State, seed: int) -> SeedIds:
    """Fill an empty state."""
    return _Seeder(state, Random(f"contents of {seed}")).populate()  # noqa: S311 - no secret


class _Seeder:
    """Creates entities from random numbers, always drawn in the same order."""

    def __init__(self, state: State, random: Random) -> None:
        self.state = state
        self.random = random.random  # the other methods of Random are slow: most of the time of a reset
        self.now = state.now()
        self.next_id = state.identifiers.next

    def populate(self) -> SeedIds:
        user = self.user("Sandbox User", "user@sandbox.example", "sandbox-password", "sandbox")
        other = self.user("Other User", "other@sandbox.example", "other-password", "other")
        home = self.workspace("Sandbox", {user.id, other.id})
        planless = self.workspace("Free plan", {user.id}, has_tasks=False)
        elsewhere = self.workspace("Elsewhere", {other.id})
        clients = [self.client(home, name) for name in ("Client North", "Client South")]
        both = {user.id, other.id}
        website = self.project(home, "Website", both, client_id=clients[0].id, billable=True, hourly_rate=80.0)
        mobile = self.project(home, "Mobile app", both, client_id=clients[1].id, private=True)
        support = self.project(home, "Support", both, recurring=True)
        archive = self.project(home, "Old website", both, client_id=clients[0].id, archived=True)
        research = self.project(home, "Research", {other.id})
        secret = self.project(home, "Secret plan", {other.id}, private=True)
        downgraded = self.project(planless, "Before the downgrade", {user.id})
        foreign = self.project(elsewhere, "Far away", {other.id})
        for project in (website, mobile, support, archive):
            project.focus.creator_id = user.id
        for project in (research, secret):
            project.focus.creator_id = other.id
        website.focus.pinned, website.focus.tag_ids = True, [next(iter(home.tags))]
        website.focus.start_date = self.now.date() - timedelta(days=190)
        website.focus.end_date = self.now.date() + timedelta(days=90)
        archive.focus.completed_at = archive.at
        for project in (website, mobile, support, archive, research, secret):
            self.track_tasks(project, [user.id, other.id, None], TRACK_TASKS)
        for project in (downgraded, foreign):
            self.track_tasks(project, [None], 5)
        self.focus_tasks(home, [website, mobile, support, research, secret], [user, other])
        return SeedIds(
            user=user,
            other_user=other,
            organization_id=home.organization_id,
            workspace_id=home.id,
            project_id=website.id,
            recurring_project_id=support.id,
            archived_project_id=archive.id,
            foreign_project_id=research.id,
            private_project_id=secret.id,
            planless_organization_id=planless.organization_id,
            planless_workspace_id=planless.id,
            planless_project_id=downgraded.id,
            other_organization_id=elsewhere.organization_id,
            other_workspace_id=elsewhere.id,
            other_project_id=foreign.id,
        )

    def user(self, name: str, email: str, password: str, word: str) -> User:
        # Tokens of words do not trigger secret scanners.
        user = User(self.next_id("user"), name, email, password, f"{word}-track-token", f"toggl_sk_{word}")
        self.state.users[user.id] = user
        return user

    def workspace(self, name: str, member_ids: set[int], *, has_tasks: bool = True) -> Workspace:
        organization = Organization(self.next_id("organization"), f"{name} organization", set(member_ids), has_tasks)
        self.state.organizations[organization.id] = organization
        workspace = Workspace(self.next_id("workspace"), organization.id, name, member_ids)
        self.state.workspaces[workspace.id] = workspace
        for status in (Status(self.next_id("status"), *of) for of in STATUSES):
            workspace.statuses[status.id] = status
        for tag_name, color in (("quick", "#2da608"), ("waiting", "#e36a00"), ("deep work", "#0b83d9")):
            tag = Tag(self.next_id("tag"), tag_name, color)
            workspace.tags[tag.id] = tag
        workspace.ghost_ids |= {self.next_id("ghost") for _ in range(2)}
        return workspace

    def client(self, workspace: Workspace, name: str) -> Client:
        client = Client(self.next_id("client"), name, self.now - timedelta(days=210))
        workspace.clients[client.id] = client
        return client

    def project(self, workspace: Workspace, name: str, member_ids: set[int], **fields: Any) -> Project:
        color = f"#{self.below(0x1000000):06x}"
        created_at = self.now - timedelta(days=200)
        project = Project(
            self.next_id("project"), workspace.id, name, color, member_ids, created_at, created_at, **fields
        )
        self.state.add_project(project)
        return project

    def below(self, limit: int) -> int:
        return int(self.random() * limit)

    def one_of(self, choices: Sequence[T]) -> T:
        return choices[self.below(len(choices))]

    def name(self, number: int) -> str:
        return f"{self.one_of(VERBS)} {self.one_of(THINGS)} {number}"

    def earlier(self, moment: datetime | None = None) -> datetime:
        """Return a time within the last 180 days, or between another time and now."""
        span = int((self.now - moment).total_seconds()) if moment else 180 * 86_400
        return self.now - timedelta(seconds=self.below(span + 1))

    def sometimes(self, share: float) -> bool:
        return self.random() < share

    def track_tasks(self, project: Project, user_ids: list[int | None], count: int) -> None:
        for number in range(1, count + 1):
            created_at = self.earlier()
            task = TrackTask(
                id=self.next_id("track task"),
                workspace_id=project.workspace_id,
                project_id=project.id,
                name=self.name(number),
                user_id=self.one_of(user_ids),
                created_at=created_at,
                at=self.earlier(created_at),
                active=not self.sometimes(0.25),
                estimated_seconds=(1 + self.below(40)) * 1800 if self.sometimes(0.6) else None,
                external_reference=f"REF-{number}" if self.sometimes(0.2) else None,
                tracked_milliseconds=self.below(144_000) * 1000,
                due_date=self.earlier().date() + timedelta(days=120) if self.sometimes(0.3) else None,
            )
            if self.sometimes(0.1):
                task.integration = {
                    "integration_ext_id": f"SB-{number}",
                    "integration_ext_type": "issue",
                    "integration_provider": {"name": "jira"},
                }
            self.state.track_tasks.add(task)
            if self.sometimes(0.08):
                self.state.track_tasks.delete(task, self.earlier(task.at))

    def focus_tasks(self, workspace: Workspace, projects: list[Project], users: list[User]) -> None:
        parents: list[FocusTask] = []
        teams = [self.next_id("team") for _ in range(2)]
        workspace.team_ids |= set(teams)
        series = [self.next_id("recurring task") for _ in range(2)]
        for number in range(1, FOCUS_TASKS + 1):
            created_at = self.earlier()
            start = created_at.date() + timedelta(days=self.below(30)) if self.sometimes(0.5) else None
            parent = self.one_of(parents) if parents and self.sometimes(0.2) else None
            is_recurring = start is not None and self.sometimes(0.15)
            is_event = self.sometimes(0.1)
            task = self.focus_task(number, workspace, users, created_at)
            task.parent_task_id = parent.id if parent else None
            self.schedule(task, start)
            if is_event:
                task.metadata = {"all_day": False, "external_id": str(number)}
            task.source = "google_calendar" if is_event else "focus"
            self.prioritize(task)
            task.project_id = self.one_of(projects).id if self.sometimes(0.7) else None
            if is_recurring:
                task.recurring_task_id, task.rrule = self.one_of(series), "FREQ=WEEKLY"
            task.tag_ids = [one for one in workspace.tags if self.sometimes(0.25)] or None
            task.team_ids = [one for one in teams if self.sometimes(0.2)]
            task.team_assignee_ids = task.team_ids[:1] or None
            task.time_blocks = [self.time_block(created_at) for _ in range(self.one_of((0, 0, 0, 1, 2)))]
            task.time_entries = [self.time_entry(created_at) for _ in range(self.one_of((0, 0, 1, 3)))]
            self.state.focus_tasks.add(task)
            if self.sometimes(0.04):
                self.state.focus_tasks.delete(task, self.earlier(task.updated_at))
            elif parent is None and task.toggl_user_id == users[0].id:
                parents.append(task)

    def focus_task(self, number: int, workspace: Workspace, users: list[User], created_at: datetime) -> FocusTask:
        return FocusTask(
            id=self.next_id("focus task"),
            workspace_id=workspace.id,
            name=self.name(number),
            toggl_user_id=users[1 if self.sometimes(0.25) else 0].id,
            status_id=self.one_of(list(workspace.statuses)),
            created_at=created_at,
            updated_at=self.earlier(created_at),
            status_updated_at=created_at,
            archived_at=self.earlier(created_at) if self.sometimes(0.1) else None,
            assignee_user_ids=[one.id for one in users if self.sometimes(0.4)],
            ghost_assignee_ids=[one for one in sorted(workspace.ghost_ids) if self.sometimes(0.1)],
            billable=self.sometimes(0.3),
            description=f"What task {number} is about." if self.sometimes(0.3) else None,
            position=number,
        )

    def schedule(self, task: FocusTask, start: date | None) -> None:
        task.start_date = start
        if start and self.sometimes(0.8):
            task.end_date = start + timedelta(days=self.below(14))
        task.estimated_mins = (1 + self.below(32)) * 15 if self.sometimes(0.6) else None

    def prioritize(self, task: FocusTask) -> None:
        task.pinned = self.sometimes(0.1)
        task.priority = self.one_of(("none", "none", "low", "medium", "high"))
        task.priority_at = self.earlier(task.created_at).date() if self.sometimes(0.1) else None
        task.private = self.sometimes(0.1)

    def time_block(self, after: datetime) -> TimeBlock:
        seconds = (1 + self.below(8)) * 1800
        return TimeBlock(
            self.next_id("time block"), self.earlier(after), seconds, self.sometimes(0.5), self.sometimes(0.6)
        )

    def time_entry(self, after: datetime) -> TimeEntry:
        return TimeEntry(self.next_id("time entry"), self.earlier(after), 60 + self.below(7200))
