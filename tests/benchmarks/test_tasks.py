"""The data of the benchmarks conforms to the specification, so that no client takes its slow path."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator

import msgspec
import pytest

from benchmarks import server, tasks
from benchmarks.peers import bare_struct, httpx_json, peer
from toggl_openapi.focus import models as focus
from toggl_openapi.focus import operations
from toggl_openapi.track import models as track
from toggl_tasks import Track
from toggl_tasks._decoding import decode


@pytest.mark.parametrize(
    ("kind", "body", "size"), [(track.TaskPage, tasks.track_page(), 200), (focus.TaskPage, tasks.focus_page(), 100)]
)
def test_pages_conform_to_the_specification(kind: type, body: bytes, size: int) -> None:
    page, drifts = decode(kind, body, "list_tasks", str)
    assert not drifts
    assert len(page.data) == size == len({task.id for task in page.data})
    assert not {name for task in json.loads(body)["data"] for name in task} - set(page.data[0].__struct_fields__)


def test_pages_have_different_tasks() -> None:
    first, second = (json.loads(tasks.track_page(number))["data"] for number in (1, 2))
    assert not {task["id"] for task in first} & {task["id"] for task in second}


def test_new_tasks_are_valid() -> None:
    new = tasks.new_tasks()
    body = operations.create_tasks(1, 2, {"tasks": new}).body  # type: ignore[arg-type]
    assert body is not None
    assert json.loads(body) == {"tasks": new}
    for name in ("toggl_tasks", "httpx_json", "bare_struct"):
        assert json.loads(peer(name).encoder(new)()) == {"tasks": new}


def test_the_bare_structs_have_exactly_the_fields_of_the_models() -> None:
    for api, body in (("track", tasks.track_page()), ("focus", tasks.focus_page())):
        page, whole = bare_struct.reader(api)(body), peer("toggl_tasks").reader(api)(body)
        assert msgspec.to_builtins(page) == msgspec.to_builtins(whole)
        assert not hasattr(page.data[0], "__weakref__")
        assert not hasattr(page.data[0], "tracked")
        assert [field.name for field in msgspec.structs.fields(type(page.data[0]))] == list(
            whole.data[0].__struct_fields__
        )


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with server.running() as url:
        yield url


@pytest.mark.parametrize("name", ["toggl_tasks", "httpx_json", "bare_struct"])
def test_every_peer_lists_all_tasks_of_the_local_service(url: str, name: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        listed = list(peer(name).listing(url, 600))
    ids = [task["id"] if isinstance(task, dict) else task.id for task in listed]
    assert ids == list(range(100_000_000, 100_000_600))


def test_the_local_service_returns_the_number_of_pages(url: str) -> None:
    with Track(token="0123456789abcdef0123456789abcdef", base_url=url) as client:
        assert client.tasks.list(20_000).total == 20_000
    pages = list(httpx_json.pages(url, 10_200, lambda response: response.json()))
    assert [page["page"] for page in pages] == list(range(1, 52))
    # Its pages begin again after fifty, with other ids: a client may drop repeated ones.
    assert [task["name"] for task in pages[0]["data"]] == [task["name"] for task in pages[50]["data"]]
    assert len({task["id"] for page in pages for task in page["data"]}) == 10_200
