"""The dlt sources of Track and Focus."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, MutableMapping, Sequence
from typing import Any

import dlt
from dlt.common.typing import TSecretStrValue
from dlt.extract import DltResource

from .. import Focus, Track, focus, track
from .listing import Counts, Query, Reader
from .store import Store
from .tables import HASH, KEY, Table

TRACK_TABLES = {
    "tasks": track.Task,
    "projects": track.Project,
    "clients": track.WorkspaceClient,
    "users": track.WorkspaceUser,
    "workspaces": track.Workspace,
}
FOCUS_TABLES = {
    "tasks": focus.Task,
    "projects": focus.Project,
    "statuses": focus.Status,
    "tags": focus.Tag,
    "clients": focus.WorkspaceClient,
}
DEFAULT_FULL_EVERY = 24


def track_queries(client: Track, workspace_id: int) -> dict[str, Query]:
    """How to list each table of a workspace of Track."""
    order: Any = {"active": "both", "sort_field": "created_at", "sort_order": "ASC"}
    return {
        # Since 1970, these lists would have all that was deleted, too.
        "tasks": Query(
            sweeps=[lambda page: client.tasks.list(workspace_id, page=page, **order)],
            changes=[lambda since, page: client.tasks.list(workspace_id, since=since, page=page, **order)],
            deleted_at=lambda task: task.server_deleted_at,
        ),
        "projects": Query(
            sweeps=[lambda page: client.projects.list(workspace_id, page=page, **order)],
            changes=[lambda since, page: client.projects.list(workspace_id, since=since, page=page, **order)],
            deleted_at=lambda project: project.server_deleted_at,
        ),
        "clients": Query(sweeps=[lambda _: client.clients.list(workspace_id, status="both")]),
        "users": Query(sweeps=[lambda _: client.users.list(workspace_id)]),
        "workspaces": Query(
            sweeps=[lambda _: client.workspaces.list()], includes=lambda workspace: workspace.id == workspace_id
        ),
    }


def focus_queries(client: Focus, organization_id: int, workspace_id: int) -> dict[str, Query]:
    """How to list each table of a workspace of Focus. Archived tasks and projects have lists of their own (assumed)."""

    def tasks(archived: bool, **options: Any) -> Any:
        return client.tasks.list(
            organization_id,
            workspace_id,
            archived=archived,
            include_project_completed=True,
            include_drafts=True,
            include_assignees=True,
            **options,
        )

    def projects(**options: Any) -> Any:
        return client.projects.list(
            organization_id, workspace_id, include_drafts=True, order_by="created_at", **options
        )

    return {
        "tasks": Query(
            sweeps=[
                lambda page: tasks(True, order_by="created_at", page=page),
                lambda page: tasks(False, order_by="created_at", page=page),
            ],
            changes=[
                lambda _, page: tasks(True, order_by="-updated_at", page=page),
                lambda _, page: tasks(False, order_by="-updated_at", page=page),
            ],
            changed_at=lambda task: task.updated_at,
            deleted_at=lambda task: task.deleted_at,
            page_size=100,
        ),
        "projects": Query(
            sweeps=[
                lambda page: projects(archived=True, page=page),
                lambda page: projects(archived=False, page=page),
            ],
            includes=lambda project: project.workspace_id == workspace_id,
            page_size=100,
        ),
        "statuses": Query(sweeps=[lambda page: client.statuses.list(workspace_id, page=page)], page_size=100),
        "tags": Query(sweeps=[lambda page: client.tags.list(workspace_id, page=page)], page_size=100),
        "clients": Query(sweeps=[lambda page: client.clients.list(workspace_id, page=page)], page_size=100),
    }


@dlt.source(name="toggl_track", max_table_nesting=0)
def toggl_track_source(
    workspace_id: int = dlt.config.value,
    token: TSecretStrValue | None = None,
    *,
    client: Track | None = None,
    resources: Sequence[str] = tuple(TRACK_TABLES),
    deletions: str = "hard",
    history: bool = False,
    full: bool = False,
    full_every: int = DEFAULT_FULL_EVERY,
    wait: bool = False,
    counts: dict[str, Counts] | None = None,
    on_progress: Callable[[Counts], object] | None = None,
) -> Iterable[DltResource]:
    """Tasks, projects, clients, users and the workspace, of one workspace of Track.

    The first run reads all; later ones read tasks and projects that have changed since (by the service's clock) or
    were deleted, and the other lists, which take one request each.

    Args:
        workspace_id: Id of the workspace.
        token: API token, if there is no `client`; without one, the environment variable `TOGGL_API_TOKEN` has it.
        client: The client to read with. It is not closed.
        resources: Names of the tables to load.
        deletions: `hard` deletes rows; `soft` sets their column `sync_deleted_at`.
        history: Also load `tasks_history`, which has each version of a task (slowly changing dimension, type 2).
        full: Read everything, which also finds what was deleted or changed without a trace.
        full_every: Do so in each run of this number; 0 for never. `tracked_seconds` may change without `at` (assumed).
        wait: At the end of the quota, wait. Otherwise the run loads what it has, and the next run resumes.
        counts: Receives what was done, by table.
        on_progress: Called after each page.

    Raises:
        TypeError, ValueError: An invalid argument; nothing was sent.
        TogglError: A request failed; nothing of this run is loaded.
    """
    client = client if client is not None else Track(token=token)
    if wait:
        client = client.with_options(on_quota="wait", max_wait=None)
    return make_resources(
        TRACK_TABLES,
        track_queries(client, workspace_id),
        workspace_id,
        resources=resources,
        deletions=deletions,
        history=history,
        full=full,
        full_every=full_every,
        counts={} if counts is None else counts,
        on_progress=on_progress,
    )


@dlt.source(name="toggl_focus", max_table_nesting=0)
def toggl_focus_source(
    organization_id: int = dlt.config.value,
    workspace_id: int = dlt.config.value,
    token: TSecretStrValue | None = None,
    *,
    client: Focus | None = None,
    resources: Sequence[str] = tuple(FOCUS_TABLES),
    deletions: str = "hard",
    history: bool = False,
    full: bool = False,
    full_every: int = DEFAULT_FULL_EVERY,
    wait: bool = False,
    counts: dict[str, Counts] | None = None,
    on_progress: Callable[[Counts], object] | None = None,
) -> Iterable[DltResource]:
    """Tasks, projects, statuses, tags and clients, of one workspace of Focus.

    The first run reads all; later ones read the tasks from the last changed one down to the last run, and the other
    lists. The service does not list deleted tasks: every `full_every` runs all tasks are read to find them.

    Args:
        organization_id: Id of the organization.
        workspace_id: Id of the workspace.
        token: API key, if there is no `client`; without one, the environment variable `TOGGL_FOCUS_TOKEN` has it.
        client: The client to read with. It is not closed.
        resources: Names of the tables to load.
        deletions: `hard` deletes rows; `soft` sets their column `sync_deleted_at`.
        history: Also load `tasks_history`, which has each version of a task (slowly changing dimension, type 2).
        full: Read everything, which also finds deleted tasks.
        full_every: Do so in each run of this number; 0 for never.
        wait: At the end of the quota, wait. Otherwise the run loads what it has, and the next run resumes.
        counts: Receives what was done, by table.
        on_progress: Called after each page.

    Raises:
        TypeError, ValueError: An invalid argument; nothing was sent.
        TogglError: A request failed; nothing of this run is loaded.
    """
    client = client if client is not None else Focus(token=token)
    if wait:
        client = client.with_options(on_quota="wait", max_wait=None)
    return make_resources(
        FOCUS_TABLES,
        focus_queries(client, organization_id, workspace_id),
        workspace_id,
        resources=resources,
        deletions=deletions,
        history=history,
        full=full,
        full_every=full_every,
        counts={} if counts is None else counts,
        on_progress=on_progress,
    )


def make_resources(
    models: dict[str, Any],
    queries: dict[str, Query],
    workspace_id: int,
    *,
    resources: Sequence[str],
    deletions: str,
    history: bool,
    full: bool,
    full_every: int,
    counts: dict[str, Counts],
    on_progress: Callable[[Counts], object] | None,
) -> Iterator[DltResource]:
    """The resources of a source. Raises ValueError for an invalid argument."""
    unknown = [name for name in resources if name not in models]
    if unknown or not resources:
        raise ValueError(f"resources has {unknown}: choose from {', '.join(models)}")
    if deletions not in ("hard", "soft"):
        raise ValueError(f"deletions is 'hard' or 'soft', not {deletions!r}")
    if full_every < 0:
        raise ValueError(f"full_every is a number of runs, or 0 for never, not {full_every}")
    return _resources(
        models, queries, workspace_id, resources, deletions, history, full, full_every, counts, on_progress
    )


def _resources(
    models: dict[str, Any],
    queries: dict[str, Query],
    workspace_id: int,
    resources: Sequence[str],
    deletions: str,
    history: bool,
    full: bool,
    full_every: int,
    counts: dict[str, Counts],
    on_progress: Callable[[Counts], object] | None,
) -> Iterator[DltResource]:
    for name in resources:
        counts[name] = Counts(name)
        table = Table(name, models[name])

        def rows(name: str = name, table: Table = table) -> Iterator[Any]:
            state: MutableMapping[str, Any] = dlt.current.resource_state()
            reader = Reader(
                table=table,
                query=queries[name],
                store=Store(table, workspace_id),
                state=state.setdefault(str(workspace_id), {}),
                counts=counts[name],
                history=history and name == "tasks",
                full=full,
                full_every=full_every,
                on_progress=on_progress or (lambda _: None),
            )
            yield from reader.read()

        loaded = dlt.resource(
            rows,
            name=name,
            primary_key=KEY,
            write_disposition="merge",
            columns=table.hints(hard_delete=deletions == "hard"),
        )
        yield loaded
        if history and name == "tasks":
            yield dlt.transformer(  # type: ignore[call-overload]
                lambda rows: rows,
                data_from=loaded,
                name="tasks_history",
                merge_key=KEY,
                write_disposition={"disposition": "merge", "strategy": "scd2", "row_version_column_name": HASH},
                columns=table.hints(hard_delete=False),
            )
