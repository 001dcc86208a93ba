"""`track.tasks.changes`: what happened since a moment, in one pass."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from tests.support.clients import Clients, collect, maybe_await
from tests.support.service import Service, reply
from tests.support.tasks import track_page, track_task
from toggl_sandbox import Sandbox
from toggl_sandbox.clock import FROZEN_AT, Clock

SINCE = datetime.datetime(2025, 3, 1, tzinfo=datetime.UTC)


async def test_changes_sends_its_query(clients: Clients) -> None:
    gone = track_task(4, server_deleted_at="2025-03-02T00:00:00Z")
    date = {"Date": "Mon, 03 Mar 2025 09:00:00 GMT"}
    service = Service(reply(track_page(track_task(3), gone), headers=date))
    changes = clients.track(service).tasks.changes(1, SINCE, timeout=3)
    assert changes.asked_at is None
    found = await collect(changes)
    assert [(change.task.id, change.deleted) for change in found] == [(3, False), (4, True)]
    assert dict(service.request.url.params) == {
        "since": "1740787200",
        "active": "both",
        "sort_field": "created_at",
        "sort_order": "ASC",
        "per_page": "200",
    }
    assert changes.asked_at == datetime.datetime(2025, 3, 3, 9, tzinfo=datetime.UTC)


@pytest.mark.parametrize("date", [{}, {"Date": ""}, {"Date": "yesterday"}, {"Date": "Mon, 99 Mar 2025 09:00:00 GMT"}])
async def test_without_a_date_header_asked_at_is_none(clients: Clients, date: dict[str, str]) -> None:
    changes = clients.track(Service(reply(track_page(), headers=date))).tasks.changes(1, SINCE)
    await collect(changes)
    assert changes.asked_at is None


@pytest.mark.parametrize("since", [datetime.datetime(2025, 3, 1), "yesterday", 1.5, -1])  # noqa: DTZ001
async def test_invalid_datetimes_raise(clients: Clients, since: Any) -> None:
    with pytest.raises((TypeError, ValueError), match="since"):
        clients.track(Service()).tasks.changes(1, since)


async def test_an_unknown_argument_raises(clients: Clients) -> None:
    with pytest.raises(TypeError, match="changes: there is no argument 'active'"):
        clients.track(Service()).tasks.changes(1, SINCE, active="both")


async def test_changes_keep_a_copy_up_to_date(clients: Clients) -> None:
    with Sandbox(clock=Clock(FROZEN_AT)) as sandbox:
        track: Any = sandbox.async_track() if clients.asynchronous else sandbox.track()
        workspace, project = sandbox.workspace_id, sandbox.project_id
        pass_ = track.tasks.changes(workspace, 0)
        copy = {change.task.id for change in await collect(pass_) if not change.deleted}
        assert pass_.asked_at == FROZEN_AT
        sandbox.clock.advance(60)
        made = await maybe_await(track.tasks.create(workspace, project, name="new"))
        done, gone, *_ = sorted(copy)
        tasks = {task.id: task for task in await collect(track.tasks.list(workspace, active="both"))}
        await maybe_await(track.tasks.update(workspace, tasks[done].project_id, done, active=False))
        await maybe_await(track.tasks.delete(workspace, tasks[gone].project_id, gone))
        found = await collect(track.tasks.changes(workspace, pass_.asked_at + datetime.timedelta(seconds=1)))
        assert {(change.task.id, change.deleted) for change in found} == {
            (made.id, False),
            (done, False),
            (gone, True),
        }
        await maybe_await(track.close())
