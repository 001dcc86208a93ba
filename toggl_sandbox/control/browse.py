"""The contents of the sandbox, by kind: lists with search, sorting and pages, and single entities with all fields."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from itertools import islice
from typing import Annotated, Any, Final, Literal, NamedTuple, TypeVar, get_args

import msgspec

from ..state.entities import Client, FocusTask, Organization, Project, Status, Tag, TrackTask, User, Workspace
from ..state.sorted_index import SortedIndex
from ..state.state import State
from ..state.task_collections import FocusTasks, TrackTasks

Kind = Literal[
    "organizations",
    "workspaces",
    "projects",
    "clients",
    "users",
    "tags",
    "statuses",
    "track_tasks",
    "focus_tasks",
]
KINDS: Final[tuple[str, ...]] = get_args(Kind)
Entity = Organization | Workspace | Project | Client | User | Tag | Status | TrackTask | FocusTask
TaskT = TypeVar("TaskT", TrackTask, FocusTask)
OF_PROJECTS: Final = ("users", "track_tasks", "focus_tasks")
"""The kinds that ``project_id`` selects from."""
CHILDREN: Final = 25
"""Maximum length of each list of children."""
_BEGINNING: Final = datetime.min.replace(tzinfo=UTC)


class BrowseQuery(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A selection of the entities of a kind, with an order and a page."""

    search: str | None = None
    sort: Literal["id", "-id", "name", "-name", "created_at", "-created_at", "changed_at", "-changed_at"] = (
        "-changed_at"
    )
    page: Annotated[int, msgspec.Meta(ge=1, le=10**9)] = 1
    per_page: Annotated[int, msgspec.Meta(ge=1, le=200)] = 50
    workspace_id: int | None = None
    project_id: int | None = None
    deleted: Literal["true", "false", "both"] = "false"

    @property
    def is_descending(self) -> bool:
        """Whether the largest value comes first."""
        return self.sort.startswith("-")

    def sort_key(self, row: Row) -> tuple[Any, ...]:
        """Return what decides the position of an entity."""
        match self.sort.removeprefix("-"):
            case "name":
                return (row.entity.name.casefold(), row.entity.id)
            case "created_at":
                return (row.created_at or _BEGINNING, row.entity.id)
            case "changed_at":
                return (row.changed_at or _BEGINNING, row.entity.id)
        return (row.entity.id,)

    def includes(self, row: Row) -> bool:
        """Return whether an entity is listed."""
        return (
            (self.deleted == "both" or row.is_deleted is (self.deleted == "true"))
            and (self.workspace_id is None or self.workspace_id in row.workspace_ids)
            and (self.project_id is None or self.project_id in row.project_ids)
            and (
                self.search is None
                or self.search.casefold() in row.entity.name.casefold()
                or self.search == str(row.entity.id)
            )
        )


class Row(NamedTuple):
    """An entity with what it is selected and sorted by."""

    entity: Entity
    workspace_ids: Collection[int]
    project_ids: Collection[int | None] = ()
    created_at: datetime | None = None
    changed_at: datetime | None = None
    is_deleted: bool = False


def _task_row(task: TrackTask | FocusTask) -> Row:
    return Row(task, (task.workspace_id,), (task.project_id,), task.created_at, task.changed_at, task.is_deleted)


def list_entities(state: State, kind: str, query: BrowseQuery) -> dict[str, Any]:
    """Return one page; the caller holds the lock of the state. ``ValueError`` for a filter that does not apply."""
    if query.project_id is not None and kind not in OF_PROJECTS:
        raise ValueError(f"project_id selects {', '.join(OF_PROJECTS)}: omit it for {kind}")
    first, last = (query.page - 1) * query.per_page, query.page * query.per_page
    found: Iterable[Entity]
    if kind == "track_tasks" or kind == "focus_tasks":
        total, found = _page_of_tasks(state, kind, query, first, last)
    else:
        rows = sorted(filter(query.includes, _rows(state, kind)), key=query.sort_key, reverse=query.is_descending)
        total, found = len(rows), [row.entity for row in rows[first:last]]
    describe = Descriptions(state).of
    return {
        "total": total,
        "page": query.page,
        "per_page": query.per_page,
        "items": [describe(kind, entity) for entity in found],
    }


def _page_of_tasks(state: State, kind: str, query: BrowseQuery, first: int, last: int) -> tuple[int, list[Any]]:
    # The name of an index is the query without its page and direction.
    name = msgspec.structs.replace(query, page=1, per_page=1, sort=query.sort.removeprefix("-"))
    tasks: Any = state.track_tasks if kind == "track_tasks" else state.focus_tasks
    index = tasks.browse(
        name, lambda task: query.includes(_task_row(task)), lambda task: query.sort_key(_task_row(task))
    )
    return len(index), index.page(first, last, descending=query.is_descending)


def _rows(state: State, kind: str) -> Iterator[Row]:
    """Return the entities of a kind that has no index."""
    workspaces = state.workspaces.values()
    match kind:
        case "organizations":
            for organization in state.organizations.values():
                yield Row(organization, [one.id for one in workspaces if one.organization_id == organization.id])
        case "workspaces":
            for workspace in workspaces:
                yield Row(workspace, (workspace.id,))
        case "projects":
            for project in (*state.projects.values(), *state.deleted_projects.values()):
                deleted = project.server_deleted_at is not None
                yield Row(project, (project.workspace_id,), (), project.created_at, project.at, deleted)
        case "users":
            projects = state.projects.values()
            for user in state.users.values():
                yield Row(
                    user,
                    [one.id for one in workspaces if user.id in one.member_ids],
                    [one.id for one in projects if user.id in one.member_ids],
                )
        case "clients":
            for workspace in workspaces:
                for client in workspace.clients.values():
                    yield Row(client, (workspace.id,), changed_at=client.at)
        case "tags" | "statuses":
            for workspace in workspaces:
                for one in (workspace.tags if kind == "tags" else workspace.statuses).values():
                    yield Row(one, (workspace.id,))


def find_entity(state: State, kind: str, id: int) -> Entity | None:
    """Return an entity by its id, deleted or not."""
    match kind:
        case "organizations":
            return state.organizations.get(id)
        case "workspaces":
            return state.workspaces.get(id)
        case "projects":
            return state.projects.get(id) or state.deleted_projects.get(id)
        case "users":
            return state.users.get(id)
        case "track_tasks":
            return state.track_tasks.get(id)
        case "focus_tasks":
            return state.focus_tasks.get(id)
    return next((row.entity for row in _rows(state, kind) if row.entity.id == id), None)


def children_of(state: State, kind: str, entity: Entity) -> dict[str, Any]:
    """Return what belongs to an entity, by kind: the number, and the first ones with id and name."""
    children: dict[str, Collection[Any] | SortedIndex[Any]] = {}
    workspaces, projects, users = state.workspaces.values(), state.projects.values(), state.users
    match entity:
        case Organization():
            children["workspaces"] = [one for one in workspaces if one.organization_id == entity.id]
            children["users"] = [users[one] for one in sorted(entity.member_ids)]
        case Workspace():
            children["projects"] = [one for one in projects if one.workspace_id == entity.id]
            children["clients"] = entity.clients.values()
            children["tags"] = entity.tags.values()
            children["statuses"] = entity.statuses.values()
            children["users"] = [users[one] for one in sorted(entity.member_ids)]
        case Project():
            children["users"] = [users[one] for one in sorted(entity.member_ids)]
            children["track_tasks"] = _tasks_with(state.track_tasks, entity, lambda task: task.project_id == entity.id)
            children["focus_tasks"] = _tasks_with(state.focus_tasks, entity, lambda task: task.project_id == entity.id)
        case Client():
            children["projects"] = [one for one in projects if one.client_id == entity.id]
        case User():
            children["workspaces"] = [one for one in workspaces if entity.id in one.member_ids]
            children["projects"] = [one for one in projects if entity.id in one.member_ids]
        case Tag():
            children["focus_tasks"] = _tasks_with(
                state.focus_tasks, entity, lambda task: entity.id in (task.tag_ids or ())
            )
        case Status():
            children["focus_tasks"] = _tasks_with(state.focus_tasks, entity, lambda task: task.status_id == entity.id)
        case FocusTask():
            children["focus_tasks"] = state.focus_tasks.children(entity)
    return {kind: _first(entities) for kind, entities in children.items()}


def _tasks_with(
    tasks: TrackTasks | FocusTasks, entity: Entity, includes: Callable[[Any], bool]
) -> SortedIndex[TrackTask] | SortedIndex[FocusTask]:
    """Return an index of the tasks of an entity: there may be very many of them."""
    name = (type(entity), entity.id)
    return tasks.browse(name, lambda task: not task.is_deleted and includes(task), lambda task: (task.id,))


def _first(entities: Collection[Any] | SortedIndex[Any]) -> dict[str, Any]:
    first = entities.page(0, CHILDREN) if isinstance(entities, SortedIndex) else islice(entities, CHILDREN)
    return {"total": len(entities), "items": [{"id": one.id, "name": one.name} for one in first]}


class Descriptions:
    """Writes entities with all their fields, and with the names of what they refer to."""

    def __init__(self, state: State) -> None:
        self._state = state

    def of(self, kind: str, entity: Entity) -> dict[str, Any]:
        """Return an entity as JSON values; `changed_at` and `deleted_at` have the same name in each kind."""
        fields: dict[str, Any] = msgspec.to_builtins(entity, builtin_types=(date, datetime))
        return {**fields, "changed_at": None, "deleted_at": None, **self._more(kind, entity)}

    def _more(self, kind: str, entity: Entity) -> Mapping[str, Any]:
        state = self._state
        match entity:
            case Organization():
                return {"workspaces": sum(one.organization_id == entity.id for one in state.workspaces.values())}
            case Workspace():
                organization = state.organizations[entity.organization_id]
                return {
                    "organization": organization.name,
                    "has_tasks": organization.has_tasks,
                    "projects": sum(one.workspace_id == entity.id for one in state.projects.values()),
                    "track_tasks": state.track_tasks.summary.in_workspace[entity.id],
                    "focus_tasks": state.focus_tasks.summary.in_workspace[entity.id],
                }
            case Project():
                client = state.client(entity)
                return {
                    "workspace": state.workspaces[entity.workspace_id].name,
                    "client": client and client.name,
                    "changed_at": entity.at,
                    "deleted_at": entity.server_deleted_at,
                    "track_tasks": state.track_tasks.summary.in_project[entity.id],
                    "focus_tasks": state.focus_tasks.summary.in_project[entity.id],
                }
            case User():
                return {
                    f"{name}_ids": [one.id for one in group if entity.id in one.member_ids]
                    for name, group in (
                        ("organization", state.organizations.values()),
                        ("workspace", state.workspaces.values()),
                        ("project", state.projects.values()),
                    )
                }
            case TrackTask():
                user = state.users.get(entity.user_id or 0)
                return {
                    "workspace": state.workspaces[entity.workspace_id].name,
                    "project": state.track_project(entity).name,
                    "user": user and user.name,
                    "changed_at": entity.at,
                    "deleted_at": entity.server_deleted_at,
                }
            case FocusTask():
                project = state.project(entity)
                parent = state.focus_tasks.get(entity.parent_task_id or 0)
                return {
                    "workspace": state.workspaces[entity.workspace_id].name,
                    "organization_id": state.workspaces[entity.workspace_id].organization_id,
                    "project": project and project.name,
                    "status": state.status(entity).name,
                    "parent": parent and parent.name,
                    "user": state.users[entity.toggl_user_id].name,
                    "changed_at": entity.updated_at,
                    "deleted_at": entity.deleted_at,
                }
        workspace = next(one for one in state.workspaces.values() if entity.id in getattr(one, kind))
        at = entity.at if isinstance(entity, Client) else None
        return {"workspace_id": workspace.id, "workspace": workspace.name, "changed_at": at}
