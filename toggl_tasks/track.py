"""Toggl Track v9: its clients, its methods and its models."""

from __future__ import annotations

from typing import ClassVar

from toggl_openapi.track import models as models
from toggl_openapi.track.models import *  # noqa: F403 - all models, for `from toggl_tasks.track import Task`
from toggl_resources.track import async_resources, resources
from toggl_resources.track.async_raw import AsyncRawTrack as AsyncRawTrack
from toggl_resources.track.async_tasks import AsyncTasks as AsyncTasks
from toggl_resources.track.raw import RawTrack as RawTrack
from toggl_resources.track.tasks import Tasks as Tasks

from ._client import AsyncClient, SyncClient
from ._credentials import track_credentials
from ._rate_limiter import Pace
from ._resource import resource


class _TrackApi:
    default_url = "https://api.track.toggl.com/api/v9"
    url_variable = "TOGGL_TRACK_URL"
    default_pace: ClassVar[Pace | None] = Pace()
    authenticate = staticmethod(track_credentials)


class Track(SyncClient, resources.Resources, _TrackApi):
    """A client of Toggl Track.

    Credentials are `token`, or `email` and `password`, or the environment variable `TOGGL_API_TOKEN`. `base_url` or
    the variable `TOGGL_TRACK_URL` selects another service, such as the sandbox.
    """

    tasks = resource(Tasks)
    raw = resource(RawTrack)


class AsyncTrack(AsyncClient, async_resources.AsyncResources, _TrackApi):
    """A client of Toggl Track for asyncio."""

    tasks = resource(AsyncTasks)
    raw = resource(AsyncRawTrack)
