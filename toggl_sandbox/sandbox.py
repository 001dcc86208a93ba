"""The Python interface of the sandbox: state, ASGI application, transports and clients."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final, NoReturn, Self

from .client_clock import ClientClock
from .state.world import World

if TYPE_CHECKING:
    import httpx

    from toggl_tasks import AsyncFocus, AsyncTrack, Focus, Track

    from .application import Application
    from .http.in_process import LoopThread


class Sandbox(World):
    """Both of Toggl's task APIs, in memory.

    ``seed`` selects the contents: with a frozen clock, the same seed and the same requests produce byte-identical
    responses. ``plan`` is the hourly quota: ``off``, ``free`` (30), ``starter`` (240) or ``premium`` (600).
    ``rate_limit`` limits each token to about one request a second.

    ``persist`` is a file to store the state in. A response is sent after its changes are written. If the file exists,
    the state is loaded from it and the other arguments are ignored. The file is locked until ``close``. A file that
    cannot be used raises ``StoreError``.

    ``log_bodies`` stores the bodies of requests and responses in the request log, which the control plane and the page
    show: at most 64 KiB of each and 32 MiB in all.

    ``clock``, ``quota``, ``rate_limit`` and ``faults`` can be changed at any time, from Python or over HTTP, under
    `/_sandbox/`.

    The clients that it returns use its clock: while that is frozen, waiting advances it without sleeping.

    It belongs to the process that uses it first: in a forked child process, it raises ``RuntimeError``.

    A context manager, sync and async; leaving it stops the thread behind ``transport()`` and closes the file.
    """

    track_url: Final = "https://toggl.sandbox.test/api/v9"
    """Base URL of Track for clients in this process; not served on a socket."""
    focus_url: Final = "https://toggl.sandbox.test/api"
    """Base URL of Focus for clients in this process; not served on a socket."""

    @cached_property
    def app(self) -> Application:
        """The ASGI application. It is created, and Starlette imported, on first use."""
        from .application import Application

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
        """Return a transport for an ``httpx.AsyncClient``; it answers on the client's event loop."""
        from .http.in_process import AsyncInProcessTransport

        return AsyncInProcessTransport(self.app)

    def track(self) -> Track:
        """Return a client of Track for this sandbox."""
        from toggl_tasks import Track

        return Track(
            token=self.token, base_url=self.track_url, transport=self.transport(), clock=ClientClock(self.clock)
        )

    def async_track(self) -> AsyncTrack:
        """Return an asynchronous client of Track for this sandbox."""
        from toggl_tasks import AsyncTrack

        return AsyncTrack(
            token=self.token, base_url=self.track_url, transport=self.async_transport(), clock=ClientClock(self.clock)
        )

    def focus(self) -> Focus:
        """Return a client of Focus for this sandbox."""
        from toggl_tasks import Focus

        return Focus(
            token=self.focus_token, base_url=self.focus_url, transport=self.transport(), clock=ClientClock(self.clock)
        )

    def async_focus(self) -> AsyncFocus:
        """Return an asynchronous client of Focus for this sandbox."""
        from toggl_tasks import AsyncFocus

        return AsyncFocus(
            token=self.focus_token,
            base_url=self.focus_url,
            transport=self.async_transport(),
            clock=ClientClock(self.clock),
        )

    def close(self) -> None:
        """Stop the thread behind ``transport()``; a later request starts it again.

        Also saves and closes the file of ``persist``, if there is one: nothing can be changed after that.
        """
        if "_loop_thread" in self.__dict__:
            self._loop_thread.close()
        super().close()

    def __reduce__(self) -> NoReturn:
        raise TypeError("a Sandbox cannot be pickled: create one in each process, or serve one with `running(sandbox)`")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        self.close()
