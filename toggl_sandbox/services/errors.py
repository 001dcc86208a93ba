"""The errors of the services."""

from __future__ import annotations

from collections.abc import Mapping


class ServiceError(Exception):
    """The service rejects a request: status, human-readable message, and optional headers."""

    def __init__(self, status: int, text: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(text)
        self.status = status
        self.text = text
        self.headers = headers or {}
