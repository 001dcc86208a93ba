"""What has happened to the tasks of a workspace since a moment."""

from __future__ import annotations

import datetime

import attrs

from toggl_openapi.track import models


@attrs.frozen
class Change:
    """A task that was created, changed or deleted. The service does not tell the first two apart."""

    task: models.Task
    """The task as it is now, or was when it was deleted."""

    @property
    def deleted(self) -> bool:
        """Whether the task is gone (`server_deleted_at` is set)."""
        return isinstance(self.task.server_deleted_at, datetime.datetime | str)


def unix_seconds(since: datetime.datetime | int) -> int:
    """A moment as the service takes it; raises for one without a time zone."""
    if isinstance(since, datetime.datetime):
        if since.tzinfo is None:
            raise ValueError(f"since needs a time zone: {since!r} has none; add tzinfo=datetime.timezone.utc")
        return int(since.timestamp())
    return since
