"""The sandbox on a socket."""

from __future__ import annotations

import signal
import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Thread, current_thread, main_thread
from typing import TYPE_CHECKING, Final

import uvicorn

from .http.cors import with_cors
from .http.host_guard import HostGuard, is_every_address
from .http.socket_connection import LendingProtocol, with_connections
from .operations import CONTROL_PREFIX, FOCUS_PREFIX, TRACK_PREFIX

if TYPE_CHECKING:
    from .sandbox import Sandbox

GRACE: Final = 3
"""Seconds to wait for requests in flight when the server stops."""


class RunningServer:
    """A sandbox that listens as soon as it is created.

    Raises ``OSError`` if the address is not available. Port 0 selects a free port. It answers only requests whose
    `Host` is ``host``, a name of the loopback address or one of ``allow_hosts``; Raises ``ValueError`` for a ``host``
    that binds all addresses if ``allow_hosts`` is empty. Pages of ``allow_origins`` may use the two APIs from a browser
    (CORS).
    """

    def __init__(
        self,
        sandbox: Sandbox,
        host: str = "127.0.0.1",
        port: int = 0,
        *,
        allow_hosts: Sequence[str] = (),
        allow_origins: Sequence[str] = (),
    ) -> None:
        application = with_cors(with_connections(sandbox.app), allow_origins)
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._socket = socket.create_server((host, port), family=family, backlog=128)
        if is_every_address(self._socket.getsockname()[0]) and not allow_hosts:
            self._socket.close()
            raise ValueError(f"{host or 'no host'} binds all addresses: pass the host name that clients use")
        # Accepted sockets inherit it. asyncio sets it only for a socket that names its protocol, which this one does
        # not; without it, a response in two writes waits 40 ms for the acknowledgement of the first.
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.host = f"[{host}]" if ":" in host else host
        """The host as written in a URL."""
        self.port: int = self._socket.getsockname()[1]
        config = uvicorn.Config(
            HostGuard(application, [self.host, *allow_hosts]),
            http=LendingProtocol,
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            date_header=False,
            timeout_graceful_shutdown=GRACE,
        )
        self._server = uvicorn.Server(config)
        self._thread = Thread(target=self.run, name="toggl sandbox server", daemon=True)

    @property
    def track_url(self) -> str:
        """Base URL of Track."""
        return f"http://{self.host}:{self.port}{TRACK_PREFIX}"

    @property
    def focus_url(self) -> str:
        """Base URL of Focus."""
        return f"http://{self.host}:{self.port}{FOCUS_PREFIX}"

    @property
    def control_url(self) -> str:
        """Base URL of the control plane."""
        return f"http://{self.host}:{self.port}{CONTROL_PREFIX}"

    @property
    def page_url(self) -> str:
        """URL of the web page."""
        return f"http://{self.host}:{self.port}/"

    def run(self) -> None:
        """Serve until ``stop``; in the main thread, also until SIGINT or SIGTERM."""
        with self._socket, self._ended_by_signals():
            self._server.run(sockets=[self._socket])

    def start(self) -> None:
        """Serve in a thread. Requests that are sent before it has started wait in the socket."""
        self._thread.start()

    def stop(self) -> None:
        """Finish the requests in flight and end the thread."""
        self._server.should_exit = True
        if self._thread.ident is not None:
            self._thread.join()

    @contextmanager
    def _ended_by_signals(self) -> Iterator[None]:
        """Handle both signals while uvicorn does not: before it starts, and when it re-raises a signal at its end."""
        if current_thread() is not main_thread():
            yield
            return

        def end(*_: object) -> None:
            self._server.should_exit = True

        before = {kind: signal.signal(kind, end) for kind in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for kind, handler in before.items():
                signal.signal(kind, handler)


@contextmanager
def running(
    sandbox: Sandbox,
    host: str = "127.0.0.1",
    port: int = 0,
    *,
    allow_hosts: Sequence[str] = (),
    allow_origins: Sequence[str] = (),
) -> Iterator[RunningServer]:
    """Serve a sandbox in a thread for the duration of the ``with`` block."""
    server = RunningServer(sandbox, host, port, allow_hosts=allow_hosts, allow_origins=allow_origins)
    server.start()
    try:
        yield server
    finally:
        server.stop()


def serve(
    sandbox: Sandbox,
    host: str = "127.0.0.1",
    port: int = 0,
    *,
    allow_hosts: Sequence[str] = (),
    allow_origins: Sequence[str] = (),
) -> None:
    """Serve a sandbox in this thread until SIGINT or SIGTERM."""
    RunningServer(sandbox, host, port, allow_hosts=allow_hosts, allow_origins=allow_origins).run()
