"""The requests of `make record` to Focus."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, Final

import httpx

from toggl_openapi.focus.models import Project, Task, TaskPage
from toggl_tasks import Answer, Drift, Focus

from .format import Api
from .session import Session, Step

NO_KEY: Final = "toggl_sk_0000000000000000"
PAST_THE_END: Final = 10_000
FEW: Final = 3
CHILDREN: Final = 2


class FocusSession(Session):
    """The requests to Focus. No call of Focus lists ids of organizations, so they are required."""

    api: ClassVar[Api] = "focus"
    live_url: ClassVar[str] = Focus.default_url

    def __init__(
        self,
        base_url: str,
        token: str,
        organization_id: int,
        workspace_id: int,
        *,
        on_drift: Callable[[Drift], object] | None = None,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        super().__init__(base_url, transport)
        self._focus = Focus(token=token, base_url=base_url, http_client=self._http, on_drift=on_drift, retries=0)
        self._with_wrong_token = Focus(token=NO_KEY, base_url=base_url, http_client=self._http, retries=0)
        self._ids = organization_id, workspace_id
        self._learned: dict[str, int | None] = {}

    @property
    def client(self) -> Focus:
        return self._focus

    @property
    def ids(self) -> dict[str, int | None]:
        organization_id, workspace_id = self._ids
        return {"organization_id": organization_id, "workspace_id": workspace_id, **self._learned}

    def learn_ids(self, value: Any) -> None:
        listed = getattr(value, "data", value)
        first = listed[0] if isinstance(listed, list) and listed else None
        if isinstance(first, Task | Project):
            self._learned.setdefault("task_id" if isinstance(first, Task) else "project_id", first.id)

    def reads(self) -> list[Step]:
        raw = self._focus.raw
        return [
            Step(name="some", operation="listTasks", send=lambda: raw.list_tasks(*self._ids, per_page=FEW)),
            Step(
                name="past-the-end",
                operation="listTasks",
                send=lambda: raw.list_tasks(*self._ids, page=PAST_THE_END, per_page=FEW),
            ),
            Step(name="all", operation="streamTasks", send=lambda: raw.stream_tasks(*self._ids)),
            Step(
                name="wrong-key",
                operation="listTasks",
                send=lambda: self._with_wrong_token.raw.list_tasks(*self._ids, per_page=FEW),
                error_expected=True,
            ),
        ]

    def changes(self) -> list[Step]:
        return [
            Step(name="new", operation="createTask", send=self._create),
            Step(name="children", operation="createTasks", send=self._create_children),
            Step(name="own", operation="listTasks", send=self.find),
            Step(name="one", operation="patchTask", send=self._patch),
            Step(name="several", operation="patchTasks", send=self._patch_several),
            Step(name="child", operation="deleteTask", send=self.delete_own),
            Step(name="other-child", operation="deleteTask", send=self.delete_own),
            Step(name="parent", operation="deleteTask", send=self.delete_own),
        ]

    def location(self) -> str:
        organization_id, workspace_id = self._ids
        return f"organization {organization_id}, workspace {workspace_id}"

    def delete(self, task_id: int) -> Answer[Any]:
        return self._focus.raw.delete_task(*self._ids, task_id)

    def find(self) -> Answer[Any]:
        answer = self._focus.raw.list_tasks(*self._ids, name=self.mark, per_page=100)
        page: Any = answer.value
        listed = page.data if isinstance(page, TaskPage) and isinstance(page.data, list) else []
        tasks = [task for task in listed if isinstance(task, Task) and self.mark in task.name]
        # The parent first: tasks are deleted in reverse order, and the effect of deleting a parent first is unknown.
        self.set_own(task.id for task in sorted(tasks, key=lambda task: bool(task.parent_task_id)))
        return answer

    def _create(self) -> Answer[Any]:
        fields: Any = {"name": self.mark, "estimated_mins": 90, "start_date": None, "description": self.mark}
        return self.create(lambda: self._focus.raw.create_task(*self._ids, fields), lambda task: [task.id])

    def _create_children(self) -> Answer[Any]:
        parent_id = self.own_task()
        children: Any = [{"name": f"{self.mark} {number}", "parent_task_id": parent_id} for number in range(CHILDREN)]
        return self.create(
            lambda: self._focus.raw.create_tasks(*self._ids, {"tasks": children}),
            lambda tasks: [task.id for task in tasks if isinstance(task, Task)] if isinstance(tasks, list) else [],
        )

    def _patch(self) -> Answer[Any]:
        return self._focus.raw.patch_task(*self._ids, self.own_task(), {"priority": "high", "pinned": True})

    def _patch_several(self) -> Answer[Any]:
        changes: Any = [{"id": task_id, "estimated_mins": 15} for task_id in (self.own_task(), *self.own[1:])]
        return self._focus.raw.patch_tasks(*self._ids, changes)
