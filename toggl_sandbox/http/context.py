"""What one request carries past the generated layer, which has no place for it."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass

from ..limits.quota import QuotaStatus


@dataclass(slots=True)
class Exchange:
    """One request on its way: its trace id, the quota it is charged to, its query, body and empty query members."""

    path: str
    query: str
    trace_id: str
    reading: QuotaStatus
    body: bytes = b""
    empty_members: frozenset[str] = frozenset()


current: ContextVar[Exchange] = ContextVar("current exchange")
"""The exchange this task is answering; set for each request by the application."""
