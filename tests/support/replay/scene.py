"""What a sandbox has to hold, and who has to ask, so that it can answer a recorded request as it was recorded.

All of it is read out of the recording: what the request names exists, with the values that the reply tells. A refusal
is brought about by its cause where the sandbox knows one (credentials, access, plan, quota, rate, a project or a task
that is not there), else by a fault with that status, which leaves it to the sandbox how its service says so.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import MISSING, fields
from typing import Any, Final, TypeAlias
from urllib.parse import parse_qsl

import httpx

from recorder.format import Recording
from recorder.specification import operation_of
from toggl_sandbox import Fault, Sandbox
from toggl_sandbox.limits.quota import HOURLY
from toggl_sandbox.limits.rate_limit import BURST
from toggl_sandbox.state.entities import FocusTask, TrackTask

Json: TypeAlias = dict[str, Any]

BELONGS_TO: Final = {
    **dict.fromkeys(("user_id", "toggl_user_id", "assignee_user_ids"), "user"),
    **dict.fromkeys(("project_id", "pid"), "project"),
    "organization_id": "organization",
    "workspace_id": "workspace",
    "status_id": "status",
    "tag_ids": "tag",
    "ghost_assignee_ids": "ghost",
    "parent_task_id": "parent",
}
"""What the ids in a field are ids of."""
OF_PROJECT: Final = {
    "project_name": "name",
    "project_color": "color",
    "project_billable": "billable",
    "project_is_private": "private",
    "recurring": "recurring",
    "rate": "hourly_rate",
}
"""Fields of a task of Track that tell of its project."""
OF_INTEGRATION: Final = ("integration_ext_id", "integration_ext_type", "integration_provider")
FIRST_TASK: Final = 5001
HIDING: Final = frozenset({"deleted_at", "server_deleted_at"})
"""Fields that decide whether a task is found."""


class Scene:
    """What one recording needs."""

    def __init__(self, recording: Recording) -> None:
        request, response = recording.request, recording.response
        self._recording = recording
        self._path = operation_of(request).path_arguments(request.path)
        self._query = dict(parse_qsl(request.query))
        self._sent = json.loads(request.body) if request.body else None
        is_json = response.headers.get("content-type", "").partition(";")[0] == "application/json"
        self._reply = json.loads(response.body) if recording.succeeded and is_json else None
        self._now = f"{recording.provenance.date}T12:00:00Z"
        self._ids = self._named()
        self._token = "token"

    def prepare(self, sandbox: Sandbox) -> None:
        """Make the sandbox as new, with nothing in it but what the recording needs."""
        sandbox.reset()
        self._token = sandbox.token if self._recording.request.api == "track" else sandbox.focus_token
        document = json.loads(sandbox.export_state())
        document["clock"] = [self._now, 0]
        document["contents"] |= self._contents(document["contents"]["users"])
        fault = self._hindrance(document)
        sandbox.import_state(json.dumps(document))
        if fault is not None:
            sandbox.faults.add(fault)

    def ask(self, sandbox: Sandbox) -> httpx.Response:
        """Send the recorded request, as it was sent."""
        request = self._recording.request
        headers = {} if request.body is None else {"content-type": "application/json"}
        basic = None
        if request.api == "focus":
            headers["authorization"] = f"Bearer {self._token}"
        elif self._recording.response.status != 401:
            basic = (self._token, "api_token")
        base_url = sandbox.track_url if request.api == "track" else sandbox.focus_url
        url = f"{base_url}{request.path}?{request.query}".removesuffix("?")
        with httpx.Client(transport=sandbox.transport(), headers=headers, auth=basic) as client:
            return client.request(request.method, url, content=request.body)

    def _hindrance(self, document: Json) -> Fault | None:
        """Put into the state what keeps the service from answering with success, or give a fault that does."""
        response, contents = self._recording.response, document["contents"]
        me, organizations = contents["users"][0]["id"], contents["organizations"]
        if response.headers.get("content-type") == "text/html":
            return Fault(status=response.status, spoil="html")
        match response.status:
            case status if status < 300:
                return None
            case 402 if response.headers.get("x-toggl-quota-remaining") == "0":
                document["plan"] = "free"
                of = [one["id"] for one in organizations] or [None]
                document["quota"] = [[me, of[0], self._now, HOURLY["free"]]]
            case 402:
                organizations[0]["has_tasks"] = False
            case 403 if "workspace_id" in self._path:
                contents["workspaces"][0]["member_ids"] = []
            case 401 | 403:
                self._token = "unknown"
            case 400 if "project_id" in self._path:
                contents["projects"], contents["track_tasks"] = [], []
            case 404 if self._wanted() and "task_ids" not in self._path:
                contents["track_tasks"], contents["focus_tasks"] = [], []
            case 429:
                document["rate_limit"] = True
                document["rate_levels"] = [[f"{self._recording.request.api} {me}", BURST, self._now]]
            case status:
                return Fault(status=status)
        return None

    def _contents(self, users: list[Json]) -> Json:
        api = self._recording.request.api
        ids = {kind: self._ids.get(kind, []) for kind in BELONGS_TO.values()}
        organizations = ids["organization"] or [1 for _ in ids["workspace"][:1]]
        members = [users[0]["id"], *ids["user"]]
        statuses = ids["status"] or [1]
        workspace = {
            "organization_id": next(iter(organizations), None),
            "member_ids": members,
            "statuses": {one: {"id": one, "name": "Todo", "type": "todo", "emoji": "⚪"} for one in statuses},
            "tags": {one: {"id": one, "name": f"Tag {one}", "color": "#2da608"} for one in ids["tag"]},
            "ghost_ids": ids["ghost"],
        }
        defaults: Json = {
            **dict.fromkeys(("created_at", "updated_at", "at"), self._now),
            "user_id": None,
            "toggl_user_id": users[0]["id"],
            "status_id": statuses[0],
            **{name: int(self._path[name]) for name in ("workspace_id", "project_id") if name in self._path},
        }
        return {
            "users": [*users, *map(_user, ids["user"])],
            "organizations": [
                {"id": one, "name": f"Organization {one}", "member_ids": members} for one in organizations
            ],
            "workspaces": [{"id": one, "name": f"Workspace {one}", **workspace} for one in ids["workspace"]],
            "projects": [self._project(one, ids["workspace"][0], members) for one in ids["project"]],
            "track_tasks": [self._kept(task, TrackTask, defaults) for task in self._tasks() if api == "track"],
            "focus_tasks": [
                self._kept(task, FocusTask, defaults) for task in [*self._parents(), *self._tasks()] if api == "focus"
            ],
        }

    def _project(self, id: int, workspace_id: int, members: list[int]) -> Json:
        project: Json = {"color": "#06a893", "created_at": self._now, "client": None}
        for task in self._told():
            if self._recording.request.api == "track":
                told = {OF_PROJECT[name]: value for name, value in task.items() if name in OF_PROJECT}
                client = {"id": task.get("client_id"), "name": task.get("client_name")}
            else:
                held = task.get("project")
                told = {name: held[name] for name in ("color", "private")} if isinstance(held, dict) else {}
                client = task.get("client") or {"id": None}
            project |= {name: value for name, value in told.items() if value is not None}
            project["client"] = client if client["id"] else project["client"]
        return project | {"id": id, "workspace_id": workspace_id, "name": f"Project {id}", "member_ids": members}

    def _tasks(self) -> list[Json]:
        """The tasks that are there before the request, with the values that the reply tells."""
        request, told = self._recording.request, self._told()
        if request.method == "GET" and "task_id" not in self._path:
            envelope: Json = self._reply if isinstance(self._reply, dict) else {}
            total = next((envelope[name] for name in ("total_count", "total") if name in envelope), 0)
            # Whatever pages come before this one.
            all_of_them = [*told, *told[:1] * (total - len(told))]
            return [task | {"id": FIRST_TASK + number} for number, task in enumerate(all_of_them)]
        return [(told[0] if told else {}) | {"id": one} for one in self._wanted()]

    def _parents(self) -> list[Json]:
        told = [task["parent"] for task in self._told() if task.get("parent")]
        return [(told[0] if told else {}) | {"id": one, "parent_task_id": None} for one in self._ids.get("parent", [])]

    def _wanted(self) -> list[int]:
        """The tasks that the request names one by one."""
        if "task_ids" in self._path:
            done = self._reply["success"] if self._reply else map(int, self._path["task_ids"].split(","))
            return list(done or ())
        if "task_id" in self._path:
            return [int(self._path["task_id"])]
        tasks = self._sent.get("tasks", ()) if isinstance(self._sent, dict) else ()
        return [task["id"] for task in tasks if "id" in task]

    def _told(self) -> list[Json]:
        """The tasks in the reply."""
        reply = self._reply
        if isinstance(reply, dict):
            reply = reply.get("data", reply.get("items", [reply] if "workspace_id" in reply else []))
        return [task for task in reply or () if "workspace_id" in task]

    def _kept(self, task: Json, kind: type[TrackTask | FocusTask], defaults: Json) -> Json:
        """A task of the reply as the sandbox keeps it."""
        drifted = {path.rpartition(".")[2] for path in self._recording.expected.drift}
        # A deleted task is in no list but that of the changes since a moment.
        hidden = set() if "since" in self._query else HIDING
        told = {name: value for name, value in task.items() if name not in drifted | hidden}
        kept: Json = {}
        for field in fields(kind):
            required = field.default is MISSING and field.default_factory is MISSING
            if required:
                kept[field.name] = defaults.get(field.name)
            value = told.get(field.name)
            if field.name in told and not (required and value is None):
                kept[field.name] = value
        kept["name"] = f"{told.get('name') or 'Task'} {task['id']}"
        if kind is TrackTask:
            kept["tracked_milliseconds"] = told.get("tracked_seconds", 0)
            kept["integration"] = {name: told[name] for name in OF_INTEGRATION if name in told}
        return kept

    def _named(self) -> dict[str, list[int]]:
        """The ids in request and reply, by what they are ids of."""
        found: defaultdict[str, set[int]] = defaultdict(set)
        for name, value in _members([self._path, self._query, self._sent, self._reply]):
            for one in value if isinstance(value, list) else [value]:
                if name in BELONGS_TO and str(one).isdigit():
                    found[BELONGS_TO[name]].add(int(one))
        return {kind: sorted(ids) for kind, ids in found.items()}


def _members(value: Any) -> Iterator[tuple[str, Any]]:
    """All fields at any depth."""
    if isinstance(value, list):
        for one in value:
            yield from _members(one)
    elif isinstance(value, dict):
        for name, one in value.items():
            yield name, one
            yield from _members(one)


def _user(id: int) -> Json:
    words = dict.fromkeys(("email", "password", "track_token", "focus_token"), f"of-{id}")
    return {"id": id, "name": f"User {id}", **words}
