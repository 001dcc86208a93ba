"""The faults of the matrix and the outcome that each must have: the retry rules, written from their specification.

Nothing here uses the client's code. A new kind of fault needs one entry in `FAULT_CASES`.
"""

from __future__ import annotations

from typing import Any, Final, Literal

from attrs import field, frozen

from tests.support.faults.operations import OperationCall
from toggl_sandbox.faults.fault import DriftType, Drop, Fault

RETRIES: Final = 3
"""Retries of a failed request, by default."""
HOUR: Final = 3600.0
IDEMPOTENT: Final = ("GET", "PUT", "DELETE")


@frozen(kw_only=True)
class FaultCase:
    """One way for a request to fail."""

    name: str
    fault: Fault | None = None
    """The fault in the sandbox; None where its quota is spent instead."""
    error: str | None
    """The error that the call raises when retries do not help; None for a value."""
    retried: Literal["always", "idempotent", "never"] = "never"
    """Which requests are retried."""
    applied: bool = False
    """Whether the service has applied the request when it fails."""
    breaks_body: bool = False
    """Whether only operations whose response has a body fail."""
    breaks_fields: bool = False
    """Whether only operations whose response has fields are affected."""
    retry_after_seconds: float | None = None
    """Seconds of every pause, in place of the back-off."""
    spent: Literal["unknown", "known"] | None = None
    """Whether the quota is spent, and whether the client has received it in a response."""
    options: dict[str, Any] = field(factory=dict)
    """Options of the client."""
    max_attempts: int | None = None
    """Attempts after which an option ends the retries."""

    def __str__(self) -> str:
        return self.name


@frozen(kw_only=True)
class Outcome:
    """The observable outcome of one call."""

    attempts: int
    """`attempts` of the answer or the error."""
    requests: int
    """Requests that the sandbox received."""
    waited: float
    """Seconds, on the client's clock."""
    result: str
    """`value`, or the name of the error."""
    changes: int
    """Tasks that differ afterwards."""


def expected_outcome(call: OperationCall, case: FaultCase, *, permanent: bool) -> Outcome:
    """Return the required outcome of an operation while a fault is active, for one request or for all."""
    if case.spent is not None:
        return _without_quota(call, case)
    if case.breaks_body and not call.reads_body:
        return Outcome(attempts=1, requests=1, waited=0.0, result="value", changes=call.changes)
    safe = call.method in IDEMPOTENT or call.idempotent or (call.patch_allowed and not call.adds)
    retried = case.retried == "always" or (case.retried == "idempotent" and safe)
    attempts = 1 if not retried else case.max_attempts or RETRIES + 1 if permanent else 2
    passes = case.error is None or (retried and not permanent)
    result = "value" if passes else str(case.error)
    if passes and call.method == "DELETE" and case.applied and attempts > 1:
        # The first attempt deleted it, so the second one raises NotFound, which means success.
        result = "NotFound"
    return Outcome(
        attempts=attempts,
        requests=attempts,
        waited=sum(pause(case, number) for number in range(attempts - 1)),
        result=result,
        changes=call.changes if case.applied or passes else 0,
    )


def pause(case: FaultCase, number: int) -> float:
    """Return the seconds before a retry: the back-off without jitter doubles from half a second."""
    return 0.5 * 2**number if case.retry_after_seconds is None else case.retry_after_seconds


def _without_quota(call: OperationCall, case: FaultCase) -> Outcome:
    """The outcome with a spent quota: an error or a wait; no request is sent if the quota is known to be spent."""
    refused = 0 if case.spent == "known" else 1
    if case.error is not None:
        return Outcome(attempts=refused, requests=refused, waited=0.0, result=case.error, changes=0)
    return Outcome(attempts=refused + 1, requests=refused + 1, waited=HOUR, result="value", changes=call.changes)


def _statuses() -> dict[int, str]:
    """Statuses that are never retried, with their errors."""
    return {
        301: "ApiError",
        400: "BadRequest",
        401: "NotAuthenticated",
        403: "Forbidden",
        404: "NotFound",
        410: "Gone",
        413: "ApiError",
        418: "ApiError",
        500: "ServerError",
        501: "ServerError",
        599: "ServerError",
    }


DRIFT: Final[dict[str, DriftType]] = {
    "id": "string",
    "organization_id": "string",
    "success": "object",
    "current_workspace_id": "string",
}
"""Each operation whose response has a body has one of these fields."""

LOST_REPLIES: Final[tuple[tuple[str, Drop], ...]] = (
    ("closed, applied", "closed"),
    ("reset, applied", "reset"),
    ("closed in the middle of the response", "closed_midway"),
    ("reset in the middle of the response", "reset_midway"),
)

FAULT_CASES: Final = (
    *(FaultCase(name=f"{status}", fault=Fault(status=status), error=error) for status, error in _statuses().items()),
    *(
        FaultCase(name=f"{status}", fault=Fault(status=status), error="ServerError", retried="idempotent")
        for status in (502, 503, 504)
    ),
    FaultCase(
        name="503, applied all the same",
        fault=Fault(status=503, when="after"),
        error="ServerError",
        retried="idempotent",
        applied=True,
    ),
    FaultCase(
        name="503, Retry-After: 2",
        fault=Fault(status=503, retry_after=2),
        error="ServerError",
        retried="idempotent",
        retry_after_seconds=2.0,
    ),
    FaultCase(name="HTML page of a proxy, 502", fault=Fault(spoil="html"), error="ServerError", retried="idempotent"),
    FaultCase(name="HTML page of a proxy, 403", fault=Fault(spoil="html", status=403), error="Forbidden"),
    FaultCase(name="429", fault=Fault(status=429), error="RateLimited", retried="always"),
    *(
        FaultCase(
            name=f"429, Retry-After: {given}",
            fault=Fault(status=429, retry_after=given),
            error="RateLimited",
            retried="always",
            retry_after_seconds=waited,
        )
        for given, waited in ((7, 7.0), (1.5, 1.5), (0, None), (500, 120.0), ("soon", None), ("-3", None))
    ),
    FaultCase(
        name="429, Retry-After: a date 9 s ahead",
        fault=Fault(status=429, retry_after=9, retry_after_as="date"),
        error="RateLimited",
        retried="always",
        retry_after_seconds=9.0,
    ),
    FaultCase(
        name="402, no such plan",
        fault=Fault(status=402, body="This needs a paid plan.", headers={"X-Toggl-Quota-Remaining": "25"}),
        error="PaymentRequired",
        options={"on_quota": "wait"},
    ),
    FaultCase(name="402, quota spent", error="QuotaExceeded", spent="unknown"),
    FaultCase(name="402, quota spent, on_quota=wait", error=None, spent="unknown", options={"on_quota": "wait"}),
    FaultCase(
        name="402, quota spent, longer than max_wait",
        error="QuotaExceeded",
        spent="unknown",
        options={"on_quota": "wait", "max_wait": 3599},
    ),
    FaultCase(name="quota known to be spent", error="QuotaExceeded", spent="known"),
    FaultCase(name="quota known to be spent, on_quota=wait", error=None, spent="known", options={"on_quota": "wait"}),
    FaultCase(name="refused", fault=Fault(drop="refused"), error="ConnectionFailed", retried="always"),
    FaultCase(name="closed, not applied", fault=Fault(drop="closed"), error="ConnectionFailed", retried="idempotent"),
    FaultCase(name="reset, not applied", fault=Fault(drop="reset"), error="ConnectionFailed", retried="idempotent"),
    *(
        FaultCase(
            name=name,
            fault=Fault(drop=drop, when="after"),
            error="ConnectionFailed",
            retried="idempotent",
            applied=True,
        )
        for name, drop in LOST_REPLIES
    ),
    FaultCase(name="no answer, not applied", fault=Fault(delay=31), error="TimedOut", retried="idempotent"),
    FaultCase(
        name="no answer, applied",
        fault=Fault(delay=31, when="after"),
        error="TimedOut",
        retried="idempotent",
        applied=True,
    ),
    FaultCase(
        name="a response that stops coming",
        fault=Fault(dribble=31, piece=8),
        error="TimedOut",
        retried="idempotent",
        applied=True,
        breaks_body=True,
    ),
    FaultCase(name="slow, within the timeout", fault=Fault(delay=29), error=None, applied=True),
    FaultCase(
        name="slow piece by piece, within the timeout", fault=Fault(dribble=0.1, piece=60_000), error=None, applied=True
    ),
    FaultCase(
        name="503, deadline 2 s",
        fault=Fault(status=503),
        error="ServerError",
        retried="idempotent",
        options={"deadline": 2},
        max_attempts=3,
    ),
    FaultCase(name="503, retries=0", fault=Fault(status=503), error="ServerError", options={"retries": 0}),
    *(
        FaultCase(
            name=f"body {name}",
            fault=fault,
            error="DecodeFailed",
            applied=True,
            breaks_body=True,
            breaks_fields=fault.spoil == "cut",
        )
        for name, fault in (
            ("cut in half", Fault(spoil="cut")),
            ("malformed", Fault(spoil="malformed")),
            ("empty", Fault(spoil="empty")),
        )
    ),
    FaultCase(name="HTML page with status 200", fault=Fault(spoil="html", status=200), error="DecodeFailed"),
    FaultCase(name="JSON called text/html", fault=Fault(content_type="text/html"), error=None, applied=True),
    FaultCase(name="unknown fields", fault=Fault(unknown_fields={"colour": "red"}), error=None, applied=True),
    FaultCase(
        name="drifted fields", breaks_fields=True, fault=Fault(drift=DRIFT), error=None, applied=True, breaks_body=True
    ),
    FaultCase(
        name="drifted fields, strict=True",
        breaks_fields=True,
        fault=Fault(drift=DRIFT),
        error="DecodeFailed",
        applied=True,
        breaks_body=True,
        options={"strict": True},
    ),
)
