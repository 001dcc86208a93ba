"""The examples of docs/guides/sandbox.md work as written."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.support.examples import examples
from toggl_sandbox import Sandbox, running
from toggl_sandbox.control.routes import ROUTES
from toggl_sandbox.faults.fault import Fault
from toggl_sandbox.operations import covers

ROOT = Path(__file__).parent.parent.parent
TEXT = (ROOT / "docs/guides/sandbox.md").read_text()
SHELL = "".join(examples("docs/guides/sandbox.md", "sh")).replace("\\\n", "")
PYTHON, PYTEST = examples("docs/guides/sandbox.md")


def test_every_command_works() -> None:
    used = set()
    with Sandbox() as sandbox, running(sandbox) as server:
        for line in SHELL.splitlines():
            words = shlex.split(line, comments=True)
            method = words[words.index("-X") + 1] if "-X" in words else "GET"
            body = words[words.index("-d") + 1] if "-d" in words else None
            (path,) = [word.removeprefix("$SANDBOX") for word in words if word.startswith("$SANDBOX")]
            # curl's -d sends a form's content type.
            headers = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
            if "-H" in words:
                headers = dict([words[words.index("-H") + 1].split(": ")])
            while path == "/requests/17" and not sandbox.log.find(17):
                httpx.get(f"{server.track_url}/me")
            reply = httpx.request(method, server.control_url + path, content=body, headers=headers)
            assert reply.status_code == 200, (line, reply.text)
            used |= {
                (one.method, one.url)
                for one in ROUTES
                if one.method == method and covers(one.url.split("/"), path.partition("?")[0].split("/"))
            }
    left = {(one.method, one.url) for one in ROUTES} - used
    assert left == {("GET", "/openapi.yaml"), ("PUT", "/state")}


def test_the_python_example_works(capsys: pytest.CaptureFixture[str]) -> None:
    namespace: dict[str, Any] = {}
    exec(compile(PYTHON, "docs/guides/sandbox.md", "exec"), namespace)
    assert capsys.readouterr().out.splitlines() == ["no reply, and yet 1", "['Perhaps']", "[]"]


def test_the_pytest_example_works(tmp_path: Path) -> None:
    (tmp_path / "test_example.py").write_text(PYTEST)
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "2 passed" in done.stdout


def test_every_field_of_a_fault_is_documented() -> None:
    tables = "\n".join(line for line in TEXT.splitlines() if line.startswith("|"))
    documented = set(re.findall(r"[a-z_]+", tables)) | {"when"}
    assert not set(Fault.__struct_fields__) - documented
