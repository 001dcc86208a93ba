"""Load one workspace: a pipeline of dlt for each."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import attrs
import dlt
from dlt.common.destination import Destination
from dlt.common.destination.exceptions import SchemaUpdateError
from dlt.load.exceptions import LoadClientJobException
from dlt.pipeline.exceptions import PipelineStepFailed
from dlt.pipeline.pipeline import Pipeline

from .. import BudgetExceeded, Focus, Quota, TogglError, Track
from .destinations import parse_destination
from .listing import Counts
from .locks import workspace_lock
from .sources import DEFAULT_FULL_EVERY, FOCUS_TABLES, TRACK_TABLES, toggl_focus_source, toggl_track_source
from .views import create_views

UNLIMITED = 10**9
ATTEMPTS = 5
"""To load, while other processes create the same tables."""


@attrs.frozen(kw_only=True)
class WorkspaceReport:
    """The result of a run for one workspace."""

    workspace_id: int
    counts: dict[str, Counts]
    """By table."""
    requests: int
    """Number of requests that were sent, including retries."""
    quota: Quota | None
    """The quota that has the fewest requests left; None if the service sent none."""
    first: bool
    """Whether the destination had no rows of this workspace."""

    @property
    def complete(self) -> bool:
        """Whether all lists were read. If not, the quota ended, and the next run resumes."""
        return all(counts.complete for counts in self.counts.values())


@contextmanager
def interruptions() -> Iterator[None]:
    """Raise KeyboardInterrupt instead of an error that dlt raises because of one, for example while it cleans up."""
    try:
        yield
    except Exception as error:
        found: BaseException | None = error
        while found is not None and not isinstance(found, KeyboardInterrupt):
            # The context of an error that was raised `from None` can lead back to that error.
            found = found.__cause__ or (None if found.__suppress_context__ else found.__context__)
        if found is not None:
            raise found from None
        raise


@interruptions()
def sync_workspace(
    client: Track | Focus,
    workspace_id: int,
    destination: str | Destination[Any, Any],
    *,
    organization_id: int | None = None,
    dataset: str | None = None,
    resources: Sequence[str] | None = None,
    deletions: str = "hard",
    history: bool = False,
    full: bool = False,
    full_every: int = DEFAULT_FULL_EVERY,
    wait: bool = False,
    views: bool = True,
    pipelines_dir: str | Path | None = None,
    on_progress: Callable[[Counts], object] | None = None,
) -> WorkspaceReport:
    """Load the tasks of a workspace, and what belongs to them, into tables of a destination.

    A run that was interrupted, also by SIGKILL, is completed by the next one: first what it had read is loaded. One
    process at a time loads a workspace; different workspaces can be loaded at the same time, except into DuckDB, whose
    file one process at a time can write. Where the destination is neither Postgres nor DuckDB, this is enforced for
    the processes that share `pipelines_dir`, and otherwise up to the caller.

    Args:
        client: The client to read with.
        workspace_id: Id of the workspace.
        destination: `duckdb:FILE`, `postgresql://…`, `filesystem:DIR`, or any destination of dlt.
        organization_id: Id of the organization, for Focus.
        dataset: The schema of the tables; default `toggl_track` or `toggl_focus`.
        resources: Names of tables; default all.
        deletions: `hard` deletes rows; `soft` sets their column `sync_deleted_at`.
        history: Also load each version of the tasks into `tasks_history`.
        full: Read everything.
        full_every: Do so in each run of this number; 0 for never.
        wait: At the end of the quota, wait, instead of leaving the rest to the next run.
        views: Create the views for reports (DuckDB, Postgres).
        pipelines_dir: Where dlt stores its working files; default `pipelines` in the folder of the environment variable
            `DLT_DATA_DIR`, otherwise in `~/.dlt`, or for root in `/var/dlt`.
        on_progress: Called after each page.

    Raises:
        TypeError, ValueError: An invalid argument; nothing was sent.
        SyncInProgress: Another process loads this workspace, or writes the DuckDB file; nothing was sent.
        BudgetExceeded: The `budget` of the client is too small; nothing was loaded. `needed` says how many requests
            more this run takes at least.
        TogglError: A request failed.
        PipelineStepFailed, DestinationException: dlt failed to load; the next run tries again.
    """
    place = _place(destination)
    if isinstance(destination, str):
        destination = parse_destination(destination, workspace_id)
    counts: dict[str, Counts] = {}
    common: dict[str, Any] = {
        "deletions": deletions,
        "history": history,
        "full": full,
        "full_every": full_every,
        "wait": wait,
        "counts": counts,
        "on_progress": on_progress,
    }
    if isinstance(client, Track):
        source = toggl_track_source(workspace_id, client=client, resources=resources or tuple(TRACK_TABLES), **common)
    elif organization_id is None:
        raise TypeError("organization_id is missing: Focus needs the id of the organization")
    else:
        tables = resources or tuple(FOCUS_TABLES)
        source = toggl_focus_source(organization_id, workspace_id, client=client, resources=tables, **common)
    dataset = dataset or source.name
    pipeline = dlt.pipeline(
        pipeline_name=f"{dataset}_{workspace_id}_{place}",
        destination=destination,
        dataset_name=dataset,
        pipelines_dir="" if pipelines_dir is None else str(pipelines_dir),
    )
    with workspace_lock(pipeline, workspace_id), client.budget(UNLIMITED) as budget, _without_warnings_of_json():
        try:
            if pipeline.has_pending_data:
                _load_pending(pipeline)
            _load(pipeline, source)
        except PipelineStepFailed as error:
            if (cause := _cause(error, counts)) is not None:
                raise cause from None
            raise
        if views:
            create_views(pipeline, focus=isinstance(client, Focus))
    return WorkspaceReport(
        workspace_id=workspace_id,
        counts=counts,
        requests=budget.spent,
        quota=min(client.quotas.values(), key=lambda quota: quota.remaining, default=None),
        first=all(one.first for one in counts.values()),
    )


def _place(destination: str | Destination[Any, Any]) -> str:
    """A short name of a destination: each has its own state. Credentials do not matter."""
    text = destination if isinstance(destination, str) else f"{destination.destination_type}:"
    if not isinstance(destination, str):
        text += str(destination.config_params.get("bucket_url") or destination.config_params.get("credentials") or "")
    kind, _, rest = text.partition(":")
    rest = rest.rpartition("@")[2] if "@" in rest or "://" in text else str(Path(rest).absolute())
    return hashlib.blake2b(f"{kind}:{rest}".encode(), digest_size=4).hexdigest()


def _load(pipeline: Pipeline, *source: Any) -> None:
    """Run a pipeline. Of processes that create the same tables at the same time, all but one fail, and load again."""
    for attempt in range(1, ATTEMPTS + 1):
        try:
            pipeline.run(*source)
        except PipelineStepFailed as error:
            if attempt == ATTEMPTS or not isinstance(error.exception, SchemaUpdateError):
                raise
            source = ()  # the rows are in the working files
        else:
            return


def _load_pending(pipeline: Pipeline) -> None:
    """Load what an interrupted run has read.

    If that cannot succeed, discard it: the state in the database is of the last complete load, so it is read again.
    """
    with pipeline.destination_client() as client:
        lost = not client.is_storage_initialized()
    try:
        if not lost:
            _load(pipeline)
    except PipelineStepFailed as error:
        # Postgres refuses the second of two equal rows: dlt has committed the first, and was killed before it knew.
        if not isinstance(error.exception, LoadClientJobException):
            raise
        lost = True
    if lost:
        pipeline.drop()


def _cause(error: BaseException | None, counts: dict[str, Counts]) -> TogglError | None:
    """The error of the client that stopped a step of dlt, if it was one."""
    while error is not None and not isinstance(error, TogglError):
        error = error.__cause__
    if isinstance(error, BudgetExceeded):  # it knows of one list only
        error.needed += sum(max((one.planned or 1) - one.requests, 0) for one in counts.values() if not one.failed)
    return error


@contextmanager
def _without_warnings_of_json() -> Iterator[None]:
    """Silence dlt's warning that columns of the type JSON are texts in Arrow, which has no such type."""

    def is_other(record: logging.LogRecord) -> bool:
        return "when merging arrow schema" not in record.getMessage()

    logger = logging.getLogger("dlt")
    logger.addFilter(is_other)
    try:
        yield
    finally:
        logger.removeFilter(is_other)
