"""The task service for the API of a session."""

from __future__ import annotations

from .session import Session
from .task_service import TaskService


def tasks_of(session: Session) -> TaskService:
    """The tasks of Track or of Focus."""
    if session.api == "focus":
        from .focus_service import FocusService

        return FocusService(session)
    from .track_service import TrackService

    return TrackService(session)
