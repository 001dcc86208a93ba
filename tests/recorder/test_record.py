"""`make record`, run against the sandbox over a real socket."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from recorder.capture import Recorder
from recorder.environment import MAX_REQUESTS
from recorder.focus_session import FocusSession
from recorder.folder import load_all
from recorder.record import main, request_count
from recorder.scrub import Scrubber
from recorder.session import Session
from recorder.track_session import TrackSession
from tests.replay.test_no_secrets import find_secrets
from tests.support.recorder_service import Service, answer_prompts, serve_sandbox
from tests.support.replay.clients import facade_call, replay
from toggl_sandbox import Sandbox, running
from toggl_tasks import ConnectionFailed

ROOT = Path(__file__).parents[2]
CHANGING = {"POST", "PUT", "PATCH", "DELETE"}


@pytest.fixture(scope="module")
def complete(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service of which everything was recorded."""
    with serve_sandbox(tmp_path_factory.mktemp("recordings")) as service:
        assert service.record("--yes") == 0
        yield service


def test_the_operations_on_tasks_that_fit_into_one_hour_are_recorded(complete: Service) -> None:
    recorded = {key.rpartition("/")[0] for key in load_all(complete.folder)}
    assert recorded == {
        *(
            f"track/{name}"
            for name in ("createTask", "deleteTask", "getMyQuota", "getTask", "listMyTasks", "patchTasks")
        ),
        *(f"track/{name}" for name in ("listProjectTasks", "listWorkspaceTasks", "updateTask")),
        *(
            f"focus/{name}"
            for name in ("createTask", "createTasks", "deleteTask", "listTasks", "patchTask", "patchTasks")
        ),
    }


def test_every_created_task_is_deleted(complete: Service) -> None:
    assert {"POST", "PUT", "PATCH", "DELETE"} <= set(complete.methods)
    assert complete.own_tasks() == []


def test_recordings_of_the_sandbox_are_assumed(complete: Service) -> None:
    for key, recording in load_all(complete.folder).items():
        assert recording.provenance.evidence == "assumed", key
        assert recording.provenance.source == "sandbox"
        assert recording.provenance.host is None
        assert "/sandbox-" in key


def test_recordings_have_no_secrets_and_no_personal_data(complete: Service) -> None:
    sandbox = complete.sandbox
    originals = [
        *(sandbox.token, sandbox.focus_token, sandbox.email, "Sandbox User", "Website", "toggl-tasks recording"),
        *(str(sandbox.workspace_id), str(sandbox.organization_id), str(sandbox.project_id)),
    ]
    for path in complete.folder.rglob("*.json"):
        text = path.read_text()
        assert not find_secrets(text), path
        assert not [original for original in originals if original in text], path


def test_recordings_can_be_replayed(complete: Service) -> None:
    for recording in load_all(complete.folder).values():
        replay(recording, None)
        if call := facade_call(recording):
            replay(recording, call)


def test_scrubbing_again_changes_nothing(complete: Service) -> None:
    for key, recording in load_all(complete.folder).items():
        assert Scrubber().scrub(recording) == recording, key


def test_requests_stay_within_the_announced_number(service: Service, capsys: pytest.CaptureFixture[str]) -> None:
    service.record("--yes")
    assert "Together at most 28." in capsys.readouterr().out
    assert len(service.methods) <= 28 < 30


def test_read_only_sends_no_changing_request(service: Service, capsys: pytest.CaptureFixture[str]) -> None:
    assert service.record("--yes", "--read-only") == 0
    assert not CHANGING.intersection(service.methods)
    assert f"Together at most {len(service.methods)}." in capsys.readouterr().out


def test_nothing_is_sent_before_the_user_agrees(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    prompts = answer_prompts(monkeypatch, "")
    assert service.record() == 0
    assert len(prompts) == 1
    assert service.methods == []
    assert not list(service.folder.iterdir())


def test_nothing_is_changed_before_the_user_agrees_again(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    prompts = answer_prompts(monkeypatch, "y", "n", "yes")
    assert service.record() == 0
    assert [request.path for request in service.sandbox.requests if request.method in CHANGING]
    assert not [one for one in service.sandbox.requests if one.method in CHANGING and one.path.startswith("/api/v9")]
    assert f"workspace {service.sandbox.workspace_id}, project" in prompts[1]
    assert f"organization {service.sandbox.organization_id}" in prompts[2]
    assert service.own_tasks() == []


def test_without_a_terminal_the_answer_is_no(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    def end_of_file(_: str) -> str:
        raise EOFError

    monkeypatch.setattr("builtins.input", end_of_file)
    assert service.record() == 0
    assert service.methods == []


def test_an_interrupted_run_deletes_what_it_created(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: object) -> None:
        assert len(service.own_tasks()) == 1
        raise KeyboardInterrupt

    monkeypatch.setattr(TrackSession, "_patch", interrupt)
    with pytest.raises(KeyboardInterrupt):
        service.record("--yes")
    assert service.own_tasks() == []


def test_tasks_created_without_a_response_are_found_and_deleted(
    service: Service, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    create = Session.create

    def answer_is_lost(session: Session, send: Any, ids: Any) -> Any:
        if session.api == "track":
            return create(session, send, ids)

        def lost() -> Any:
            send()
            raise ConnectionFailed("the connection broke")

        return create(session, lost, ids)

    monkeypatch.setattr(Session, "create", answer_is_lost)
    assert service.record("--yes") == 1
    assert "stopped: the connection broke" in capsys.readouterr().err
    assert service.methods.count("DELETE") == 2
    assert service.own_tasks() == []


def test_a_retrying_client_stays_within_the_announced_number(
    service: Service, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A client that repeats what failed would."""
    monkeypatch.setattr(TrackSession, "max_requests", 11)
    assert service.record("--yes") == 1
    assert "stopped: more than 11 requests" in capsys.readouterr().err
    assert len([request for request in service.sandbox.requests if request.path.startswith("/api/v9")]) == 12
    assert service.own_tasks() == []


def test_tasks_that_could_not_be_deleted_are_printed(
    service: Service, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise ConnectionFailed("the connection broke")

    monkeypatch.setattr(TrackSession, "delete", fail)
    assert service.record("--yes") == 1
    (name,) = service.own_tasks()
    assert f"named {name!r}: delete them by hand" in capsys.readouterr().err


def test_a_spent_quota_ends_the_run_and_is_recorded(tmp_path: Path, clean_environment: pytest.MonkeyPatch) -> None:
    with Sandbox(plan="free") as sandbox, running(sandbox) as server:
        with sandbox.track() as track:
            for _ in range(30):
                track.raw.get_my_quota()
        clean_environment.setenv("TOGGL_API_TOKEN", sandbox.token)
        clean_environment.setenv("TOGGL_TRACK_URL", server.track_url)
        assert main(["--yes", "--output", str(tmp_path)]) == 1
        assert len(sandbox.requests) == 31
    ((key, recording),) = load_all(tmp_path).items()
    assert key == "track/getMyQuota/sandbox-quotas"
    assert recording.response.status == 402
    assert recording.response.headers["x-toggl-quota-remaining"] == "0"


@pytest.mark.parametrize(
    ("environment", "missing"),
    [
        ({}, "TOGGL_API_TOKEN"),
        ({"TOGGL_FOCUS_TOKEN": "key"}, "TOGGL_ORGANIZATION_ID"),
        ({"TOGGL_FOCUS_TOKEN": "key", "TOGGL_ORGANIZATION_ID": "1"}, "TOGGL_WORKSPACE_ID"),
        ({"TOGGL_API_TOKEN": "token", "TOGGL_WORKSPACE_ID": "mine"}, "TOGGL_WORKSPACE_ID must be a number"),
        ({"TOGGL_API_TOKEN": "two words"}, "not a valid token"),
        ({"TOGGL_API_TOKEN": "token", "TOGGL_TRACK_URL": "nowhere"}, "TOGGL_TRACK_URL must look like"),
    ],
)
def test_missing_settings_are_one_line(
    environment: dict[str, str], missing: str, clean_environment: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, value in environment.items():
        clean_environment.setenv(name, value)
    assert main(["--yes"]) == 2
    output = capsys.readouterr()
    assert missing in output.err
    assert output.err.startswith("make record: ")
    assert output.err.count("\n") == 1
    assert output.out == ""


def test_the_command_ends_with_code_2_without_a_token(clean_environment: pytest.MonkeyPatch) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "recorder", "record"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1


def live_sessions(transport: httpx.BaseTransport | None = None) -> list[Session]:
    return [
        TrackSession(TrackSession.live_url, "token", 1, 2, transport=transport),
        FocusSession(FocusSession.live_url, "key", 3, 4, transport=transport),
    ]


def test_both_apis_together_take_fewer_requests_than_the_free_plan_allows() -> None:
    made = live_sessions()
    assert sum(request_count(session, read_only=False) for session in made) <= MAX_REQUESTS < 30
    for session in made:
        session.close()


def test_the_live_service_is_recorded_with_date_and_host(tmp_path: Path) -> None:
    transport = httpx.MockTransport(lambda _: httpx.Response(200, json=[], headers={"set-cookie": "session=secret"}))
    for session in live_sessions(transport=transport):
        assert session.live
        recorder = Recorder(tmp_path, Scrubber(), say=lambda _: None, pause=lambda: None)
        recorder.run(session, session.reads()[:1])
        session.close()
    recordings = load_all(tmp_path)
    assert list(recordings) == ["focus/listTasks/recorded-some", "track/getMyQuota/recorded-quotas"]
    hosts = [recording.provenance.host for recording in recordings.values()]
    assert hosts == ["focus.toggl.com", "api.track.toggl.com"]
    assert all(recording.provenance.evidence == "recorded" for recording in recordings.values())


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:8181/api/v9",
        "https://api.track.toggl.com/api/v8",
        "https://api.track.toggl.com:8443/api/v9",
        "https://api.track.toggl.com.sandbox.test/api/v9",
    ],
)
def test_recordings_of_other_addresses_are_assumed(url: str, tmp_path: Path) -> None:
    session = TrackSession(url, "t", 1, 2, transport=httpx.MockTransport(lambda _: httpx.Response(200, json=[])))
    recorder = Recorder(tmp_path, Scrubber(), say=lambda _: None, pause=lambda: None)
    recorder.run(session, session.reads()[:1])
    session.close()
    (recording,) = load_all(tmp_path).values()
    assert recording.provenance.evidence == "assumed"
    assert recording.provenance.host is None
