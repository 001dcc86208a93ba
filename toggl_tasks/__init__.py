"""Toggl's tasks, of Toggl Track and Toggl Focus: typed, for threads and asyncio.

Names are imported on first use, so that a program which only talks to one API does not load the other.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ._budget import Budget as Budget
    from ._changes import Change as Change
    from ._clock import Clock as Clock
    from ._decoding import Drift as Drift
    from ._hooks import RequestView as RequestView
    from ._hooks import ResponseView as ResponseView
    from ._pages import AsyncPages as AsyncPages
    from ._pages import Page as Page
    from ._pages import Pages as Pages
    from ._patch import PatchResult as PatchResult
    from ._patch import add as add
    from ._patch import remove as remove
    from ._patch import replace as replace
    from ._quota import Quota as Quota
    from ._rate_limiter import Pace as Pace
    from ._request_flow import Answer as Answer
    from ._retries import Retries as Retries
    from .errors import ApiError as ApiError
    from .errors import BadRequest as BadRequest
    from .errors import BudgetExceeded as BudgetExceeded
    from .errors import ConnectionFailed as ConnectionFailed
    from .errors import DecodeFailed as DecodeFailed
    from .errors import Forbidden as Forbidden
    from .errors import Gone as Gone
    from .errors import NotAuthenticated as NotAuthenticated
    from .errors import NotFound as NotFound
    from .errors import PaymentRequired as PaymentRequired
    from .errors import QuotaExceeded as QuotaExceeded
    from .errors import RateLimited as RateLimited
    from .errors import SchemaDriftWarning as SchemaDriftWarning
    from .errors import ServerError as ServerError
    from .errors import SharingFailed as SharingFailed
    from .errors import TimedOut as TimedOut
    from .errors import TogglError as TogglError
    from .focus import AsyncFocus as AsyncFocus
    from .focus import Focus as Focus
    from .track import AsyncTrack as AsyncTrack
    from .track import Track as Track

_HOMES = {
    "_budget": "Budget",
    "_changes": "Change",
    "_clock": "Clock",
    "_decoding": "Drift",
    "errors": (
        "ApiError BadRequest BudgetExceeded ConnectionFailed DecodeFailed Forbidden Gone NotAuthenticated NotFound "
        "PaymentRequired QuotaExceeded RateLimited SchemaDriftWarning ServerError SharingFailed TimedOut "
        "TogglError"
    ),
    "_request_flow": "Answer",
    "focus": "AsyncFocus Focus",
    "_rate_limiter": "Pace",
    "_pages": "AsyncPages Page Pages",
    "_patch": "PatchResult add remove replace",
    "_quota": "Quota",
    "_retries": "Retries",
    "track": "AsyncTrack Track",
    "_hooks": "RequestView ResponseView",
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names.split()}

__all__ = sorted(_HOME_OF)


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{_HOME_OF[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
