"""A server that sends arbitrary bytes at any time, or none, unlike a real web server."""

from __future__ import annotations

import socket
import ssl
import struct
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from threading import Event, Thread
from typing import Final

Conduct = Callable[[socket.socket, bytes], None]
"""Handles a connection after its request was received; the connection is closed afterwards."""
_AT_ONCE: Final = struct.pack("ii", 1, 0)


class RawServer:
    """Answers one request per connection."""

    def __init__(self, conduct: Conduct, tls: ssl.SSLContext | None = None) -> None:
        self.conduct = conduct
        self.requests: list[bytes] = []
        """Head and body of each request as received."""
        self.handshakes_failed = 0
        self.over = Event()
        """Set when the server stops, for a handler that waits."""
        self._tls = tls
        self._socket = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port: int = self._socket.getsockname()[1]
        self._threads: list[Thread] = []
        self._listener = Thread(target=self._listen, daemon=True)
        self._listener.start()

    def url(self, host: str = "127.0.0.1", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}/api/v9"

    def _listen(self) -> None:
        while True:
            connection, _ = self._socket.accept()
            if self.over.is_set():
                connection.close()
                return
            thread = Thread(target=self._serve, args=(connection,), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        connection.settimeout(10)
        if self._tls is not None:
            try:
                connection = self._tls.wrap_socket(connection, server_side=True)
            except (ssl.SSLError, OSError):
                self.handshakes_failed += 1
                connection.close()
                return
        with closing(connection), suppress(OSError):
            request = _whole_request(connection)
            if request:
                self.requests.append(request)
                self.conduct(connection, request)
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_WR)

    def close(self) -> None:
        self.over.set()
        with suppress(OSError):
            socket.create_connection(("127.0.0.1", self.port)).close()
        self._listener.join(10)
        self._socket.close()
        for thread in self._threads:
            thread.join(10)


def _whole_request(connection: socket.socket) -> bytes:
    received = b""
    while b"\r\n\r\n" not in received:
        part = connection.recv(65_536)
        if not part:
            return b""
        received += part
    head, _, body = received.partition(b"\r\n\r\n")
    length = 0
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            length = int(line.partition(b":")[2])
    while len(body) < length:
        body += connection.recv(65_536)
    return head + b"\r\n\r\n" + body


def sending(*parts: bytes) -> Conduct:
    """Send these bytes and close."""

    def conduct(connection: socket.socket, request: bytes) -> None:
        for part in parts:
            connection.sendall(part)

    return conduct


def in_turn(*conducts: Conduct) -> Conduct:
    """One handler per request; the last one handles all further requests."""
    left = list(conducts)

    def conduct(connection: socket.socket, request: bytes) -> None:
        (left.pop(0) if len(left) > 1 else left[0])(connection, request)

    return conduct


def reset_after(part: bytes) -> Conduct:
    """Send these bytes and reset the connection."""

    def conduct(connection: socket.socket, request: bytes) -> None:
        connection.sendall(part)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _AT_ONCE)
        connection.close()

    return conduct


def replying(
    body: bytes, status: str = "200 OK", headers: tuple[str, ...] = (), *, length: int | None = None
) -> Conduct:
    """A complete response; `length` replaces the real length of the body."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body) if length is None else length}", "Connection: close"]
    head = "\r\n".join([*lines, *headers, "", ""])
    return sending(head.encode("latin-1") + body)


@contextmanager
def raw_server(conduct: Conduct, tls: ssl.SSLContext | None = None) -> Iterator[RawServer]:
    """Serve during the `with` block."""
    server = RawServer(conduct, tls)
    try:
        yield server
    finally:
        server.close()
