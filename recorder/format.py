"""A recording: a request, its response and the evidence. `tests/recordings/README.md` describes the format."""

from __future__ import annotations

import base64
import datetime
from typing import Literal, Self

import msgspec
from msgspec import Struct, field

Api = Literal["track", "focus"]
Evidence = Literal["recorded", "documented", "observed", "assumed"]

NEVER_STORED = frozenset({"authorization", "cookie", "set-cookie", "proxy-authorization"})


class Provenance(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The evidence for a recording."""

    evidence: Evidence
    source: str
    """Where it comes from: a documentation page, a report of other users, the live service."""
    date: datetime.date
    """The day of the capture, or the day it was written by hand."""
    host: str | None = None
    """The host that answered; only for `recorded`."""

    def __post_init__(self) -> None:
        if (self.host is not None) != (self.evidence == "recorded"):
            raise ValueError("host goes with the evidence `recorded`, and with no other")


class Request(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The request, without headers: they have only credentials and `application/json`."""

    api: Api
    operation: str
    """`operationId` in the specification of that API."""
    method: str
    path: str
    """Path below the base URL, encoded as it was sent."""
    query: str = ""
    """Query, encoded as it was sent."""
    body: str | None = None
    """JSON text, or null when no body was sent."""


class Response(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The response."""

    status: int
    headers: dict[str, str]
    """By lower-case name."""
    body: str = ""
    """The unchanged body, decoded as UTF-8."""
    body_base64: str | None = None
    """The body when it is not UTF-8; `body` is empty then."""

    def __post_init__(self) -> None:
        if self.body and self.body_base64 is not None:
            raise ValueError("a response has either body or body_base64")
        for name in self.headers:
            if name != name.lower() or name in NEVER_STORED:
                raise ValueError(f"header {name!r} is not allowed in a recording")

    @classmethod
    def of(cls, status: int, headers: dict[str, str], content: bytes) -> Self:
        """Return a response with these bytes as its body."""
        try:
            return cls(status=status, headers=headers, body=content.decode())
        except UnicodeDecodeError:
            return cls(status=status, headers=headers, body_base64=base64.b64encode(content).decode())

    @property
    def content(self) -> bytes:
        """The body as bytes."""
        return self.body.encode() if self.body_base64 is None else base64.b64decode(self.body_base64, validate=True)


class ExpectedError(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The error that the Python client raises."""

    type: str
    message: str
    """Its message; for DecodeFailed, a part of it."""
    request_id: str | None = None
    resets_in: int | None = None
    """Seconds until the quota resets; only for QuotaExceeded, and null when the response has no such header."""


class Expected(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Differences from the specification, or the expected error. By default the body conforms to the specification."""

    drift: list[str] = field(default_factory=list)
    """JSON paths, without list positions, of values with another type than in the specification."""
    unknown: list[str] = field(default_factory=list)
    """JSON paths of fields that are not in the specification."""
    not_in_specification: str | None = None
    """Why a validator of the specification rejects the response."""
    error: ExpectedError | None = None


AS_SPECIFIED = Expected()


class Recording(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One request and its response."""

    provenance: Provenance
    request: Request
    response: Response
    expected: Expected = AS_SPECIFIED

    @property
    def succeeded(self) -> bool:
        """Whether the service answered 2xx."""
        return 200 <= self.response.status < 300


def parse(text: str) -> Recording:
    """Read a recording from JSON; raises ValueError for an invalid one."""
    return msgspec.json.decode(text, type=Recording)


def dump(recording: Recording) -> str:
    """Return the JSON of a recording: the same for equal recordings."""
    return msgspec.json.format(msgspec.json.encode(recording), indent=2).decode() + "\n"
