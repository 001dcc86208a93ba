"""The contents that a sandbox needs to answer a recorded request with the recorded response.

They are derived from the recording: everything that the request names exists, with the values of the response. A
failure is reproduced by its cause where the sandbox emulates one (credentials, access, plan, quota, rate limit, a
missing project or task), else by a fault with its status.
"""

from __future__ import annotations

import functools
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
from toggl_sandbox.state.entities import FocusTask, ProjectDetails, Recurrence, TrackTask

Json: TypeAlias = dict[str, Any]

ID_KINDS: Final = {
    **dict.fromkeys(("user_id", "user_ids", "toggl_user_id", "assignee_user_ids", "org_user_ids"), "user"),
    **dict.fromkeys(("project_id", "project_ids", "pid"), "project"),
    **dict.fromkeys(("client_id", "client_ids", "cid"), "client"),
    "organization_id": "organization",
    **dict.fromkeys(("workspace_id", "default_workspace_id"), "workspace"),
    "status_id": "status",
    "tag_ids": "tag",
    "ghost_assignee_ids": "ghost",
    "team_assignee_ids": "team",
    "current_workspace_id": "workspace",
    "parent_task_id": "parent",
}
"""The kind of object that the ids in a field belong to."""
PROJECT_FIELDS: Final = {
    "project_name": "name",
    "project_color": "color",
    "project_billable": "billable",
    "project_is_private": "private",
    "recurring": "recurring",
    "rate": "hourly_rate",
}
"""Fields of a Track task that come from its project."""
OWN_PROJECT_FIELDS: Final = {
    "color": "color",
    "billable": "billable",
    "is_private": "private",
    "recurring": "recurring",
    "rate": "hourly_rate",
    "client_id": "client_id",
}
"""Fields of a Track project, as it is sent and as it is stored."""
RESOURCES: Final = ("organizations", "workspaces", "projects", "clients", "users", "tags")
"""Tags of operations whose objects have an id of a kind in the singular, and fields of `/me` with such objects."""
INTEGRATION_FIELDS: Final = ("integration_ext_id", "integration_ext_type", "integration_provider")
FIRST_TASK: Final = 5001
DELETION_FIELDS: Final = frozenset({"deleted_at", "server_deleted_at"})
"""Fields of deleted tasks."""


class SandboxSetup:
    """The setup for one recording."""

    def __init__(self, recording: Recording) -> None:
        request, response = recording.request, recording.response
        self._recording = recording
        self._path = operation_of(request).path_arguments(request.path)
        self._tag = operation_of(request).tag
        self._query = dict(parse_qsl(request.query))
        self._listed_ids = [int(text) for name, text in parse_qsl(request.query) if name == "ids"]
        self._sent = json.loads(request.body) if request.body else None
        is_json = response.headers.get("content-type", "").partition(";")[0] == "application/json"
        self._reply = json.loads(response.body) if recording.succeeded and is_json else None
        self._now = f"{recording.provenance.date}T12:00:00Z"
        self._ids = self._find_ids()
        self._token = "token"

    def prepare(self, sandbox: Sandbox) -> None:
        """Replace the state of the sandbox by only what the recording needs."""
        document = json.loads(_state_after_reset())
        user = document["contents"]["users"][0]
        self._token = user["track_token" if self._recording.request.api == "track" else "focus_token"]
        document["clock"] = [self._now, 0]
        document["contents"] |= self._contents(document["contents"]["users"])
        fault = self._fault_for_failure(document)
        sandbox.import_state(json.dumps(document))
        if fault is not None:
            sandbox.faults.add(fault)

    def send(self, sandbox: Sandbox) -> httpx.Response:
        """Send the recorded request."""
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

    def _fault_for_failure(self, document: Json) -> Fault | None:
        """Change the state so that the request fails as recorded, or return a fault with that status."""
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
            case 403 if self._tag == "users" and self._recording.request.api == "focus":
                organizations[0]["member_ids"] = []
            case 403 if self._tag == "me" and self._recording.request.api == "focus":
                return Fault(status=403)
            case 403 if "workspace_id" in self._path:
                contents["workspaces"][0]["member_ids"] = []
            case 401 | 403:
                self._token = "unknown"
            case 404 if self._tag == "projects" and "project_id" in self._path:
                contents["projects"] = []
            case 400 if "project_id" in self._path and self._tag == "tasks":
                contents["projects"], contents["track_tasks"] = [], []
            case 404 if self._names_tasks() and "task_ids" not in self._path:
                contents["track_tasks"], contents["focus_tasks"] = [], []
            case 429:
                document["rate_limit"] = True
                document["rate_levels"] = [[f"{self._recording.request.api} {me}", BURST, self._now]]
            case status:
                return Fault(status=status)
        return None

    def _contents(self, users: list[Json]) -> Json:
        api = self._recording.request.api
        ids = {kind: self._ids.get(kind, []) for kind in ID_KINDS.values()}
        organizations = ids["organization"] or [1 for _ in ids["workspace"][:1]]
        members = [users[0]["id"], *ids["user"]]
        statuses = ids["status"] or [1]
        workspace = {
            "organization_id": next(iter(organizations), None),
            "member_ids": members,
            "statuses": {one: {"id": one, "name": "Todo", "type": "todo", "emoji": "⚪"} for one in statuses},
            "tags": {one: {"id": one, "name": f"Tag {one}", "color": "#2da608"} for one in ids["tag"]},
            "clients": {one: self._client(one) for one in ids["client"]},
            "ghost_ids": ids["ghost"],
            "team_ids": ids["team"],
        } | self._members_of_workspace()
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
            "projects": self._projects(ids, members),
            "track_tasks": [self._stored_task(task, TrackTask, defaults) for task in self._tasks() if api == "track"],
            "focus_tasks": [
                self._stored_task(task, FocusTask, defaults)
                for task in [*self._parents(), *self._tasks()]
                if api == "focus"
            ],
        }

    def _projects(self, ids: dict[str, list[int]], members: list[int]) -> list[Json]:
        if self._recording.request.operation == "createProject":
            return []
        if self._recording.request.api == "focus" and self._tag != "tasks":
            return [self._listed_project(one, members) for one in self._objects("projects")]
        return [self._project(one, ids["workspace"][0], members) for one in ids["project"]]

    def _project(self, id: int, workspace_id: int, members: list[int]) -> Json:
        project: Json = {"color": "#06a893", "created_at": self._now, "at": self._now}
        for task in self._reply_tasks():
            if self._recording.request.api == "track":
                known = {PROJECT_FIELDS[name]: value for name, value in task.items() if name in PROJECT_FIELDS}
                # Without a name, a client is not one that the response could be about.
                known["client_id"] = task.get("client_id") if self._client_name(task.get("client_id")) else None
            else:
                nested, client = task.get("project"), task.get("client")
                known = {name: nested[name] for name in ("color", "private")} if isinstance(nested, dict) else {}
                known["client_id"] = client["id"] if client else None
            project |= {name: value for name, value in known.items() if value is not None}
        for one in self._replied("projects"):
            if one["id"] == id:
                known = {OWN_PROJECT_FIELDS[name]: value for name, value in one.items() if name in OWN_PROJECT_FIELDS}
                project |= {name: value for name, value in known.items() if value is not None}
                project |= {"archived": not one["active"], "details": self._project_details(one)}
        return project | {"id": id, "workspace_id": workspace_id, "name": f"Project {id}", "member_ids": members}

    def _project_details(self, project: Json) -> Json:
        known = {name: project[name] for name in ProjectDetails.__annotations__ if project.get(name) is not None}
        for recurrence in known.pop("recurring_parameters", ()):
            known["recurring_parameters"] = {name: recurrence[name] for name in Recurrence.__annotations__}
        return known

    def _client(self, id: int) -> Json:
        replied = next((one for one in self._replied("clients") if one["id"] == id), {})
        name = self._client_name(id) or f"Client {id}"
        # A list without a status has active ones only.
        archived = replied.get("archived", False) and "status" in self._query
        return {"id": id, "name": name, "at": self._now, "archived": archived}

    def _client_name(self, id: int | None) -> str | None:
        named = {one["id"]: one["name"] for one in self._replied("clients")}
        for task in self._reply_tasks():
            client = task.get("client") or {"id": task.get("client_id"), "name": task.get("client_name")}
            named.setdefault(client["id"], client["name"])
        return named.get(id or 0)

    def _replied(self, resource: str) -> list[Json]:
        """Return the objects of a resource in the response."""
        if self._tag == resource:
            objects: Any = self._reply if isinstance(self._reply, list) else [self._reply]
        else:
            objects = self._reply.get(resource) if self._tag == "me" and isinstance(self._reply, dict) else None
        return [one for one in objects or () if isinstance(one, dict) and "id" in one]

    def _objects(self, tag: str) -> list[Json]:
        """Return the objects of a Focus response that are not tasks."""
        if self._recording.request.api != "focus" or self._tag != tag or not self._reply:
            return []
        found = self._reply.get("data", [self._reply]) if isinstance(self._reply, dict) else self._reply
        return list(found or ())

    def _members_of_workspace(self) -> Json:
        found: Json = {}
        for kind, names in (
            ("statuses", ("name", "type", "emoji")),
            ("tags", ("name", "color")),
            ("clients", ("name",)),
        ):
            if objects := self._objects(kind):
                defaults = {"type": "todo", "emoji": "", "color": "", "at": self._now}
                found[kind] = {one["id"]: defaults | {"id": one["id"]} | _pick(one, names) for one in objects}
        clients = [one["client"] for one in self._objects("projects") if one.get("client")]
        return found | ({"clients": {one["id"]: one | {"at": self._now} for one in clients}} if clients else {})

    def _listed_project(self, project: Json, members: list[int]) -> Json:
        own = _pick(project, ("completed_at", "start_date", "end_date", "tag_ids", "pinned", "draft"))
        stored = _pick(project, ("id", "name", "workspace_id", "color", "billable", "private", "client_id"))
        stored |= {"created_at": self._now, "at": self._now, "member_ids": members}
        return {"color": ""} | stored | {"focus": own | {"creator_id": project.get("toggl_user_id")}}

    def _tasks(self) -> list[Json]:
        """Return the tasks that exist before the request, with the values of the response."""
        request, tasks = self._recording.request, self._reply_tasks()
        if request.operation in ("listChildTasks", "listParentTasks"):
            own = int(self._path["task_id"])
            listed = [task | {"id": FIRST_TASK + number, "parent_task_id": None} for number, task in enumerate(tasks)]
            if request.operation == "listParentTasks":
                return [*listed, {"id": own, "parent_task_id": FIRST_TASK if listed else None}]
            parent: Json = next((task["parent"] for task in tasks if task.get("parent")), {})
            return [parent | {"id": own, "parent_task_id": None}, *(task | {"parent_task_id": own} for task in listed)]
        if request.operation == "listRecurringTasks":
            tasks = [{"rrule": "FREQ=DAILY"} | task for task in tasks]
        if request.operation == "findTaskByExternalId":
            link = {"external_id": self._query["ext_id"]}
            tasks = [
                task | {"metadata": task.get("metadata", {}) | link, "source": self._query["source"]} for task in tasks
            ]
        if request.method == "GET" and "task_id" not in self._path:
            envelope: Json = self._reply if isinstance(self._reply, dict) and self._tag == "tasks" else {}
            total = next((envelope[name] for name in ("total_count", "total") if name in envelope), 0)
            # The pages before this one.
            all_of_them = [*tasks, *tasks[:1] * (total - len(tasks))]
            return [task | {"id": FIRST_TASK + number} for number, task in enumerate(all_of_them)]
        return [(tasks[0] if tasks else {}) | {"id": one} for one in self._requested_ids()]

    def _parents(self) -> list[Json]:
        tasks = [task["parent"] for task in self._reply_tasks() if task.get("parent")]
        return [
            (tasks[0] if tasks else {}) | {"id": one, "parent_task_id": None} for one in self._ids.get("parent", [])
        ]

    def _names_tasks(self) -> bool:
        return bool(self._requested_ids()) or self._recording.request.operation == "findTaskByExternalId"

    def _requested_ids(self) -> list[int]:
        """Return the ids of the tasks that the request names."""
        if "task_ids" in self._path:
            done = self._reply["success"] if self._reply else map(int, self._path["task_ids"].split(","))
            return list(done or ())
        if "task_id" in self._path:
            return [int(self._path["task_id"])]
        if self._listed_ids:
            return self._listed_ids
        if isinstance(self._sent, dict) and "task_ids" in self._sent:
            return list(self._sent["task_ids"])
        changes = self._sent if isinstance(self._sent, list) else ()
        return [change["id"] for change in changes if "id" in change]

    def _reply_tasks(self) -> list[Json]:
        """Return the tasks in the response."""
        reply = self._reply
        if self._tag != "tasks":
            return self._replied("tasks")
        if isinstance(reply, dict):
            reply = reply.get("data", reply.get("items", [reply] if "workspace_id" in reply else []))
        return [task for task in reply or () if "workspace_id" in task]

    def _stored_task(self, task: Json, kind: type[TrackTask | FocusTask], defaults: Json) -> Json:
        """Return a task of the response as the sandbox stores it."""
        drifted = {path.rpartition(".")[2] for path in self._recording.expected.drift}
        # Only a list with `since` has deleted tasks.
        hidden = set() if "since" in self._query else DELETION_FIELDS
        operation = operation_of(self._recording.request)
        if kind is FocusTask and operation.method == "GET" and operation.id != "getTask":
            hidden = hidden | {"archived_at"}  # lists have no archived tasks
        known = {name: value for name, value in task.items() if name not in drifted | hidden}
        stored: Json = {}
        for field in fields(kind):
            required = field.default is MISSING and field.default_factory is MISSING
            if required:
                stored[field.name] = defaults.get(field.name)
            value = known.get(field.name)
            if field.name in known and not (required and value is None):
                stored[field.name] = value
        stored["name"] = f"{known.get('name') or 'Task'} {task['id']}"
        if kind is TrackTask:
            stored["tracked_milliseconds"] = known.get("tracked_seconds", 0)
            stored["integration"] = {name: known[name] for name in INTEGRATION_FIELDS if name in known}
        return stored

    def _find_ids(self) -> dict[str, list[int]]:
        """Return the ids in request and response by kind of object."""
        found: defaultdict[str, set[int]] = defaultdict(set)
        for name, value in _walk_fields([self._path, self._query, self._sent, self._reply]):
            for one in value if isinstance(value, list) else [value]:
                if name in ID_KINDS and str(one).isdigit() and int(one):
                    found[ID_KINDS[name]].add(int(one))
                elif name == "client" and isinstance(one, dict):
                    found["client"].add(one["id"])
        for resource in RESOURCES:
            found[resource.removesuffix("s")] |= {one["id"] for one in self._replied(resource)}
        return {kind: sorted(ids) for kind, ids in found.items()}


@functools.cache
def _state_after_reset() -> str:
    """Return the exported state of a new sandbox, without what every recording replaces."""
    with Sandbox() as sandbox:
        document = json.loads(sandbox.export_state())
    document["contents"] |= {kind: [] for kind in ("workspaces", "projects", "track_tasks", "focus_tasks")}
    return json.dumps(document)


def _walk_fields(value: Any) -> Iterator[tuple[str, Any]]:
    """Yield all fields at any depth."""
    if isinstance(value, list):
        for one in value:
            yield from _walk_fields(one)
    elif isinstance(value, dict):
        for name, one in value.items():
            yield name, one
            yield from _walk_fields(one)


def _pick(values: Json, names: tuple[str, ...]) -> Json:
    return {name: values[name] for name in names if values.get(name) is not None}


def _user(id: int) -> Json:
    words = dict.fromkeys(("email", "password", "track_token", "focus_token"), f"of-{id}")
    return {"id": id, "name": f"User {id}", **words}
