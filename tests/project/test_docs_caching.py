"""The examples of docs/guides/caching.md work as written, and its statements about the cache are true."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.examples import Example, blocks
from toggl_sandbox import Sandbox, running


@pytest.mark.parametrize("example", blocks("docs/guides/caching.md"), ids=lambda example: example.title)
def test_the_example_saves_a_request_and_stores_no_token(
    example: Example, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("os.umask", lambda mode: None)
    with Sandbox(plan="free") as sandbox, running(sandbox) as server:
        monkeypatch.setenv("TOGGL_TRACK_URL", server.track_url)
        monkeypatch.setenv("TOGGL_API_TOKEN", sandbox.token)
        names = {"workspace_id": sandbox.workspace_id}
        example.run(names)
        first, second = capsys.readouterr().out.split()
        assert first == second
        assert len(sandbox.requests) == 1
        track = names["track"]
        assert track.quota.remaining == 29  # type: ignore[attr-defined]
    stored = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    assert b"task" in stored
    for secret in (sandbox.token, "Basic", "authorization"):
        assert secret.encode() not in stored
