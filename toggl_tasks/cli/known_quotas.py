"""The last known quotas, so that `quota` needs no request."""

from __future__ import annotations

import time
from collections.abc import Iterable
from contextlib import suppress

import msgspec

from .. import Quota
from .errors import CommandError
from .profiles import cache_file, write_private


class KnownQuota(msgspec.Struct, kw_only=True, omit_defaults=True):
    """The state of one quota; times in seconds since 1970."""

    remaining: int
    resets_at: float
    seen_at: float
    total: int | None = None
    """Requests an hour, if known from a response of `/me/quota`."""


class KnownQuotas:
    """The file of one account. A file that cannot be read or written is ignored."""

    def __init__(self, profile: str, account: str) -> None:
        self.file = cache_file("quota", profile, account)

    def load(self) -> dict[str, KnownQuota]:
        """The quotas whose hour has not ended, by API and scope: `track/organization 7`, `focus/…`, `track/me`."""
        try:
            quotas = msgspec.json.decode(self.file.read_bytes(), type=dict[str, KnownQuota])
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return {}
        now = time.time()
        return {scope: quota for scope, quota in quotas.items() if now < quota.resets_at < now + 3_700}

    def update(self, quotas: Iterable[tuple[str, Quota]]) -> None:
        """Store the quotas from responses of an API."""
        known = self.load()
        for api, quota in quotas:
            if quota.resets_at is not None:
                scope = f"{api}/{quota.scope}"
                before = known.get(scope)
                known[scope] = KnownQuota(
                    remaining=quota.remaining,
                    resets_at=quota.resets_at.timestamp(),
                    seen_at=time.time(),
                    total=before.total if before else None,
                )
        self.save(known)

    def save(self, quotas: dict[str, KnownQuota]) -> None:
        """Store all quotas."""
        with suppress(CommandError):
            write_private(self.file, msgspec.json.encode(quotas))
