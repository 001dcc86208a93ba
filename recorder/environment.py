"""What the commands that talk to a service take from the environment, and from the user in front of them."""

from __future__ import annotations

import os
from typing import Final

from toggl_tasks._decoding import Drift

from .focus_session import FocusSession
from .format import Api
from .session import Session
from .track_session import TrackSession

MOST_REQUESTS: Final = 29
"""Of both APIs together: fewer than the 30 an hour of the free plan."""
BETWEEN_REQUESTS: Final = 1.2
"""Seconds: the live service lets about one request a second through."""


class Incomplete(Exception):
    """Something is missing in the environment."""


def sessions_of_environment(
    drifts: list[Drift], *, only: Api | None = None, base_url: str | None = None
) -> list[Session]:
    """A session for each API that the environment has a token for, at the address that it names.

    `only` leaves the other API out; `base_url` goes before the address in the environment. Raises Incomplete, or
    ValueError for what is there but is no token or address.
    """
    track_token = None if only == "focus" else os.environ.get("TOGGL_API_TOKEN")
    focus_token = None if only == "track" else os.environ.get("TOGGL_FOCUS_TOKEN")
    workspace_id = number("TOGGL_WORKSPACE_ID")
    if not track_token and not focus_token:
        raise Incomplete("set TOGGL_API_TOKEN (Track), TOGGL_FOCUS_TOKEN (Focus), or both")
    if base_url and track_token and focus_token:
        raise Incomplete("--base-url is the address of one API: add --api track or --api focus")
    sessions: list[Session] = []
    if track_token:
        url = base_url or os.environ.get("TOGGL_TRACK_URL") or TrackSession.live_url
        sessions.append(
            TrackSession(url, track_token, workspace_id, number("TOGGL_PROJECT_ID"), on_drift=drifts.append)
        )
    if focus_token:
        organization_id = number("TOGGL_ORGANIZATION_ID")
        if organization_id is None or workspace_id is None:
            raise Incomplete("Focus cannot tell its ids: set TOGGL_ORGANIZATION_ID and TOGGL_WORKSPACE_ID")
        url = base_url or os.environ.get("TOGGL_FOCUS_URL") or FocusSession.live_url
        sessions.append(FocusSession(url, focus_token, organization_id, workspace_id, on_drift=drifts.append))
    return sessions


def number(variable: str) -> int | None:
    """An id in the environment."""
    text = os.environ.get(variable, "").strip()
    if text and not (text.isascii() and text.isdigit()):
        raise Incomplete(f"{variable} must be a number, not {text!r}")
    return int(text) if text else None


def agreed(question: str) -> bool:
    """Whether the user says yes. Where nobody can be asked, the answer is no."""
    try:
        return input(f"{question} [y/N] ").strip().lower() in ("y", "yes")
    except EOFError:
        print()
        return False
