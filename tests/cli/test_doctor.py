"""`doctor`: a line for each check, with what to do about it."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from tests.support.command_line import CommandLine, Outcome


def checks(done: Outcome) -> dict[str, dict[str, Any]]:
    return {row["check"]: row for row in done.json}


def test_everything_is_ok_but_the_missing_keyring_and_the_frozen_clock(toggl: CommandLine) -> None:
    done = toggl("doctor", "--format", "json")
    assert (done.code, done.stderr) == (0, "")
    found = checks(done)
    not_ok = {name: row["status"] for name, row in found.items() if row["status"] != "ok"}
    assert not_ok == {"keyring": "warn", "track clock": "warn", "focus clock": "warn"}
    assert {"track request", "focus request", "track network", "track quota", "cache", "proxy"} <= found.keys()
    assert "token of track (TOGGL_API_TOKEN)" in found["configuration"]["detail"]
    assert toggl.requests() == [("GET", "/api/v9/me/quota"), ("GET", "/api/users/me/settings")]


def test_each_check_is_a_line_and_the_remedy_is_not_cut(toggl: CommandLine) -> None:
    lines = toggl("doctor", "--api", "focus").lines
    assert lines[0].startswith("ok    version: toggl-tasks ")
    at = lines.index("warn  keyring: this system has none")
    assert lines[at + 1] == "      install one that Python's keyring supports; `auth login --store file` works without"
    assert toggl("doctor", "--api", "focus", "--quiet").lines[:2] == ["version", "python"]
    assert toggl("doctor", "--fields", "check,status").lines[0].split() == ["check", "status"]


def test_nobody_signed_in_fails_with_both_ways(toggl: CommandLine) -> None:
    done = toggl("doctor", "--format", "json", TOGGL_API_TOKEN=None, TOGGL_FOCUS_TOKEN=None)
    assert done.code == 1
    assert checks(done)["token"]["remedy"] == "`toggl-tasks auth login`, or set TOGGL_API_TOKEN or TOGGL_FOCUS_TOKEN"


def test_wrong_token_fails(toggl: CommandLine) -> None:
    done = toggl("doctor", "--format", "json", "--api", "track", TOGGL_API_TOKEN="no-such-token")
    assert done.code == 1
    assert checks(done)["track request"]["status"] == "fail"
    assert "no-such-token" not in done.stdout


@pytest.mark.parametrize(
    ("url", "text"),
    [
        ("http://127.0.0.1:9/api/v9", "cannot connect to 127.0.0.1:9"),
        ("https://nowhere.invalid/api/v9", "cannot resolve nowhere.invalid"),
    ],
)
def test_no_network_fails_and_ends_there(toggl: CommandLine, url: str, text: str) -> None:
    done = toggl("doctor", "--format", "json", "--api", "track", TOGGL_TRACK_URL=url)
    assert done.code == 1
    found = checks(done)
    assert found["track network"]["status"] == "fail"
    assert text in found["track network"]["detail"]
    assert "track request" not in found


def test_port_without_tls_fails_with_a_remedy(toggl: CommandLine) -> None:
    url = toggl.environment["TOGGL_TRACK_URL"].replace("http:", "https:")
    row = checks(toggl("doctor", "--format", "json", "--api", "track", TOGGL_TRACK_URL=url))["track network"]
    assert (row["status"], "TLS with 127.0.0.1 failed" in row["detail"]) == ("fail", True)
    assert "SSL_CERT_FILE" in row["remedy"]


def test_password_of_proxy_is_hidden(toggl: CommandLine) -> None:
    done = toggl(
        "doctor", "--format", "json", "--api", "track",
        HTTPS_PROXY="http://user:secret@proxy.example:3128", NO_PROXY="127.0.0.1",
    )  # fmt: skip
    assert checks(done)["proxy"]["detail"] == "https http://***@proxy.example:3128; not for 127.0.0.1"
    assert "secret" not in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="modes of files are of POSIX")
def test_token_file_that_others_can_read_fails(toggl: CommandLine) -> None:
    toggl.write_tokens({"default/track": toggl.sandbox.token})
    file = toggl.home / "config" / "toggl-tasks" / "tokens.json"
    file.chmod(0o644)
    row = checks(toggl("doctor", "--format", "json"))["token file"]
    assert (row["status"], row["remedy"]) == ("fail", f"chmod 600 '{file}'")
    file.chmod(0o600)
    assert checks(toggl("doctor", "--format", "json"))["token file"]["status"] == "ok"


def test_broken_profiles_fail(toggl: CommandLine) -> None:
    toggl.write_profiles(work={})
    assert toggl("doctor", "--profile", "none", "--format", "json").code == 1
    (toggl.home / "config" / "toggl-tasks" / "profiles.json").write_text("{")
    done = toggl("doctor", "--format", "json")
    assert done.code == 1
    assert checks(done)["profiles"]["status"] == "fail"


def test_variables_that_a_named_profile_replaces_are_named(toggl: CommandLine) -> None:
    toggl("auth", "login", "--yes", "--profile", "work", stdin=toggl.sandbox.token)
    row = checks(toggl("doctor", "--profile", "work", "--format", "json"))["configuration"]
    assert row["status"] == "warn"
    assert "TOGGL_API_TOKEN" in row["remedy"]
    assert "URL of track (profile)" in row["detail"]


def test_few_requests_left_is_a_warning(toggl: CommandLine) -> None:
    toggl.sandbox.quota.plan = "free"
    for _ in range(26):
        toggl.sandbox.quota.charge(4000001, None)
    row = checks(toggl("doctor", "--api", "track", "--format", "json"))["track quota"]
    assert row["status"] == "warn"
    assert row["detail"].startswith("3 requests left of me")


@contextmanager
def service_with_clock(ahead: float) -> Iterator[str]:
    """A service that says `{}`-like responses with a Date header; returns the address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = b"[]"
            self.send_response_only(200)
            self.send_header("Date", formatdate(_now() + ahead, usegmt=True))
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/api/v9"
        finally:
            server.shutdown()
            thread.join()


def _now() -> float:
    import time

    return time.time()


@pytest.mark.parametrize(
    ("ahead", "status", "text"),
    [(0, "ok", "within a second"), (300, "warn", "s behind the service's"), (-300, "warn", "s ahead of the service's")],
)
def test_clock_is_compared_with_date_of_reply(toggl: CommandLine, ahead: float, status: str, text: str) -> None:
    with service_with_clock(ahead) as url:
        row = checks(toggl("doctor", "--api", "track", "--format", "json", TOGGL_TRACK_URL=url))["track clock"]
    assert (row["status"], text in row["detail"]) == (status, True)
