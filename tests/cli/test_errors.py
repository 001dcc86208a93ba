"""Failures: one line on stderr that says what to do, an exit code for each kind, and JSON for programs."""

from __future__ import annotations

import time

import pytest

from tests.support.command_line import CommandLine
from toggl_sandbox import Fault
from toggl_tasks.cli.session import AnnouncingClock


def test_wrong_token(toggl: CommandLine, api: str) -> None:
    outcome = toggl("list", "--api", api, TOGGL_API_TOKEN="not-the-token", TOGGL_FOCUS_TOKEN="toggl_sk_wrong")
    assert (outcome.code, outcome.stdout) == (3, "")
    assert "check" in outcome.stderr
    assert "`toggl-tasks auth status --check`" in outcome.stderr
    assert "not-the-token" not in outcome.stderr
    assert "toggl_sk_wrong" not in outcome.stderr
    assert len(outcome.stderr.splitlines()) == 1


def test_no_token(toggl: CommandLine, api: str) -> None:
    outcome = toggl("list", "--api", api, TOGGL_API_TOKEN=None, TOGGL_FOCUS_TOKEN=None)
    variable = {"track": "TOGGL_API_TOKEN", "focus": "TOGGL_FOCUS_TOKEN"}[api]
    assert outcome.code == 3
    assert outcome.stderr == (
        f"toggl-tasks: not signed in to {api.capitalize()}: run `toggl-tasks auth login`, or set {variable}\n"
    )


def test_plan_without_tasks(toggl: CommandLine, api: str) -> None:
    outcome = toggl("list", "--workspace", "free", "--api", api)
    assert outcome.code == 3
    assert outcome.stderr.endswith("; change the plan, or choose another workspace with --workspace\n")


def test_spent_quota(toggl: CommandLine, api: str) -> None:
    seeded = toggl.sandbox
    toggl("list", "--api", api)
    toggl.sandbox.quota.plan = "free"
    toggl.sandbox.quota.leave(seeded.seeded.user.id, seeded.organization_id, 0)
    outcome = toggl("list", "--api", api, "--format", "json")
    assert outcome.code == 5
    assert outcome.error["exit_code"] == 5
    assert outcome.error["message"].startswith("the hourly quota is spent until ")
    assert outcome.error["message"].endswith("; add --wait to wait for it")
    assert outcome.error["resets_at"]


def test_rate_limit(toggl: CommandLine, api: str) -> None:
    toggl.sandbox.faults.add(Fault(status=429, retry_after=0))
    outcome = toggl("list", "--api", api)
    assert outcome.code == 5
    assert "try again later" in outcome.stderr


def test_budget(toggl: CommandLine, api: str) -> None:
    outcome = toggl("list", "--api", api, "--budget", 0, "--format", "json")
    assert (outcome.code, toggl.requests()) == (5, [])
    assert outcome.error == {
        "message": "--budget is used up: 1 more request needed, 0 left; raise it",
        "exit_code": 5,
        "needed": 1,
        "left": 0,
    }
    assert toggl("list", "--limit", 1, "--api", api, "--budget", 5).code == 0
    assert toggl("list", "--limit", 1, "--api", api, "--budget", 1).code == 0


def test_no_network(toggl: CommandLine, api: str) -> None:
    nowhere = "http://127.0.0.1:9/api/v9"
    outcome = toggl("list", "--api", api, TOGGL_TRACK_URL=nowhere, TOGGL_FOCUS_URL=nowhere)
    assert outcome.code == 1
    assert len(outcome.stderr.splitlines()) == 1
    assert outcome.stderr.startswith("toggl-tasks: no connection: ")
    assert outcome.stderr.endswith(" or check the URL of the API\n")


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("TOGGL_API_TOKEN", "wrong"),
        ("TOGGL_API_TOKEN", "toggl_sk_wrong"),
        ("TOGGL_TRACK_URL", "nonsense"),
        ("TOGGL_TRACK_URL", "http://nowhere.invalid/api/v9"),
        ("TOGGL_TRACK_URL", "https://nowhere.invalid/api/v9"),
    ],
)
def test_errors_name_no_parameters_of_the_library(toggl: CommandLine, variable: str, value: str) -> None:
    toggl.environment[variable] = value
    outcome = toggl("list")
    assert outcome.code
    assert not [word for word in ("token=", "base_url", "allow_http") if word in outcome.stderr], outcome.stderr


def test_argument_that_is_not_utf_8(toggl: CommandLine) -> None:
    outcome = toggl("add", "caf\udce9", "--project", "Website")
    assert (outcome.code, outcome.stderr) == (2, "toggl-tasks: the text 'caf\\udce9' is not UTF-8; correct it\n")


def test_wait_after_429_names_its_reason(toggl: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "sleep", lambda seconds: None)
    toggl.sandbox.faults.add(Fault(path="/api/v9/**", status=429, retry_after=90, count=1))
    outcome = toggl("list", "--limit", 1)
    assert (outcome.code, outcome.stderr) == (0, "waiting 2 min before a retry, after 429; Ctrl-C ends it\n")


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["list", "--limit", "0"], 2, "Invalid value for '--limit': 0 is not in the range x>=1"),
        (["list", "--budget", "-1"], 2, "Invalid value for '--budget': '-1' is not a whole number from 0"),
        (["list", "--format", "xml"], 2, "Invalid value for '--format': 'xml' is not one of"),
        (["list", "--sort", "nme"], 2, "there is no field 'nme': did you mean 'name'?"),
        (["list", "--serach", "x"], 2, "No such option '--serach'"),
        (["lst"], 2, "there is no command 'lst': did you mean 'list'?"),
        (["list", "--profile", "work"], 2, "there is no profile 'work': there are none"),
        (["add", "x"], 2, "--project is missing"),
        (["add", " ", "--project", "Website"], 2, "the name of a task is empty"),
        (["edit", "x"], 2, "nothing to change"),
        (["edit", "x", "--estimate", "soon"], 2, "'soon' is not a duration: use 2h30m, 90m, 1.5h or 2:30"),
        (["list", "--since", "later"], 2, "'later' is not a time: use 2d, 12h, 2025-03-01 or 2025-03-01T12:00"),
        (["list", "--pinned"], 2, "--pinned is for Focus: use --api focus"),
        (["list", "--since", "2d", "--api", "focus"], 2, "--since is for Track: use --api track"),
        (["list", "--project-x"], 2, "No such option '--project-x'"),
        (["statuses"], 2, "statuses are in Focus: use --api focus"),
        (["show", ""], 2, "the name of a task is empty"),
        (["show", "7"], 4, "there is no task 7 in workspace 6000001"),
        (["show", "7", "--api", "focus"], 4, "there is no task 7 in workspace 6000001"),
        (["show", "no such thing"], 4, "no task is named 'no such thing'"),
        (["list", "Web site"], 4, "no project is named 'Web site': did you mean 'Website'"),
        (["list", "--assignee", "nobody"], 4, "no user is named 'nobody'"),
        (["list", "--workspace", "nowhere"], 4, "no workspace is named 'nowhere'"),
    ],
    ids=str,
)
def test_each_error_is_one_line_with_its_exit_code(
    toggl: CommandLine, arguments: list[str], code: int, message: str
) -> None:
    outcome = toggl(*arguments)
    assert (outcome.code, outcome.stdout) == (code, "")
    (line,) = outcome.stderr.splitlines()
    assert line.startswith("toggl-tasks: ")
    assert message in line
    assert ".;" not in line
    as_json = toggl(*arguments, "--format", "json") if "--format" not in arguments else None
    if as_json and not message.startswith(("No such option", "there is no command")):  # which end the parsing
        assert (as_json.code, as_json.error["exit_code"]) == (code, code)
        assert message in as_json.error["message"]
    assert toggl.changes() == []


def test_no_command_prints_help(toggl: CommandLine) -> None:
    outcome = toggl()
    assert (outcome.code, outcome.stdout) == (2, "")
    assert outcome.stderr.startswith("Usage: toggl-tasks [OPTIONS] COMMAND [ARGS]...\n")


def test_unexpected_error_has_a_traceback_only_with_verbose(
    toggl: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("toggl_tasks.cli.session.Session.api", property(lambda session: session.__dict__["gone"]))
    outcome = toggl("list")
    assert outcome == (
        1,
        "",
        "toggl-tasks: internal error: KeyError: 'gone'; run it again with --verbose and report the output\n",
    )
    assert "Traceback" in toggl("list", "--verbose").stderr


def test_verbose_prints_requests_and_their_number(toggl: CommandLine) -> None:
    for count, ending in ((3, "3 requests"), (1, "1 request")):
        lines = toggl("list", "--limit", 1, "--verbose").stderr.splitlines()
        assert len(lines) == count + 1
        assert all(line.startswith("GET /") for line in lines[:-1])
        assert lines[-1] == ending


def test_retries_are_reported_with_verbose_only(toggl: CommandLine) -> None:
    toggl.sandbox.faults.add(Fault(status=503, retry_after=0, count=1))
    quiet = toggl("list", "--limit", 1)
    assert (quiet.code, quiet.stderr) == (0, "")


def test_wait_continues_when_the_quota_is_full_again(toggl: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    toggl("list", "--limit", 1)
    toggl.sandbox.quota.plan = "free"
    toggl.sandbox.quota.leave(toggl.sandbox.seeded.user.id, toggl.sandbox.organization_id, 0)
    slept = [0.0]

    def sleep(seconds: float) -> None:
        slept[0] += seconds
        toggl.sandbox.quota.plan = "off"

    real, monotonic = time.time, time.monotonic
    monkeypatch.setattr(time, "sleep", sleep)
    monkeypatch.setattr(AnnouncingClock, "time", lambda clock: real() + slept[0])
    monkeypatch.setattr(AnnouncingClock, "monotonic", lambda clock: monotonic() + slept[0])
    outcome = toggl("list", "--limit", 1, "--wait")
    assert outcome.code == 0
    assert outcome.stderr.startswith("waiting ")
    assert outcome.stderr.endswith(" min for the quota; Ctrl-C ends it\n")


def test_read_only_profile_refuses_every_change(toggl: CommandLine, api: str) -> None:
    tokens = {"track": "file", "focus": "file"}
    urls = {"track_url": toggl.environment["TOGGL_TRACK_URL"], "focus_url": toggl.environment["TOGGL_FOCUS_URL"]}
    toggl.write_profiles(safe={"read_only": True, "tokens": tokens, **urls})
    toggl.write_tokens({"safe/track": toggl.sandbox.token, "safe/focus": toggl.sandbox.focus_token})
    options = ("--profile", "safe", "--api", api)
    assert toggl("list", "--limit", 1, *options).code == 0
    for name in ("add", "edit", "done", "reopen", "delete", "archive", "restore"):
        outcome = toggl(name, "1", *options)
        assert outcome.code == 3
        assert outcome.stderr.startswith("toggl-tasks: the profile 'safe' is read-only: nothing was changed")
    assert toggl.changes() == []


def test_broken_profiles_file(toggl: CommandLine) -> None:
    toggl.write_profiles()
    (toggl.home / "config" / "toggl-tasks" / "profiles.json").write_text("{")
    outcome = toggl("list")
    assert outcome.code == 1
    assert outcome.stderr.endswith("; repair or delete the file\n")


def test_home_that_is_no_folder_has_no_profiles(toggl: CommandLine) -> None:
    assert toggl("list", "--limit", 1, XDG_CONFIG_HOME="/dev/null", XDG_CACHE_HOME="/dev/null").code == 0


def test_focus_without_a_token_of_track(toggl: CommandLine) -> None:
    def run(*arguments: str) -> str:
        return toggl(*arguments, "--api", "focus", TOGGL_API_TOKEN=None).stderr

    assert "--organization or TOGGL_ORGANIZATION" in run("list")
    assert "Focus does not list workspaces: write the id" in run("list", "--workspace", "Sandbox")
    organization = ("--organization", str(toggl.sandbox.organization_id))
    assert run("list", *organization, "--limit", "1") == ""
    assert "Focus does not return the current user: use --assignee NAME" in run("list", "--mine", *organization)
