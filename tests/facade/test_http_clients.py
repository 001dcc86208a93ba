"""The caller's own HTTP client or transport, of httpx or httpx2: which ones are accepted, and what they change."""

from __future__ import annotations

import logging
import pickle
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import httpx2
import msgspec
import pytest

from tests.facade.test_errors import HTTPX_ERRORS
from tests.support.clients import Clients, collect, maybe_await
from tests.support.service import Service, SteadyService, reply
from tests.support.tasks import track_page, track_task
from toggl_tasks import AsyncFocus, AsyncTrack, ConnectionFailed, Focus, NotFound, TogglError, Track

ROOT = Path(__file__).parents[2]
TASK = msgspec.json.encode(track_task())
OVER_HTTPX2 = pytest.mark.parametrize("clients", ["threads over httpx2", "asyncio over httpx2"], indirect=True)


def own_client(clients: Clients, answer: Callable[[Any], Any]) -> Any:
    """A caller's own client whose transport calls this function."""
    library = clients.library
    kind = library.AsyncClient if clients.asynchronous else library.Client
    return clients.add(kind(transport=library.MockTransport(answer)))


@OVER_HTTPX2
@pytest.mark.parametrize(("cause", "kind"), HTTPX_ERRORS, ids=lambda value: getattr(value, "__name__", repr(value)))
async def test_errors_of_httpx2_raise_what_those_of_httpx_raise(
    clients: Clients, cause: Exception, kind: type[TogglError]
) -> None:
    def fail_with(error: Exception) -> Callable[[object], Any]:
        def fail(request: object) -> Any:
            raise error

        return fail

    error = getattr(httpx2, type(cause).__name__)(str(cause))
    failures = []
    for library, one in ((httpx, cause), (httpx2, error)):
        clients.library = library
        track = clients.track(http_client=own_client(clients, fail_with(one)), timeout=7)
        with pytest.raises(kind) as caught:
            await maybe_await(track.tasks.get(1, 2, 3))
        assert caught.value.__cause__ is one
        failures.append((type(caught.value), str(caught.value), vars(caught.value)))
    assert failures[0] == failures[1]


EVERY_LIBRARY = pytest.mark.parametrize(
    "clients", ["threads", "asyncio", "threads over httpx2", "asyncio over httpx2"], indirect=True
)


@EVERY_LIBRARY
async def test_responses_of_the_default_client_are_those_of_the_library(clients: Clients) -> None:
    service = SteadyService(reply(track_task(), headers={"set-cookie": "session=1", "location": "https://other"}))
    track = clients.track(service)
    for _ in range(2):
        answer = await maybe_await(track.raw.get_task(1, 2, 3))
    assert answer.response.elapsed.total_seconds() > 0
    assert answer.response.request.url.path == "/api/v9/workspaces/1/projects/2/tasks/3"
    assert "cookie" not in service.requests[-1].headers


@EVERY_LIBRARY
async def test_errors_of_the_default_client_have_the_request(clients: Clients) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        closed = f"http://127.0.0.1:{server.getsockname()[1]}"
    with pytest.raises(ConnectionFailed) as caught:
        await maybe_await(clients.track(base_url=closed).tasks.get(1, 2, 3))
    cause: Any = caught.value.__cause__
    assert cause.request.url.path == "/workspaces/1/projects/2/tasks/3"


@EVERY_LIBRARY
async def test_tracing_tools_may_replace_send(clients: Clients, monkeypatch: pytest.MonkeyPatch) -> None:
    kind = clients.library.AsyncClient if clients.asynchronous else clients.library.Client
    send, sent = kind.send, []

    def traced(client: Any, request: Any, **options: Any) -> Any:
        sent.append(request.url.path)
        return send(client, request, **options)

    monkeypatch.setattr(kind, "send", traced)
    await maybe_await(clients.track(SteadyService(reply(track_task()))).tasks.get(1, 2, 3))
    assert sent == ["/api/v9/workspaces/1/projects/2/tasks/3"]


@OVER_HTTPX2
async def test_request_and_response_are_those_of_the_client(clients: Clients) -> None:
    track = clients.track(http_client=own_client(clients, lambda request: httpx2.Response(200, content=TASK)))
    answer = await maybe_await(track.raw.get_task(1, 2, 3))
    assert isinstance(answer.response, httpx2.Response)
    assert (answer.value.id, answer.response.json()["id"]) == (3, 3)
    assert pickle.loads(pickle.dumps(answer)).response.content == TASK
    track = clients.track(http_client=own_client(clients, lambda request: httpx2.Response(404)))
    with pytest.raises(NotFound) as caught:
        await maybe_await(track.tasks.get(1, 2, 3))
    assert isinstance(caught.value.request, httpx2.Request)
    assert isinstance(caught.value.response, httpx2.Response)


@OVER_HTTPX2
async def test_only_the_caller_closes_a_client(clients: Clients) -> None:
    http_client = own_client(clients, lambda request: httpx2.Response(200, content=TASK))
    track = clients.track(http_client=http_client)
    await maybe_await(track.tasks.get(1, 2, 3))
    await maybe_await(track.close())
    assert not http_client.is_closed


@OVER_HTTPX2
async def test_a_transport_of_httpx2_belongs_to_the_client(clients: Clients) -> None:
    service = Service(reply(track_task()))
    track = clients.track(service)
    assert (await maybe_await(track.tasks.get(1, 2, 3))).id == 3
    await maybe_await(track.close())
    assert service.closed == 1


async def test_a_transport_needs_only_the_methods_of_one(clients: Clients) -> None:
    class Wrapper:
        def __init__(self, service: Service) -> None:
            self._service = service

        def __getattr__(self, name: str) -> Any:
            return getattr(self._service, name)

    wrapper: Any = Wrapper(Service(reply(track_task())))
    assert (await maybe_await(clients.track(wrapper).tasks.get(1, 2, 3))).id == 3


@pytest.mark.parametrize("library", [httpx, httpx2])
def test_a_transport_may_retry_connecting(library: Any) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    transport = library.HTTPTransport(retries=1)
    track = Track(token="abc", base_url=f"http://127.0.0.1:{port}", transport=transport, retries=0)
    with track, pytest.raises(ConnectionFailed, match="refused"):
        track.tasks.get(1, 2, 3)


@OVER_HTTPX2
async def test_logs_of_httpx2_show_no_query(clients: Clients, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    track = clients.track(SteadyService(reply(track_page(track_task()))))
    await collect(track.tasks.list(1, search="secret-plan"))
    assert "httpx2" in {record.name for record in caplog.records}
    assert "secret-plan" not in caplog.text


@pytest.mark.parametrize("make", [Track, Focus])
@pytest.mark.parametrize("other", [httpx.AsyncClient, httpx2.AsyncClient, httpx.HTTPTransport, object, dict])
def test_another_object_than_a_client_raises(make: Any, other: Callable[[], object]) -> None:
    with pytest.raises(TypeError, match=r"http_client must be an httpx\.Client or httpx2\.Client, not <class '\w"):
        make(token="abc", http_client=other())


@pytest.mark.parametrize("make", [AsyncTrack, AsyncFocus])
@pytest.mark.parametrize("other", [httpx.Client, httpx2.Client, httpx.AsyncHTTPTransport, object, dict])
def test_another_object_than_an_async_client_raises(make: Any, other: Callable[[], object]) -> None:
    wanted = r"http_client must be an httpx\.AsyncClient or httpx2\.AsyncClient, not <class '\w"
    with pytest.raises(TypeError, match=wanted):
        make(token="abc", http_client=other())


def test_an_application_may_use_httpx2_in_place_of_httpx() -> None:
    program = f"""
import httpx2
httpx2.alias_httpx()
import logging, sys
logging.basicConfig(level=logging.INFO, stream=sys.stdout)
from toggl_tasks import Track
class Service:
    def handle_request(self, request):
        return httpx2.Response(200, content={msgspec.json.encode(track_page())!r})
    def close(self):
        pass
with Track(token="abc", transport=Service(), pace=None) as track:
    print(list(track.tasks.list(1, search="secret-plan")))
print(type(track._driver.client))
"""
    command = [sys.executable, "-W", "error", "-c", program]
    paths = {"PYTHONPATH": f"{ROOT}:{ROOT / 'generated'}"}
    done = subprocess.run(command, env=paths, capture_output=True, text=True, check=False, timeout=60)
    assert done.stdout.endswith("[]\n<class 'httpx2.Client'>\n"), done.stderr
    assert "INFO:httpx2:" in done.stdout
    assert "secret-plan" not in done.stdout


async def test_what_a_hook_of_the_callers_client_raises_ends_the_call_unchanged(clients: Clients) -> None:
    service = SteadyService(reply("Task not found", 404))
    http_client = clients.http_client(service)

    async def check_async(response: Any) -> None:
        response.raise_for_status()

    hook = check_async if clients.asynchronous else lambda response: response.raise_for_status()
    http_client.event_hooks = {"response": [hook]}
    with pytest.raises(clients.library.HTTPStatusError):
        await maybe_await(clients.track(http_client=http_client, retries=3).tasks.get(1, 2, 3))
    assert len(service.requests) == 1


@pytest.mark.parametrize(
    ("make", "transport", "method"),
    [
        (Track, httpx.AsyncHTTPTransport, "handle_request"),
        (AsyncTrack, httpx.HTTPTransport, "handle_async_request"),
        (Track, httpx2.AsyncHTTPTransport, "handle_request"),
    ],
)
def test_a_transport_of_the_other_kind_raises(make: Any, transport: Any, method: str) -> None:
    with pytest.raises(TypeError, match=f"transport has no {method}: pass a transport for"):
        make(token="x", transport=transport(verify=False))
