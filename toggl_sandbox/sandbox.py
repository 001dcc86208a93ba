"""The sandbox as one object: its state, its clock, its quota, and every way into it."""

from __future__ import annotations

import os
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple, Self

from .client_clock import ClientClock
from .clock import Clock
from .faults.fault import Faults
from .limits.quota import Plan, Quota
from .limits.rate_limit import RateLimit
from .request_log import Request, RequestLog
from .state.entities import State
from .state.seed import Seeded, populate

if TYPE_CHECKING:
    import httpx

    from toggl_tasks import AsyncFocus, AsyncTrack, Focus, Track

    from .http.application import Application
    from .http.in_process import LoopThread
    from .state.store import Store


class First(NamedTuple):
    """What a reset goes back to, beside the contents of the seed."""

    plan: Plan
    rate_limit: bool
    frozen_at: datetime | None


class Sandbox:
    """Both of Toggl's task APIs, in memory.

    ``seed`` chooses the contents: with a frozen clock, the same seed and the same requests give byte-identical
    replies. ``plan`` is the hourly quota: ``off``, ``free`` (30), ``starter`` (240) or ``premium`` (600).
    ``rate_limit`` adds the leaky bucket of about a request a second for each token.

    ``persist`` names a file that keeps the state: each reply is sent when what it tells is in the file. One that exists
    goes on as it was left, and the other arguments are not used then. It is one sandbox's until ``close``.
    ``StoreError`` says why a file cannot be used.

    ``clock``, ``quota``, ``rate_limit`` and ``faults`` are there to be moved, set and added to. What can be done here
    can also be done over HTTP, under `/_sandbox/`.

    Its own clients read its clock: while that is frozen, a client that waits advances it and does not really wait.

    A context manager, sync and async; leaving it stops the thread behind ``transport()`` and closes the file.
    """

    track_url: Final = "https://toggl.sandbox.test/api/v9"
    """Base URL of Track for clients in this process; no socket answers it."""
    focus_url: Final = "https://toggl.sandbox.test/api"
    """Base URL of Focus for clients in this process; no socket answers it."""

    def __init__(
        self,
        *,
        seed: int = 1,
        plan: Plan = "off",
        clock: Clock | None = None,
        rate_limit: bool = False,
        persist: str | os.PathLike[str] | None = None,
    ) -> None:
        self.seed = seed
        self.clock = clock or Clock()
        self.quota = Quota(self.clock, plan)
        self.rate_limit = RateLimit(self.clock, rate_limit)
        self.first = First(plan, rate_limit, self.clock.first_frozen_at)
        self.state = State(self.clock, seed)
        self.faults = Faults(self.clock, self.state.lock)
        self.log = RequestLog()
        self._kept_of: tuple[int, datetime] | None = None
        self._kept = b""
        self.seeded: Seeded = populate(self.state, seed)
        """The ids of what the seed made, also of what the user may not see."""
        user = self.seeded.user
        # They outlive a reset: ids are counted from the start again, whatever the seed.
        self.token: Final = user.track_token
        """Track's API token."""
        self.focus_token: Final = user.focus_token
        """Focus's API key."""
        self.email: Final = user.email
        self.password: Final = user.password
        """With the e-mail, taken by either API."""
        self.organization_id: Final = self.seeded.organization_id
        self.workspace_id: Final = self.seeded.workspace_id
        """The workspace that holds nearly everything."""
        self.project_id: Final = self.seeded.project_id
        """An ordinary project of that workspace."""
        self.restored = False
        """Whether the state is that of a file that was there."""
        self._store: Store | None = None
        if persist is not None:
            self._open(persist)

    def _open(self, path: str | os.PathLike[str]) -> None:
        from .state.store import Store

        store = Store(path)
        try:
            if store.is_new:
                store.save(self)
            else:
                store.load(self)
                self.restored = True
        except BaseException:
            store.close()
            raise
        self._store = store

    def save(self) -> None:
        """Write what has changed to the file of ``persist``, if there is one.

        Every request does so before its reply, and so do ``reset``, ``reseed``, ``import_state`` and ``close``: this is
        for what was set on ``clock``, ``quota``, ``rate_limit`` or ``faults``. ``StoreError`` when it is not possible.
        """
        if self._store is not None:
            with self.state.lock:
                self._store.save(self)

    def reset(self) -> None:
        """Go back to the seeded contents and the first id, and to clock, plan and everything else as it was made."""
        with self.state.lock:
            self.clock.first_frozen_at = self.first.frozen_at
            self.clock.reset()
            self.quota.plan = self.first.plan
            self.quota.clear()
            self.rate_limit.reset(self.first.rate_limit)
            self.faults.reset()
            self.log.clear()
            self._sow()
            self.save()

    def _sow(self) -> None:
        """Have the seeded contents again: read from what was kept of them, which takes a third of making them anew."""
        sown = (self.seed, self.state.now()) if self.clock.frozen else None
        if sown is not None and sown == self._kept_of:
            from .state.snapshot import contents_of

            self.seeded = contents_of(self._kept).put_into(self.state, self.seed)
            return
        self.state.clear(self.seed)
        self.seeded = populate(self.state, self.seed)
        if sown is not None:
            from .state.snapshot import kept

            self._kept_of, self._kept = sown, kept(self.state, self.seeded)

    def reseed(self, seed: int) -> None:
        """Reset to the contents of another seed number."""
        with self.state.lock:
            self.seed = seed
            self.reset()

    def export_state(self) -> bytes:
        """Return everything that decides later replies as one JSON document; the request log is not in it."""
        from .state.snapshot import export

        with self.state.lock:
            return export(self)

    def import_state(self, document: bytes | str) -> None:
        """Go on from an export of this or another sandbox.

        With a frozen clock, later replies are byte-identical to those of the sandbox that was exported. ``ValueError``
        says in one line what is wrong with a document, which then changes nothing. A later ``reset`` goes back to the
        seed of the export.
        """
        from .state.snapshot import restore

        with self.state.lock:
            restore(self, document)
            self.save()

    @property
    def requests(self) -> list[Request]:
        """The requests answered since the start or the last ``reset``, the oldest first; at most the last 10,000."""
        return list(self.log)

    def clear_requests(self) -> None:
        """Empty the request log."""
        self.log.clear()

    @cached_property
    def app(self) -> Application:
        """The ASGI application, made on first use: that is when FastAPI is imported."""
        from .http.application import Application

        return Application(self)

    @cached_property
    def _loop_thread(self) -> LoopThread:
        from .http.in_process import LoopThread

        return LoopThread()

    def transport(self) -> httpx.BaseTransport:
        """Return a transport for a blocking ``httpx.Client``, usable from any thread."""
        from .http.in_process import InProcessTransport

        return InProcessTransport(self.app, self._loop_thread)

    def async_transport(self) -> httpx.AsyncBaseTransport:
        """Return a transport for an ``httpx.AsyncClient``; it answers on the client's own loop."""
        from .http.in_process import AsyncInProcessTransport

        return AsyncInProcessTransport(self.app)

    def track(self) -> Track:
        """Return a client of Track that talks to this sandbox."""
        from toggl_tasks import Track

        return Track(
            token=self.token, base_url=self.track_url, transport=self.transport(), clock=ClientClock(self.clock)
        )

    def async_track(self) -> AsyncTrack:
        """Return an asynchronous client of Track that talks to this sandbox."""
        from toggl_tasks import AsyncTrack

        return AsyncTrack(
            token=self.token, base_url=self.track_url, transport=self.async_transport(), clock=ClientClock(self.clock)
        )

    def focus(self) -> Focus:
        """Return a client of Focus that talks to this sandbox."""
        from toggl_tasks import Focus

        return Focus(
            token=self.focus_token, base_url=self.focus_url, transport=self.transport(), clock=ClientClock(self.clock)
        )

    def async_focus(self) -> AsyncFocus:
        """Return an asynchronous client of Focus that talks to this sandbox."""
        from toggl_tasks import AsyncFocus

        return AsyncFocus(
            token=self.focus_token,
            base_url=self.focus_url,
            transport=self.async_transport(),
            clock=ClientClock(self.clock),
        )

    def close(self) -> None:
        """Stop the thread behind ``transport()``; a later request starts it again.

        Let go of the file of ``persist``, if there is one: then nothing can be changed any more.
        """
        if "_loop_thread" in self.__dict__:
            self._loop_thread.close()
        if self._store is not None:
            with self.state.lock:
                self._store.close(self)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        self.close()
