"""Fields that the specification does not have yet: they break nothing, and they can be read."""

from __future__ import annotations

from tests.support.clients import Clients, collect, maybe_await
from tests.support.service import Service, raw_reply, reply
from tests.support.tasks import focus_page, focus_task, track_page, track_task


async def test_unknown_fields_of_a_task_are_returned_by_path(clients: Clients) -> None:
    answer = await maybe_await(
        clients.track(Service(reply(track_task(colour="red", deep={"a": 1})))).raw.get_task(1, 2, 3)
    )
    assert answer.value.id == 3
    assert answer.unknown_fields() == {"$.colour": "red", "$.deep": {"a": 1}}


async def test_unknown_fields_of_a_page_are_returned_by_path(clients: Clients) -> None:
    body = track_page(track_task(1), track_task(2, colour="red")) | {"cursor": "x"}
    (page,) = await collect(clients.track(Service(reply(body))).tasks.list(1).pages())
    assert page.answer.unknown_fields() == {"$.data[1].colour": "red", "$.cursor": "x"}
    (page,) = await collect(
        clients.focus(Service(reply(focus_page(focus_task(1, shape="round"))))).tasks.list(1, 2).pages()
    )
    assert page.answer.unknown_fields() == {"$.data[0].shape": "round"}


async def test_without_unknown_fields_the_dict_is_empty(clients: Clients) -> None:
    track = clients.track(Service(reply(track_task()), reply([]), raw_reply(b"")))
    assert (await maybe_await(track.raw.get_task(1, 2, 3))).unknown_fields() == {}
    assert (await maybe_await(track.raw.list_my_tasks())).unknown_fields() == {}
    assert (await maybe_await(track.raw.delete_task(1, 2, 3))).unknown_fields() == {}
