"""Protocols of the classes of httpx2: where it is not installed, its own types would accept any argument."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any, Protocol


class HTTPX2Client(Protocol):
    """`httpx2.Client`."""

    def build_request(self, method: str, url: str) -> Any: ...
    def close(self) -> None: ...


class HTTPX2AsyncClient(Protocol):
    """`httpx2.AsyncClient`."""

    def build_request(self, method: str, url: str) -> Any: ...
    def aclose(self) -> Coroutine[Any, Any, None]: ...


class HTTPX2Transport(Protocol):
    """`httpx2.BaseTransport`."""

    def handle_request(self, request: Any) -> Any: ...


class HTTPX2AsyncTransport(Protocol):
    """`httpx2.AsyncBaseTransport`."""

    def handle_async_request(self, request: Any) -> Coroutine[Any, Any, Any]: ...
