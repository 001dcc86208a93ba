"""A client of a language server, as in an editor: opens one file, and asks what to show at places in it."""

from __future__ import annotations

import itertools
import json
import subprocess
import threading
from pathlib import Path
from types import TracebackType
from typing import Any, Self


class LanguageServer:
    """Runs a server in a folder. Use it as a context manager."""

    def __init__(self, command: list[str], folder: Path, python: str) -> None:
        self._command, self._folder, self._python = command, folder, python
        self._ids = itertools.count(1)
        self._text = {"uri": (folder / "edited.py").as_uri()}

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            self._command, cwd=self._folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        # A server that hangs is ended, so that the next read fails.
        self._watchdog = threading.Timer(60, self._process.kill)
        self._watchdog.start()
        folders = [{"uri": self._folder.as_uri(), "name": self._folder.name}]
        content = {"hover": {"contentFormat": ["plaintext"]}}
        capabilities = {"workspace": {"configuration": True}, "textDocument": content}
        self._request("initialize", {"processId": None, "workspaceFolders": folders, "capabilities": capabilities})
        self._send(method="initialized", params={})
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._watchdog.cancel()
        self._process.kill()
        self._process.communicate()

    def open(self, code: str) -> None:
        document = self._text | {"languageId": "python", "version": 1, "text": code}
        self._send(method="textDocument/didOpen", params={"textDocument": document})

    def at(self, line: int, character: int, method: str) -> Any:
        """The result of `hover`, `completion` or `signatureHelp` at a place."""
        position = {"line": line, "character": character}
        return self._request(f"textDocument/{method}", {"textDocument": self._text, "position": position})

    def _request(self, method: str, params: object) -> Any:
        id_ = next(self._ids)
        self._send(id=id_, method=method, params=params)
        while True:
            message = self._receive()
            if message.get("id") == id_ and "method" not in message:
                return message["result"]
            if "id" in message:  # the server has a request too: for settings, or one that needs no result
                items = (message.get("params") or {}).get("items", [])
                settings = [{"pythonPath": self._python} if item["section"] == "python" else {} for item in items]
                self._send(id=message["id"], result=settings)

    def _send(self, **message: object) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        size = 0
        while header := self._process.stdout.readline().strip():
            name, _, value = header.partition(b":")
            if name.lower() == b"content-length":
                size = int(value)
        assert size, "the language server has ended"
        message: dict[str, Any] = json.loads(self._process.stdout.read(size))
        return message
