"""Settings and confirmation of the commands that talk to a service."""

from __future__ import annotations

import os
from typing import Final

from toggl_tasks import Drift

from .focus_session import FocusSession
from .format import Api
from .session import Session
from .track_session import TrackSession

MAX_REQUESTS: Final = 29
"""The limit for both APIs together, below the 30 requests an hour of the free plan."""
REQUEST_INTERVAL: Final = 1.2
"""Seconds between requests: the live service allows about one a second."""


class MissingSetting(Exception):
    """A setting is missing in the environment or invalid."""


def sessions_from_environment(
    drifts: list[Drift], *, only: Api | None = None, base_url: str | None = None
) -> list[Session]:
    """Return a session for each API that the environment has a token for.

    `only` limits them to one API; `base_url` overrides the address in the environment. Raises MissingSetting, or
    ValueError for an invalid token or address.
    """
    track_token = None if only == "focus" else os.environ.get("TOGGL_API_TOKEN")
    focus_token = None if only == "track" else os.environ.get("TOGGL_FOCUS_TOKEN")
    workspace_id = read_id("TOGGL_WORKSPACE_ID")
    if not track_token and not focus_token:
        raise MissingSetting("set TOGGL_API_TOKEN (Track), TOGGL_FOCUS_TOKEN (Focus), or both")
    if base_url and track_token and focus_token:
        raise MissingSetting("--base-url is the address of one API: add --api track or --api focus")
    sessions: list[Session] = []
    if track_token:
        url = base_url or os.environ.get("TOGGL_TRACK_URL") or TrackSession.live_url
        sessions.append(
            TrackSession(url, track_token, workspace_id, read_id("TOGGL_PROJECT_ID"), on_drift=drifts.append)
        )
    if focus_token:
        organization_id = read_id("TOGGL_ORGANIZATION_ID")
        if organization_id is None or workspace_id is None:
            raise MissingSetting(
                "Focus has no call that lists its ids: set TOGGL_ORGANIZATION_ID and TOGGL_WORKSPACE_ID"
            )
        url = base_url or os.environ.get("TOGGL_FOCUS_URL") or FocusSession.live_url
        sessions.append(FocusSession(url, focus_token, organization_id, workspace_id, on_drift=drifts.append))
    return sessions


def read_id(variable: str) -> int | None:
    """Return an id from the environment, or None."""
    text = os.environ.get(variable, "").strip()
    if text and not (text.isascii() and text.isdigit()):
        raise MissingSetting(f"{variable} must be a number, not {text!r}")
    return int(text) if text else None


def confirm(question: str) -> bool:
    """Ask the user; without a terminal the answer is no."""
    try:
        return input(f"{question} [y/N] ").strip().lower() in ("y", "yes")
    except EOFError:
        print()
        return False
