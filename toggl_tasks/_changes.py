"""Changes to the tasks of a workspace since a point in time."""

from __future__ import annotations

import datetime
from typing import Any

import attrs

from toggl_openapi.track import models


@attrs.frozen
class Change:
    """A task that was created, changed or deleted. The service does not distinguish the first two."""

    task: models.Task
    """The task as it is now, or as it was deleted."""

    def to_dict(self) -> dict[str, Any]:
        """The fields of the task as a dict, with `deleted`."""
        return self.task.to_dict() | {"deleted": self.deleted}

    @property
    def deleted(self) -> bool:
        """Whether the task was deleted (`server_deleted_at` is set)."""
        return isinstance(self.task.server_deleted_at, datetime.datetime | str)
