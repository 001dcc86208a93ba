"""What can go wrong, and what has to become of it: the rules of the policy, written from what is asked of it.

Nothing here looks at the client's code. A new kind of fault needs one line in `BAD_DAYS`.
"""

from __future__ import annotations

from typing import Any, Final, Literal

from attrs import field, frozen

from tests.support.faults.operations import Asked
from toggl_sandbox.faults.fault import DriftType, Drop, Fault

REPEATS: Final = 3
"""Repeats of a failed request, unless told otherwise."""
HOUR: Final = 3600.0
IDEMPOTENT: Final = ("GET", "PUT", "DELETE")


@frozen(kw_only=True)
class BadDay:
    """One way for a request to fail."""

    name: str
    fault: Fault | None = None
    """What the sandbox does; None where its quota is spent instead."""
    error: str | None
    """The error that the program gets when repeats do not help; None for a value."""
    repeated: Literal["always", "idempotent", "never"] = "never"
    """Which requests are sent again."""
    applied: bool = False
    """Whether the service has done what it was asked to when things go wrong."""
    harms_reading: bool = False
    """Whether it only harms operations whose reply has something to read."""
    asked_to_wait: float | None = None
    """Seconds that every pause takes, in place of the back-off."""
    spent: Literal["unknown", "known"] | None = None
    """The quota is spent, and whether a reply has told."""
    options: dict[str, Any] = field(factory=dict)
    """Options of the client."""
    stops_after: int | None = None
    """Attempts after which a limit of the options ends the repeats."""

    def __str__(self) -> str:
        return self.name


@frozen(kw_only=True)
class Outcome:
    """What is to be seen of one call."""

    attempts: int
    """What the answer or the error says."""
    requests: int
    """What arrived."""
    waited: float
    """Seconds, on the client's clock."""
    result: str
    """`value`, or the name of the error."""
    changes: int
    """Tasks that are different afterwards."""


def expected(asked: Asked, day: BadDay, *, lasting: bool) -> Outcome:
    """What has to be seen of an operation on a bad day, which lasts or strikes once."""
    if day.spent is not None:
        return _without_quota(asked, day)
    if day.harms_reading and not asked.reads_body:
        return Outcome(attempts=1, requests=1, waited=0.0, result="value", changes=asked.changes)
    safe = asked.method in IDEMPOTENT or (asked.patch_allowed and not asked.adds)
    repeated = day.repeated == "always" or (day.repeated == "idempotent" and safe)
    attempts = 1 if not repeated else day.stops_after or REPEATS + 1 if lasting else 2
    passes = day.error is None or (repeated and not lasting)
    result = "value" if passes else str(day.error)
    if passes and asked.method == "DELETE" and day.applied and attempts > 1:
        # The first attempt has deleted it: the second one says so, and the program may take that as done.
        result = "NotFound"
    return Outcome(
        attempts=attempts,
        requests=attempts,
        waited=sum(pause(day, number) for number in range(attempts - 1)),
        result=result,
        changes=asked.changes if day.applied or passes else 0,
    )


def pause(day: BadDay, number: int) -> float:
    """Seconds before a repeat; the back-off doubles from half a second when its jitter is taken out."""
    return 0.5 * 2**number if day.asked_to_wait is None else day.asked_to_wait


def _without_quota(asked: Asked, day: BadDay) -> Outcome:
    """A spent quota: told with the time of its reset, or waited for; no request is sent when it is known."""
    refused = 0 if day.spent == "known" else 1
    if day.error is not None:
        return Outcome(attempts=refused, requests=refused, waited=0.0, result=day.error, changes=0)
    return Outcome(attempts=refused + 1, requests=refused + 1, waited=HOUR, result="value", changes=asked.changes)


def _statuses() -> dict[int, str]:
    """What is never repeated."""
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


DRIFT: Final[dict[str, DriftType]] = {"id": "string", "organization_id": "string", "success": "object"}
"""Each operation that answers with a body has one of these fields."""

LOST_REPLIES: Final[tuple[tuple[str, Drop], ...]] = (
    ("closed, applied", "closed"),
    ("reset, applied", "reset"),
    ("closed in the middle of the reply", "closed_midway"),
    ("reset in the middle of the reply", "reset_midway"),
)

BAD_DAYS: Final = (
    *(BadDay(name=f"{status}", fault=Fault(status=status), error=error) for status, error in _statuses().items()),
    *(
        BadDay(name=f"{status}", fault=Fault(status=status), error="ServerError", repeated="idempotent")
        for status in (502, 503, 504)
    ),
    BadDay(
        name="503, applied all the same",
        fault=Fault(status=503, when="after"),
        error="ServerError",
        repeated="idempotent",
        applied=True,
    ),
    BadDay(
        name="503, Retry-After: 2",
        fault=Fault(status=503, retry_after=2),
        error="ServerError",
        repeated="idempotent",
        asked_to_wait=2.0,
    ),
    BadDay(name="HTML page of a proxy, 502", fault=Fault(spoil="html"), error="ServerError", repeated="idempotent"),
    BadDay(name="HTML page of a proxy, 403", fault=Fault(spoil="html", status=403), error="Forbidden"),
    BadDay(name="429", fault=Fault(status=429), error="RateLimited", repeated="always"),
    *(
        BadDay(
            name=f"429, Retry-After: {given}",
            fault=Fault(status=429, retry_after=given),
            error="RateLimited",
            repeated="always",
            asked_to_wait=waited,
        )
        for given, waited in ((7, 7.0), (1.5, 1.5), (0, 0.0), (500, 120.0), ("soon", None), ("-3", None))
    ),
    BadDay(
        name="429, Retry-After: a date 9 s ahead",
        fault=Fault(status=429, retry_after=9, retry_after_as="date"),
        error="RateLimited",
        repeated="always",
        asked_to_wait=9.0,
    ),
    BadDay(
        name="402, no such plan",
        fault=Fault(status=402, body="This needs a paid plan.", headers={"X-Toggl-Quota-Remaining": "25"}),
        error="PaymentRequired",
        options={"on_quota": "wait"},
    ),
    BadDay(name="402, quota spent", error="QuotaExceeded", spent="unknown"),
    BadDay(name="402, quota spent, on_quota=wait", error=None, spent="unknown", options={"on_quota": "wait"}),
    BadDay(
        name="402, quota spent, longer than max_wait",
        error="QuotaExceeded",
        spent="unknown",
        options={"on_quota": "wait", "max_wait": 3599},
    ),
    BadDay(name="quota known to be spent", error="QuotaExceeded", spent="known"),
    BadDay(name="quota known to be spent, on_quota=wait", error=None, spent="known", options={"on_quota": "wait"}),
    BadDay(name="refused", fault=Fault(drop="refused"), error="ConnectionFailed", repeated="always"),
    BadDay(name="closed, not applied", fault=Fault(drop="closed"), error="ConnectionFailed", repeated="idempotent"),
    BadDay(name="reset, not applied", fault=Fault(drop="reset"), error="ConnectionFailed", repeated="idempotent"),
    *(
        BadDay(
            name=name,
            fault=Fault(drop=drop, when="after"),
            error="ConnectionFailed",
            repeated="idempotent",
            applied=True,
        )
        for name, drop in LOST_REPLIES
    ),
    BadDay(name="no answer, not applied", fault=Fault(delay=31), error="TimedOut", repeated="idempotent"),
    BadDay(
        name="no answer, applied",
        fault=Fault(delay=31, when="after"),
        error="TimedOut",
        repeated="idempotent",
        applied=True,
    ),
    BadDay(
        name="a reply that stops coming",
        fault=Fault(dribble=31, piece=8),
        error="TimedOut",
        repeated="idempotent",
        applied=True,
        harms_reading=True,
    ),
    BadDay(name="slow, within the timeout", fault=Fault(delay=29), error=None, applied=True),
    BadDay(
        name="slow piece by piece, within the timeout", fault=Fault(dribble=0.1, piece=60_000), error=None, applied=True
    ),
    BadDay(
        name="503, deadline 2 s",
        fault=Fault(status=503),
        error="ServerError",
        repeated="idempotent",
        options={"deadline": 2},
        stops_after=3,
    ),
    BadDay(name="503, retries=0", fault=Fault(status=503), error="ServerError", options={"retries": 0}),
    *(
        BadDay(
            name=f"body {name}",
            fault=fault,
            error="DecodeFailed",
            applied=True,
            harms_reading=True,
        )
        for name, fault in (
            ("cut in half", Fault(spoil="cut")),
            ("malformed", Fault(spoil="malformed")),
            ("empty", Fault(spoil="empty")),
        )
    ),
    BadDay(name="HTML page with status 200", fault=Fault(spoil="html", status=200), error="DecodeFailed"),
    BadDay(name="JSON called text/html", fault=Fault(content_type="text/html"), error=None, applied=True),
    BadDay(name="unknown fields", fault=Fault(unknown_fields={"colour": "red"}), error=None, applied=True),
    BadDay(name="drifted fields", fault=Fault(drift=DRIFT), error=None, applied=True, harms_reading=True),
    BadDay(
        name="drifted fields, strict=True",
        fault=Fault(drift=DRIFT),
        error="DecodeFailed",
        applied=True,
        harms_reading=True,
        options={"strict": True},
    ),
)
