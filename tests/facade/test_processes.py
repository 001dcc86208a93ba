"""Clients and sandboxes across processes: used before a fork, they raise in the child at once; none can be pickled."""

from __future__ import annotations

import asyncio
import os
import pickle
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.support.clients import FOCUS_TOKEN, TRACK_TOKEN
from toggl_sandbox import Sandbox, running
from toggl_tasks import AsyncFocus, AsyncTrack, Focus, Track

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs os.fork"),
    pytest.mark.filterwarnings("ignore:This process .* is multi-threaded, use of fork:DeprecationWarning"),
]
REFUSAL = "RuntimeError: this client was used before a fork, in another process: create one in each process"
SANDBOX_REFUSAL = "RuntimeError: this sandbox was used before a fork, in another process: create one in each process"


def in_child(function: Callable[[], object]) -> str:
    """The result of a function in a child of this process, or its exception; fails if it does not end in time."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        try:
            try:
                text = repr(function())
            except BaseException as error:  # noqa: BLE001 - the parent shows it
                text = f"{type(error).__name__}: {error}"
            os.write(writer, text.encode())
        finally:
            os._exit(0)
    os.close(writer)
    for _ in range(1_000):
        if os.waitpid(child, os.WNOHANG)[0]:
            with os.fdopen(reader) as result:
                return result.read()
        time.sleep(0.01)
    os.kill(child, 9)
    os.waitpid(child, 0)
    pytest.fail("the child hangs")


@contextmanager
def served() -> Iterator[tuple[Sandbox, Any]]:
    with Sandbox() as sandbox, running(sandbox) as server:
        yield sandbox, server


def test_a_client_that_was_used_before_a_fork_raises_in_the_child(tmp_path: Path) -> None:
    with served() as (sandbox, server):
        for options in ({}, {"shared": tmp_path / "shared", "pace": 100}):
            with Track(token=sandbox.token, base_url=server.track_url, **options) as track:  # type: ignore[arg-type]
                first = list(track.tasks.list(sandbox.workspace_id))
                copy = track.with_options(timeout=3)
                for client in (track, copy):
                    result = in_child(lambda client=client: list(client.tasks.list(sandbox.workspace_id)))  # type: ignore[misc]
                    assert result == REFUSAL
                assert [in_child(track.close), in_child(server.stop)] == ["None", "None"]
                assert list(track.tasks.list(sandbox.workspace_id)) == first


def test_a_client_that_was_not_used_before_a_fork_works_in_both_processes() -> None:
    with served() as (sandbox, server), Track(token=sandbox.token, base_url=server.track_url) as track:
        count = in_child(lambda: len(list(track.tasks.list(sandbox.workspace_id))))
        assert count == str(len(list(track.tasks.list(sandbox.workspace_id))))


def test_an_async_client_that_was_used_before_a_fork_raises_in_the_child() -> None:
    with served() as (sandbox, server), asyncio.Runner() as runner:
        track = AsyncTrack(token=sandbox.token, base_url=server.track_url)

        async def total() -> int | None:
            return await track.tasks.list(sandbox.workspace_id).total

        async def total_and_close() -> int | None:
            try:
                return await total()
            finally:
                await track.close()

        first = runner.run(total())
        assert in_child(lambda: asyncio.run(total_and_close())) == REFUSAL
        assert runner.run(total()) == first
        runner.run(track.close())


def test_a_list_with_prefetch_raises_in_the_child() -> None:
    with served() as (sandbox, server), Track(token=sandbox.token, base_url=server.track_url) as track:
        pages = track.tasks.list(sandbox.workspace_id, active="both", per_page=1, prefetch=3).pages()
        next(pages)
        assert in_child(lambda: next(pages)) == REFUSAL
        in_child(pages.close)
        next(pages)
        pages.close()


@pytest.mark.parametrize("asynchronous", [False, True])
def test_an_in_process_sandbox_that_was_used_before_a_fork_raises_in_the_child(asynchronous: bool) -> None:
    with Sandbox() as sandbox:
        url = f"{sandbox.track_url}/me/tasks"

        async def get_async() -> int:
            async with httpx.AsyncClient(transport=sandbox.async_transport()) as client:
                return (await client.get(url, auth=(sandbox.token, "api_token"))).status_code

        def get() -> int:
            if asynchronous:
                return asyncio.run(get_async())
            with httpx.Client(transport=sandbox.transport()) as client:
                return client.get(url, auth=(sandbox.token, "api_token")).status_code

        assert get() == 200
        for call in (get, sandbox.reset, sandbox.export_state):
            assert in_child(call).startswith(SANDBOX_REFUSAL)
        assert in_child(sandbox.close) == "None"
        assert get() == 200


def test_a_child_does_not_write_the_file_of_a_sandbox(tmp_path: Path) -> None:
    path = tmp_path / "state"
    with Sandbox(persist=path) as sandbox, sandbox.track() as track:
        made = track.tasks.create(sandbox.workspace_id, sandbox.project_id, name="before")
        assert in_child(sandbox.save).startswith(SANDBOX_REFUSAL)
        assert in_child(sandbox.close) == "None"
        track.tasks.update(sandbox.workspace_id, sandbox.project_id, made.id, name="after")
    with Sandbox(persist=path) as sandbox, sandbox.track() as track:
        assert track.tasks.get(sandbox.workspace_id, sandbox.project_id, made.id).name == "after"


def test_a_sandbox_that_was_not_used_before_a_fork_works_in_the_child() -> None:
    with Sandbox() as sandbox:
        assert in_child(lambda: sandbox.track().tasks.list(sandbox.workspace_id).total) != "None"
        assert sandbox.track().tasks.list(sandbox.workspace_id).total


@pytest.mark.parametrize("kind", [Track, AsyncTrack, Focus, AsyncFocus])
def test_a_client_cannot_be_pickled(kind: Any) -> None:
    client = kind(token=FOCUS_TOKEN if kind in (Focus, AsyncFocus) else TRACK_TOKEN)
    scope = (1, 2) if isinstance(client, Focus | AsyncFocus) else (1,)
    for value in (client, client.tasks, client.raw, client.tasks.create, client.tasks.list(*scope)):
        with pytest.raises(
            TypeError, match="a client cannot be pickled, since it contains credentials: create one in each"
        ):
            pickle.dumps(value)


def test_a_process_pool_says_what_to_do_with_a_client() -> None:
    with Track(token=TRACK_TOKEN) as track, ProcessPoolExecutor(1) as pool:
        call = pool.submit(track.tasks.get, 1, 2, 3)
        with pytest.raises(TypeError, match="create one in each process"):
            call.result(timeout=60)


def test_a_sandbox_cannot_be_pickled() -> None:
    with Sandbox() as sandbox, pytest.raises(TypeError, match="create one in each process"):
        pickle.dumps(sandbox)
