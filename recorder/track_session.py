"""The requests of `make record` to Track."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, ClassVar, Final

import httpx

from toggl_openapi.track.models import Task, TaskItems, TaskPage, Workspace
from toggl_tasks import Answer, Drift, Track, remove, replace

from .format import Api
from .session import Session, Step, UnknownId, require_id

NO_TOKEN: Final = "0" * 32
"""Has the form of a token, but no user has it."""
NO_TASK: Final = 1
PAST_THE_END: Final = 10_000
FEW: Final = 3
"""Tasks on a page: enough to see their fields, few enough to review before publishing."""


class TrackSession(Session):
    """The requests to Track. Workspace and project default to those of the user's first task."""

    api: ClassVar[Api] = "track"
    live_url: ClassVar[str] = Track.default_url
    spare: ClassVar[int] = 1  # deletes the second task, in case its taken name is accepted

    def __init__(
        self,
        base_url: str,
        token: str,
        workspace_id: int | None = None,
        project_id: int | None = None,
        *,
        on_drift: Callable[[Drift], object] | None = None,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        super().__init__(base_url, transport)
        hooks = {"request": [self.count, lambda request: request.headers.pop("authorization")]}
        self._http_without_credentials = httpx.Client(transport=transport, trust_env=self.live, event_hooks=hooks)
        self._track = Track(
            token=token, base_url=base_url, http_client=self._http, on_drift=on_drift, retries=0, pace=None
        )
        self._with_wrong_token = Track(token=NO_TOKEN, base_url=base_url, http_client=self._http, retries=0, pace=None)
        self._without_credentials = Track(
            token=NO_TOKEN, base_url=base_url, http_client=self._http_without_credentials, retries=0, pace=None
        )
        self._workspace_id, self._project_id = workspace_id, project_id
        self._task_id: int | None = None
        self._organization_id: int | None = None
        self._started = int(time.time())

    @property
    def client(self) -> Track:
        return self._track

    @property
    def ids(self) -> dict[str, int | None]:
        return {
            "organization_id": self._organization_id,
            "workspace_id": self._workspace_id,
            "project_id": self._project_id,
            "task_id": self._task_id,
        }

    def reads(self) -> list[Step]:
        raw = self._track.raw
        return [
            Step(name="quotas", operation="getMyQuota", send=raw.get_my_quota),
            Step(name="some", operation="listMyTasks", send=self._list_mine),
            Step(name="some", operation="listWorkspaceTasks", send=self._list_workspace),
            Step(
                name="past-the-end",
                operation="listWorkspaceTasks",
                send=lambda: raw.list_workspace_tasks(self.workspace_id, page=PAST_THE_END, per_page=FEW),
            ),
            Step(
                name="all",
                operation="listProjectTasks",
                send=lambda: raw.list_project_tasks(self.workspace_id, self.project_id),
            ),
            Step(name="one", operation="getTask", send=self._get),
            Step(
                name="unknown-task",
                operation="getTask",
                send=lambda: raw.get_task(self.workspace_id, self.project_id, NO_TASK),
                error_expected=True,
            ),
            Step(
                name="wrong-token",
                operation="listMyTasks",
                send=lambda: self._with_wrong_token.raw.list_my_tasks(per_page=FEW),
                error_expected=True,
            ),
            Step(
                name="no-credentials",
                operation="listMyTasks",
                send=lambda: self._without_credentials.raw.list_my_tasks(per_page=FEW),
                error_expected=True,
            ),
        ]

    def changes(self) -> list[Step]:
        return [
            Step(name="new", operation="createTask", send=self._create),
            Step(name="taken-name", operation="createTask", send=self._create, error_expected=True),
            Step(name="partly", operation="patchTasks", send=self._patch),
            Step(name="done", operation="updateTask", send=self._update),
            Step(name="gone", operation="deleteTask", send=self.delete_own),
            Step(name="since", operation="listWorkspaceTasks", send=self._list_since),
        ]

    def location(self) -> str:
        return f"workspace {self.workspace_id}, project {self.project_id}"

    @property
    def workspace_id(self) -> int:
        return require_id(self._workspace_id, "TOGGL_WORKSPACE_ID")

    @property
    def project_id(self) -> int:
        return require_id(self._project_id, "TOGGL_PROJECT_ID")

    def delete(self, task_id: int) -> Answer[Any]:
        return self._track.raw.delete_task(self.workspace_id, self.project_id, task_id)

    def find(self) -> Answer[Any]:
        answer = self._track.raw.list_workspace_tasks(
            self.workspace_id, search=self.mark, active="both", pid=self.project_id
        )
        self.set_own(task.id for task in _tasks(answer.value) if self.mark in task.name)
        return answer

    def close(self) -> None:
        super().close()
        self._http_without_credentials.close()

    def _list_mine(self) -> Answer[Any]:
        answer = self._track.raw.list_my_tasks(include_not_active="true", per_page=FEW)
        self.learn_ids(answer.value)
        return answer

    def _list_workspace(self) -> Answer[Any]:
        answer = self._track.raw.list_workspace_tasks(self.workspace_id, active="both", per_page=FEW)
        self.learn_ids(answer.value)
        return answer

    def _list_since(self) -> Answer[Any]:
        if not self.created:
            raise UnknownId("no task was created")
        # One minute earlier, in case the clock of the service is behind.
        since = self._started - 60
        return self._track.raw.list_workspace_tasks(self.workspace_id, since=since, active="both", per_page=FEW)

    def _get(self) -> Answer[Any]:
        if self._task_id is None:
            raise UnknownId("the lists contain no task")
        return self._track.raw.get_task(self.workspace_id, self.project_id, self._task_id)

    def _create(self) -> Answer[Any]:
        fields: Any = {"name": self.mark, "estimated_seconds": 5400, "external_reference": self.mark}
        return self.create(
            lambda: self._track.raw.create_task(self.workspace_id, self.project_id, fields), lambda task: [task.id]
        )

    def _patch(self) -> Answer[Any]:
        patch = [replace("/estimated_seconds", 7200), remove("/external_reference")]
        task_ids = f"{self.own_task()},{NO_TASK}"
        return self._track.raw.patch_tasks(self.workspace_id, self.project_id, task_ids, patch)

    def _update(self) -> Answer[Any]:
        return self._track.raw.update_task(self.workspace_id, self.project_id, self.own_task(), {"active": False})

    def learn_ids(self, value: Any) -> None:
        """Take missing ids from workspaces (an organization), and from tasks: workspace, project, task."""
        for one in value if isinstance(value, list) else ():
            if isinstance(one, Workspace) and self._workspace_id in (None, one.id):
                self._organization_id = self._organization_id or one.organization_id
        for task in _tasks(value):
            if self._workspace_id in (None, task.workspace_id) and self._project_id in (None, task.project_id):
                self._workspace_id, self._project_id = task.workspace_id, task.project_id
                self._task_id = self._task_id or task.id


def _tasks(value: Any) -> list[Task]:
    """Return the tasks of a list in any of its forms."""
    match value:
        case TaskPage(data=list(tasks)) | TaskItems(items=list(tasks)) | list(tasks):
            return [task for task in tasks if isinstance(task, Task)]
    return []
