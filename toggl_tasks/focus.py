"""Toggl Focus: its clients, its methods and its models."""

from __future__ import annotations

from typing import ClassVar

from toggl_openapi.focus import models as models
from toggl_openapi.focus.models import *  # noqa: F403 - all models, for `from toggl_tasks.focus import Task`
from toggl_resources.focus import async_resources, resources
from toggl_resources.focus.async_raw import AsyncRawFocus as AsyncRawFocus
from toggl_resources.focus.async_tasks import AsyncTasks as AsyncTasks
from toggl_resources.focus.raw import RawFocus as RawFocus
from toggl_resources.focus.tasks import Tasks as Tasks

from ._client import AsyncClient, SyncClient
from ._credentials import focus_credentials
from ._rate_limiter import Pace
from ._resource import resource


class _FocusApi:
    default_url = "https://focus.toggl.com/api"
    url_variable = "TOGGL_FOCUS_URL"
    default_pace: ClassVar[Pace | None] = None
    authenticate = staticmethod(focus_credentials)


class Focus(SyncClient, resources.Resources, _FocusApi):
    """A client of Toggl Focus.

    Credentials are `token`, or `email` and `password`, or the environment variable `TOGGL_FOCUS_TOKEN`. `base_url` or
    the variable `TOGGL_FOCUS_URL` selects another service, such as the sandbox. The API does not
    return ids of organizations: take them from `Track().organizations` or the URL of the web application (observed).
    """

    tasks = resource(Tasks)
    raw = resource(RawFocus)


class AsyncFocus(AsyncClient, async_resources.AsyncResources, _FocusApi):
    """A client of Toggl Focus for asyncio."""

    tasks = resource(AsyncTasks)
    raw = resource(AsyncRawFocus)
