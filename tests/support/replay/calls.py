"""The facade's call for each operation, and the result that it returns: pages, lists, or models without envelopes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from recorder.arguments import Arguments
from recorder.format import Api
from recorder.specification import Schema, SpecOperation


@dataclass(frozen=True)
class Call:
    """One call of the facade. The client is of any of the four kinds, so that threads and asyncio share the table."""

    make: Callable[[Any, Arguments], Any]
    """Makes the call: returns the result, a coroutine of it, or the pages."""
    paged: bool = False
    """Whether it returns pages."""
    envelope: str | None = None
    """The field that holds the list when the body is an object."""
    total: str | None = None
    """The field that counts the items of all pages."""

    single: bool = False
    """Whether one response has the whole list, which says how many items there are."""
    merged: bool = False
    """Whether the result is the facade's own object with the fields of the body, in which null lists are empty."""

    def parts(self, operation: SpecOperation, result: Any, body: Any) -> Iterator[tuple[Any, Any, Schema, str]]:
        """A comparison: a part of the result, the part of the body that it comes from, its schema and JSON path."""
        if self.merged:
            for name, schema in operation.document.resolve(operation.reply or {})["properties"].items():
                yield getattr(result, name), body[name] or [], schema, f"$.{name}"
        else:
            yield result, *self._content(operation, body)

    def _content(self, operation: SpecOperation, body: Any) -> tuple[Any, Schema, str]:
        schema = operation.reply or {}
        resolved = operation.document.resolve(schema)
        if self.envelope is None or not isinstance(body, dict):
            items = resolved["oneOf"][0] if "oneOf" in resolved else schema
            is_list = operation.document.resolve(items).get("type") == "array"
            return ([] if is_list and body is None else body), items, "$"
        for one in resolved.get("oneOf", [resolved]):
            properties = operation.document.resolve(one).get("properties", {})
            if self.envelope in properties:
                return body[self.envelope] or [], properties[self.envelope], f"$.{self.envelope}"
        raise LookupError(f"{operation.id} has no {self.envelope}")


def _patch(track: Any, given: Arguments) -> Any:
    path = {**given.path, "task_ids": [int(task_id) for task_id in given.path["task_ids"].split(",")]}
    return track.tasks.patch(**path, patch=given.body)


def _list(resource: str, method: str = "list", *, total: str | None = None, single: bool = False) -> Call:
    """A list of a resource in pages."""

    def make(client: Any, given: Arguments) -> Any:
        return getattr(getattr(client, resource), method)(**given.path, **given.query)

    return Call(make, paged=True, envelope="data", total=total, single=single)


FACADE: Final[Mapping[tuple[Api, str], Call]] = {
    ("track", "listProjectTasks"): Call(lambda track, given: track.tasks.list_project(**given.path, **given.query)),
    ("track", "createTask"): Call(lambda track, given: track.tasks.create(**given.path, **given.body)),
    ("track", "patchTasks"): Call(_patch, merged=True),
    ("track", "getTask"): Call(lambda track, given: track.tasks.get(**given.path)),
    ("track", "updateTask"): Call(lambda track, given: track.tasks.update(**given.path, **given.body)),
    ("track", "deleteTask"): Call(lambda track, given: track.tasks.delete(**given.path)),
    ("track", "listWorkspaceTasks"): Call(
        lambda track, given: track.tasks.list(**given.path, **given.query),
        paged=True,
        envelope="data",
        total="total_count",
    ),
    ("track", "listBasicTasks"): Call(
        lambda track, given: track.tasks.list_basic(**given.path, **given.query),
        paged=True,
        envelope="data",
        total="total_count",
    ),
    ("track", "getMe"): Call(lambda track, given: track.me.get(**given.query)),
    ("track", "getMyQuota"): Call(lambda track, given: track.me.quota()),
    ("track", "listMyOrganizations"): Call(lambda track, given: track.organizations.list(), paged=True, single=True),
    ("track", "getOrganization"): Call(lambda track, given: track.organizations.get(**given.path)),
    ("track", "listMyWorkspaces"): Call(
        lambda track, given: track.workspaces.list(**given.query), paged=True, single=True
    ),
    ("track", "getWorkspace"): Call(lambda track, given: track.workspaces.get(**given.path)),
    ("track", "listClients"): Call(
        lambda track, given: track.clients.list(**given.path, **given.query), paged=True, single=True
    ),
    ("track", "listUsers"): Call(
        lambda track, given: track.users.list(**given.path, **given.query), paged=True, single=True
    ),
    ("track", "listMyProjects"): Call(
        lambda track, given: track.projects.list_mine(**given.query), paged=True, single=True
    ),
    ("track", "listProjects"): Call(lambda track, given: track.projects.list(**given.path, **given.query), paged=True),
    ("track", "createProject"): Call(lambda track, given: track.projects.create(**given.path, **given.body)),
    ("track", "getProject"): Call(lambda track, given: track.projects.get(**given.path)),
    ("track", "updateProject"): Call(lambda track, given: track.projects.update(**given.path, **given.body)),
    ("track", "deleteProject"): Call(lambda track, given: track.projects.delete(**given.path, **given.query)),
    ("track", "listMyTasks"): Call(
        lambda track, given: track.tasks.list_mine(**given.query), paged=True, envelope="items"
    ),
    ("focus", "listTasks"): Call(
        lambda focus, given: focus.tasks.list(**given.path, **given.query),
        paged=True,
        envelope="data",
        total="total",
    ),
    ("focus", "createTask"): Call(lambda focus, given: focus.tasks.create(**given.path, **given.body)),
    ("focus", "createTasks"): Call(
        lambda focus, given: focus.tasks.create_many(**given.path, tasks=given.body["tasks"])
    ),
    ("focus", "patchTask"): Call(lambda focus, given: focus.tasks.update(**given.path, **given.query, **given.body)),
    ("focus", "deleteTask"): Call(lambda focus, given: focus.tasks.delete(**given.path, **given.query)),
    ("focus", "patchTasks"): Call(lambda focus, given: focus.tasks.update_many(**given.path, tasks=given.body)),
    ("focus", "streamTasks"): _list("tasks", "stream", single=True),
    ("focus", "getTask"): Call(lambda focus, given: focus.tasks.get(**given.path, **given.query)),
    ("focus", "replaceTask"): Call(lambda focus, given: focus.tasks.replace(**given.path, **given.body)),
    ("focus", "deleteTasks"): Call(lambda focus, given: focus.tasks.delete_many(**given.path, **given.query)),
    ("focus", "archiveTasks"): Call(lambda focus, given: focus.tasks.archive(**given.path, **given.body)),
    ("focus", "unarchiveTasks"): Call(lambda focus, given: focus.tasks.unarchive(**given.path, **given.body)),
    ("focus", "restoreTasks"): Call(lambda focus, given: focus.tasks.restore(**given.path, **given.body)),
    ("focus", "duplicateTasks"): Call(lambda focus, given: focus.tasks.duplicate(**given.path, **given.body)),
    ("focus", "listChildTasks"): _list("tasks", "children"),
    ("focus", "listParentTasks"): _list("tasks", "parents"),
    ("focus", "listRecurringTasks"): _list("tasks", "recurring"),
    ("focus", "findTaskByExternalId"): Call(
        lambda focus, given: focus.tasks.find_by_external_id(**given.path, **given.query)
    ),
    ("focus", "getMySettings"): Call(lambda focus, given: focus.me.settings()),
    ("focus", "listUsers"): _list("users"),
    ("focus", "listProjects"): _list("projects", total="total"),
    ("focus", "getProject"): Call(lambda focus, given: focus.projects.get(**given.path)),
    ("focus", "listStatuses"): _list("statuses"),
    ("focus", "listTags"): _list("tags", total="total"),
    ("focus", "listClients"): _list("clients"),
}
"""The other operations are offered through `client.raw` only: track.listWorkspaces, and three of one Focus task."""

RAW_ONLY: Final[frozenset[tuple[Api, str]]] = frozenset(
    {
        ("track", "listWorkspaces"),
        # The calls of the facade that take one id or several send the bulk request.
        ("focus", "archiveTask"),
        ("focus", "unarchiveTask"),
        ("focus", "restoreTask"),
    }
)
"""Operations that only `client.raw` has."""
