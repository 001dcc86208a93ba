"""Carries out the steps of a plan over httpx: the only module here that does I/O."""

from __future__ import annotations

import asyncio
import time
from typing import TypeVar, cast
from urllib.parse import urlsplit

import httpx

from .errors import ConnectionFailed, TimedOut
from .exchange import Plan, Reply, Send, Wait

T = TypeVar("T")


def connection_error(step: Send, error: httpx.HTTPError | httpx.InvalidURL) -> ConnectionFailed:
    """Our name for httpx's error. The text names the host, never a header or a body."""
    place = f"{step.method} {urlsplit(step.url).hostname}"
    if isinstance(error, httpx.TimeoutException):
        waited = "" if step.timeout is None else f" within {step.timeout:g} s"
        failed: ConnectionFailed = TimedOut(f"{place}: no answer{waited}")
    else:
        failed = ConnectionFailed(f"{place}: {str(error) or type(error).__name__}")
    failed.__cause__ = error
    return failed


def resume(plan: Plan[T], outcome: Reply | ConnectionFailed | None) -> Send | Wait:
    """The next step of a plan; StopIteration carries its result."""
    return plan.throw(outcome) if isinstance(outcome, ConnectionFailed) else plan.send(outcome)


def reply_of(response: httpx.Response) -> Reply:
    return Reply(status=response.status_code, headers=response.headers, body=response.content, response=response)


class SyncDriver:
    """Runs plans in the calling thread."""

    def __init__(self, client: httpx.Client | None, transport: httpx.BaseTransport | None) -> None:
        if client is not None and transport is not None:
            raise ValueError("give either transport= or http_client=, not both")
        self.owned = client is None
        self.client = client if client is not None else httpx.Client(transport=transport)

    def run(self, plan: Plan[T]) -> T:
        outcome: Reply | ConnectionFailed | None = None
        while True:
            try:
                step = resume(plan, outcome)
            except StopIteration as stop:
                return cast("T", stop.value)
            outcome = self.step(step)

    def step(self, step: Send | Wait) -> Reply | ConnectionFailed | None:
        if isinstance(step, Wait):
            time.sleep(step.seconds)
            return None
        try:
            response = self.client.request(
                step.method, step.url, headers=step.headers, content=step.content, timeout=step.timeout
            )
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            return connection_error(step, error)
        return reply_of(response)

    def shared(self) -> SyncDriver:
        """A driver on the same connections that does not close them."""
        return SyncDriver(self.client, None)

    def close(self) -> None:
        if self.owned:
            self.client.close()


class AsyncDriver:
    """Runs plans on the running event loop."""

    def __init__(self, client: httpx.AsyncClient | None, transport: httpx.AsyncBaseTransport | None) -> None:
        if client is not None and transport is not None:
            raise ValueError("give either transport= or http_client=, not both")
        self.owned = client is None
        self.client = client if client is not None else httpx.AsyncClient(transport=transport)

    async def run(self, plan: Plan[T]) -> T:
        outcome: Reply | ConnectionFailed | None = None
        while True:
            try:
                step = resume(plan, outcome)
            except StopIteration as stop:
                return cast("T", stop.value)
            outcome = await self.step(step)

    async def step(self, step: Send | Wait) -> Reply | ConnectionFailed | None:
        if isinstance(step, Wait):
            await asyncio.sleep(step.seconds)
            return None
        try:
            response = await self.client.request(
                step.method, step.url, headers=step.headers, content=step.content, timeout=step.timeout
            )
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            return connection_error(step, error)
        return reply_of(response)

    def shared(self) -> AsyncDriver:
        """A driver on the same connections that does not close them."""
        return AsyncDriver(self.client, None)

    async def close(self) -> None:
        if self.owned:
            await self.client.aclose()
