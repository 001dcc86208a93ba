"""The complete state of the sandbox as one object. It does not depend on HTTP or clients."""

from __future__ import annotations

import os
from datetime import datetime
from typing import TYPE_CHECKING, Final

import msgspec

from ..clock import Clock
from ..faults.fault import Faults
from ..json_input import check_ranges, read_json
from ..limits.quota import HourlyQuota, Plan
from ..limits.rate_limit import RateLimit
from ..request_log import Request, RequestLog
from .seed import SeedIds, populate
from .snapshot import Contents, InitialSettings, Snapshot, decode_contents
from .state import State

if TYPE_CHECKING:
    from .store import Store


class World:
    """State, clock, quota, rate limit, faults and request log, with what applies to all of them: reset, export, save.

    The arguments are those of ``Sandbox``, which adds the ways to send requests.
    """

    def __init__(
        self,
        *,
        seed: int = 1,
        plan: Plan = "off",
        clock: Clock | None = None,
        rate_limit: bool = False,
        persist: str | os.PathLike[str] | None = None,
        log_bodies: bool = True,
    ) -> None:
        check_ranges(seed)
        self.seed = seed
        self.clock = clock or Clock()
        self.quota = HourlyQuota(self.clock, plan)
        self.rate_limit = RateLimit(self.clock, rate_limit)
        self.first = InitialSettings(plan, rate_limit, self.clock.first_frozen_at)
        """The settings that ``reset`` restores, in addition to the contents of the seed."""
        self.state = State(self.clock, seed)
        self.faults = Faults(self.clock, self.state.lock)
        self.log = RequestLog(bodies=log_bodies)
        self._encoded_contents: dict[tuple[int, datetime], bytes] = {}
        """The last seeded contents as JSON, by seed and time."""
        self.seeded: SeedIds = populate(self.state, seed)
        """The ids of what the seed created, including what the user may not see."""
        user = self.seeded.user
        # These survive a reset: ids are counted from the start again, whatever the seed.
        self.token: Final = user.track_token
        """Track's API token."""
        self.focus_token: Final = user.focus_token
        """Focus's API key."""
        self.email: Final = user.email
        self.password: Final = user.password
        """With the e-mail, accepted by either API."""
        self.organization_id: Final = self.seeded.organization_id
        self.workspace_id: Final = self.seeded.workspace_id
        """The workspace that contains nearly everything."""
        self.project_id: Final = self.seeded.project_id
        """An ordinary project of that workspace."""
        self.user_id: Final = user.id
        """The user whose credentials these are."""
        self.restored = False
        """Whether the state was loaded from an existing file."""
        self._store: Store | None = None
        if persist is not None:
            self._open(persist)

    def _open(self, path: str | os.PathLike[str]) -> None:
        from .store import Store  # sqlite3 is only imported where a file is used

        self.state.lock.check_process()
        store = Store(path)
        try:
            if store.is_new:
                store.replace(self._snapshot(), self.first)
            else:
                snapshot, self.first = store.load()
                try:
                    self._restore(snapshot)
                except ValueError as error:
                    raise store.damage_error(error) from None
                self.restored = True
        except BaseException:
            store.close()
            raise
        self.state.mark_saved()
        self._store = store

    def save(self) -> None:
        """Write what has changed to the file of ``persist``, if there is one.

        Every request does so before its response, and so do ``reset``, ``reseed``, ``import_state`` and ``close``; call
        it after changing ``clock``, ``quota``, ``rate_limit`` or ``faults``. Raises ``StoreError`` when the file cannot
        be written.
        """
        if self._store is None:
            return
        with self.state.lock:
            changes = self.state.unsaved_changes()
            if changes is None:
                self._store.replace(self._snapshot(), self.first)
            else:
                self._store.save(self._snapshot(Contents.without_entities(self.state, self.seeded)), changes)
            self.state.mark_saved()

    def reset(self) -> None:
        """Restore the seeded contents, the first id, and the initial clock, plan and other settings."""
        with self.state.lock:
            self.clock.first_frozen_at = self.first.frozen_at
            self.clock.reset()
            self.quota.plan = self.first.plan
            self.quota.clear()
            self.rate_limit.reset(self.first.rate_limit)
            self.faults.reset()
            self.log.reset()
            self._populate()
            self.save()

    def _populate(self) -> None:
        """Fill the state with the contents of the seed.

        With a frozen clock they are the same each time, and decoding them takes a third of the time of making them.
        """
        key = (self.seed, self.state.now())
        if self.clock.frozen and key in self._encoded_contents:
            self.seeded = decode_contents(self._encoded_contents[key]).apply_to(self.state, self.seed)
            return
        self.state.clear(self.seed)
        self.seeded = populate(self.state, self.seed)
        if self.clock.frozen:
            self._encoded_contents = {key: msgspec.json.encode(Contents.of(self.state, self.seeded))}

    def reseed(self, seed: int) -> None:
        """Reset to the contents of another seed number."""
        check_ranges(seed)
        with self.state.lock:
            self.seed = seed
            self.reset()

    def export_state(self) -> bytes:
        """Return everything that affects later responses as one JSON document, without the request log."""
        with self.state.lock:
            return msgspec.json.encode(self._snapshot())

    def import_state(self, document: bytes | str) -> None:
        """Replace the state by an export of this or another sandbox.

        With a frozen clock, later responses are byte-identical to those of the sandbox that was exported. An invalid
        document raises ``ValueError`` with a text of one line, and changes nothing. A later ``reset`` goes back to the
        seed of the export.
        """
        with self.state.lock:
            self._restore(read_json(document, Snapshot))
            self.save()

    def _snapshot(self, contents: Contents | None = None) -> Snapshot:
        return Snapshot(
            format=1,
            seed=self.seed,
            traces=self.state.identifiers.traces,
            clock=self.clock.setting,
            plan=self.quota.plan,
            quota=self.quota.used,
            rate_limit=self.rate_limit.enabled,
            rate_levels=self.rate_limit.levels,
            faults=list(self.faults),
            faults_added=self.faults.added,
            contents=contents or Contents.of(self.state, self.seeded),
        )

    def _restore(self, snapshot: Snapshot) -> None:
        """Replace everything by a snapshot. One that is not consistent raises ``ValueError`` and changes nothing."""
        snapshot.check()
        # These are the same in every sandbox, and programs may have read them before the import.
        for name in ("organization_id", "workspace_id", "project_id", "user"):
            value = getattr(self.seeded, name)
            if getattr(snapshot.contents.seeded, name) != value:
                here = value if isinstance(value, int) else f"that of {self.email}"
                raise ValueError(f"seeded: {name} must be the same in every sandbox: {here}")
        self.clock.setting = snapshot.clock
        self.seed = snapshot.seed
        self.quota.plan = snapshot.plan
        self.quota.used = snapshot.quota
        self.rate_limit.enabled = snapshot.rate_limit
        self.rate_limit.levels = snapshot.rate_levels
        self.faults.restore(snapshot.faults, snapshot.faults_added)
        self.seeded = snapshot.contents.apply_to(self.state, snapshot.seed, snapshot.traces)

    @property
    def requests(self) -> list[Request]:
        """The requests answered since the start or the last ``reset``, oldest first; at most the last 10,000."""
        return list(self.log)

    def clear_requests(self) -> None:
        """Empty the request log."""
        self.log.clear()

    def close(self) -> None:
        """Save and close the file of ``persist``, if there is one; nothing can be changed after that.

        After a fork, only the process that opened the file does so.
        """
        if self._store is not None and not self.state.lock.is_foreign:
            with self.state.lock:
                try:
                    if not self._store.is_closed:
                        self.save()
                finally:
                    self._store.close()
