"""Toggl Focus: its clients, its methods and its models."""

from __future__ import annotations

from toggl_openapi.focus import models as models
from toggl_openapi.focus.models import *  # noqa: F403 - all models, for `from toggl_tasks.focus import Task`
from toggl_resources.focus import async_resources, resources
from toggl_resources.focus.async_raw import AsyncRawFocus as AsyncRawFocus
from toggl_resources.focus.raw import RawFocus as RawFocus

from ._client import AsyncClient, SyncClient, resource
from ._credentials import focus_credentials


class _FocusApi:
    default_url = "https://focus.toggl.com/api"
    url_variable = "TOGGL_FOCUS_URL"
    authenticate = staticmethod(focus_credentials)
    me = resource(resources.Me, async_resources.AsyncMe)
    projects = resource(resources.Projects, async_resources.AsyncProjects)
    statuses = resource(resources.Statuses, async_resources.AsyncStatuses)
    tags = resource(resources.Tags, async_resources.AsyncTags)
    clients = resource(resources.Clients, async_resources.AsyncClients)
    users = resource(resources.Users, async_resources.AsyncUsers)
    tasks = resource(resources.Tasks, async_resources.AsyncTasks)
    raw = resource(RawFocus, AsyncRawFocus)


class Focus(_FocusApi, SyncClient):
    """A client of Toggl Focus.

    Credentials are `token`, or `email` and `password`, or the environment variable `TOGGL_FOCUS_TOKEN`. `base_url` or
    the variable `TOGGL_FOCUS_URL` selects another service, such as the sandbox. The API does not
    return the id of an organization: take it from `Track().organizations` or the URL of the web application (observed).
    """


class AsyncFocus(_FocusApi, AsyncClient):
    """A client of Toggl Focus for asyncio."""
