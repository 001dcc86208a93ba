"""What a service answers in place of a result."""

from __future__ import annotations

from collections.abc import Mapping


class ServiceError(Exception):
    """The service refuses a request: a status, a text for people, and headers if need be."""

    def __init__(self, status: int, text: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(text)
        self.status = status
        self.text = text
        self.headers = headers or {}
