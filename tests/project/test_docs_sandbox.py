"""The requests of docs/guides/sandbox.md work as written, and every route is shown there or in the reference."""

from __future__ import annotations

import shlex
from itertools import pairwise
from os.path import expandvars
from pathlib import Path

import httpx
import pytest

from tests.support.command_line import CommandLine
from tests.support.examples import ROOT
from tests.support.page_reader import PageReader
from toggl_sandbox import Sandbox, running
from toggl_sandbox.control.routes import ROUTES
from toggl_sandbox.faults.fault import Fault
from toggl_sandbox.operations import covers


def test_every_request_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    used: set[tuple[str, str]] = set()

    def curl(words: list[str]) -> str:
        line = shlex.join(words)
        words = [expandvars(word) for word in words]
        option = dict(pairwise(words))
        method = option.get("-X", "GET")
        (path,) = [word.removeprefix("http://127.0.0.1:8181/_sandbox") for word in words if "/_sandbox" in word]
        body = option.get("-d", "").encode()
        if "--data-binary" in option:
            body = (tmp_path / option["--data-binary"].removeprefix("@")).read_bytes()
        # curl's -d sends a form's content type.
        headers = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
        if "-H" in option:
            headers = dict([option["-H"].split(": ")])
        while path == "/requests/17" and not sandbox.log.find(17):
            httpx.get(f"{server.track_url}/me")
        response = httpx.request(method, server.control_url + path, content=body, headers=headers)
        assert response.status_code == 200, (line, response.text)
        if "-o" in option:
            (tmp_path / option["-o"]).write_bytes(response.content)
        used.update(
            (one.method, one.url)
            for one in ROUTES
            if one.method == method and covers(one.url.split("/"), path.partition("?")[0].split("/"))
        )
        return ""

    def export(words: list[str]) -> str:
        for word in words:
            name, _, value = word.partition("=")
            monkeypatch.setenv(name, value)
        return ""

    with Sandbox() as sandbox, running(sandbox) as server:
        toggl = CommandLine(sandbox, server, tmp_path)
        PageReader("docs/guides/sandbox.md", toggl, {"curl": curl, "export": export}).read()
    assert len(used) > 20


def test_every_route_and_field_is_in_the_reference() -> None:
    reference = (ROOT / "docs/reference/sandbox-control.md").read_text(encoding="utf-8")
    routes = [f"`{one.method} {one.url}`" for one in ROUTES]
    fields = [f"| `{name}` |" for name in Fault.__struct_fields__]
    assert [text for text in routes + fields if text not in reference] == []
