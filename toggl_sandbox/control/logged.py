"""The request log as the control plane shows it: filtered lists, and single requests."""

from __future__ import annotations

import re
from base64 import b64encode
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Annotated, Any, Final
from urllib.parse import parse_qsl

import msgspec

from ..operations import operations
from ..redact import MASK, Redactor, is_compressed
from ..request_log import Exchange, Message, Request, RequestLog
from ..state.world import World

_STATUS: Final = re.compile("[1-5]([0-9]{2}|xx)|dropped")
_BY_ID: Final = attrgetter("id")
TOUCHED: Final = 100
"""Maximum number of requests that are listed for an entity."""
REMEMBERED: Final = 16
"""Number of entities whose requests are remembered."""


class RequestsQuery(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A selection of the requests in the log."""

    operation: str | None = None
    status: str | None = None
    text: str | None = None
    fault: str | None = None
    before: int | None = None
    after: int | None = None
    limit: Annotated[int, msgspec.Meta(ge=1, le=10_000)] | None = None

    def select(self, log: RequestLog) -> tuple[list[Request], int]:
        """Return the requests, oldest first, and how many fit the filters; raises ``ValueError`` for a wrong filter.

        With ``limit`` they are the newest ones; with ``after`` the oldest ones, so that a poll misses none.
        """
        matched = list(log)
        for test in self._tests():
            matched = [one for one in matched if test(one)]
        start = 0 if self.after is None else bisect_right(matched, self.after, key=_BY_ID)
        end = len(matched) if self.before is None else bisect_left(matched, self.before, key=_BY_ID)
        found = matched[start:end]
        if self.limit is not None:
            found = found[-self.limit :] if self.after is None else found[: self.limit]
        return found, len(matched)

    def _tests(self) -> Sequence[Callable[[Request], bool]]:
        tests: list[Callable[[Request], bool]] = []
        if operation := self.operation:
            names = operations().named(operation)
            if not names:
                raise ValueError(f"operation {operation!r} does not exist: GET /_sandbox/overview lists them")
            tests.append(lambda one: one.operation in names)
        if status := self.status:
            if not _STATUS.fullmatch(status):
                raise ValueError(f"status must be such as 404, 4xx or dropped, not {status!r}")
            wanted = range(1) if status == "dropped" else _statuses(status)
            tests.append(lambda one: (one.status or 0) in wanted)
        if fault := self.fault:
            tests.append(lambda one: one.fault is not None and fault in ("any", one.fault))
        if self.text:
            text = self.text.casefold()
            tests.append(lambda one: text in _searched(one))
        return tests


def _statuses(status: str) -> range:
    first = int(status.replace("xx", "00"))
    return range(first, first + (100 if "xx" in status else 1))


def _searched(request: Request) -> str:
    texts = (request.method, request.path, request.query, request.operation or "", request.request_id)
    return "\n".join(texts).casefold()


class Details:
    """Writes requests with headers and bodies, without credentials."""

    def __init__(self, world: World) -> None:
        self._users = world.state.users

    def of(self, request: Request, exchange: Exchange) -> dict[str, Any]:
        """Return a request with all its details."""
        redactor = Redactor(self._users.values(), exchange.request.head, exchange.response.head)
        user = self._users.get(exchange.user_id or 0)
        return {
            **msgspec.to_builtins(request),
            "fault": exchange.fault and {"id": request.fault, "fault": exchange.fault},
            "parameters": _parameters(request),
            "user": user and {"id": user.id, "name": user.name},
            "quota_before": exchange.quota_before and exchange.quota_before._asdict(),
            "quota_after": exchange.quota_after and exchange.quota_after._asdict(),
            "request": _message(exchange.request, redactor),
            "response": _message(exchange.response, redactor),
        }


def _message(message: Message, redactor: Redactor) -> dict[str, Any]:
    headers = redactor.headers(message.head)
    types = [value for name, value in headers if name.lower() == "content-type"]
    return {"headers": headers, "body": _body(message, types[0] if types else "", redactor)}


def _body(message: Message, content_type: str, redactor: Redactor) -> dict[str, Any] | None:
    if not message.size:
        return None
    media_type = content_type.partition(";")[0].strip().lower()
    stored = message.body or b""
    if is_compressed(message.head, stored):
        stored = b""
    truncated = len(stored) < message.size
    body = redactor.body(stored, media_type)
    text = _text(body, truncated) if stored else None
    return {
        "text": text,
        "base64": b64encode(body).decode() if stored and text is None else None,
        "bytes": message.size,
        "truncated": truncated,
        "media_type": media_type or None,
    }


def _text(body: bytes, truncated: bool) -> str | None:
    """Return a body as text; None for one that is not UTF-8. The last character of a truncated one may be cut."""
    for end in range(len(body), max(len(body) - 4, -1) if truncated else len(body) - 1, -1):
        try:
            text = body[:end].decode()
        except UnicodeDecodeError:
            continue
        return None if "\0" in text else text
    return None


def _parameters(request: Request) -> dict[str, Any]:
    operation = operations().find(request.method, request.path)
    query: dict[str, list[str]] = {}
    for name, value in parse_qsl(request.query, keep_blank_values=True):
        if name != MASK:
            query.setdefault(name, []).append(value)
    return {"path": operation.values(request.path) if operation else {}, "query": query}


class TouchedRequests:
    """Finds the requests that touched an entity; for those that were read last, it searches only newer requests."""

    def __init__(self, log: RequestLog) -> None:
        self._log = log
        self._found: dict[tuple[str, int], tuple[int, list[int]]] = {}

    def of(self, kind: str, id: int) -> list[int]:
        """Return the ids of the requests that name an entity in their path, or in a body if they may change something.

        The newest ones come first.
        """
        newest, before = self._found.pop((kind, id), (0, []))
        entries = self._log.entries(newest)
        found = [request.id for request, exchange in entries if _touches(kind, str(id), request, exchange)]
        found += [one for one in before if self._log.find(one)]
        newest = entries[0][0].id if entries else newest
        self._found[kind, id] = newest, found[:TOUCHED]
        if len(self._found) > REMEMBERED:
            del self._found[next(iter(self._found))]
        return found[:TOUCHED]


def _touches(kind: str, id: str, request: Request, exchange: Exchange) -> bool:
    api = kind.partition("_")[0] + "." if kind.endswith("_tasks") else ""
    if request.operation is None or not request.operation.startswith(api):
        return False
    if id in request.path and re.search(rf"[/,]{id}(?![0-9])", request.path):
        return True
    digits = id.encode()
    bodies = () if request.method == "GET" else (exchange.request.body, exchange.response.body)
    return any(body and digits in body and re.search(rb"(?<![0-9.\"])%b(?![0-9.\"])" % digits, body) for body in bodies)
