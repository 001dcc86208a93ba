"""`auth`: where tokens go, and where they do not; profiles."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from stat import S_IMODE
from typing import Any

import keyring
import pytest
from keyring.backends import fail, null

from tests.support.command_line import CommandLine
from tests.support.fake_keyring import BrokenKeyring, FileKeyring
from toggl_sandbox import Sandbox, running
from toggl_tasks.cli.session import Session

ROOT = Path(__file__).parents[2]
BACKENDS: dict[str, Callable[[], Any]] = {
    "absent": fail.Keyring,
    "null": null.Keyring,
    "broken": BrokenKeyring,
    "present": FileKeyring,
}
SIGNED_OUT: dict[str, Any] = {"TOGGL_API_TOKEN": None, "TOGGL_FOCUS_TOKEN": None}
WITHOUT_ADDRESSES: dict[str, Any] = {**SIGNED_OUT, "TOGGL_TRACK_URL": None, "TOGGL_FOCUS_URL": None}


@pytest.fixture
def use_keyring(no_keyring: None) -> Callable[[str], None]:
    """Chooses the keyring of commands in this process."""
    return lambda name: keyring.set_keyring(BACKENDS[name]())


@pytest.fixture
def folder(toggl: CommandLine) -> Path:
    return toggl.home / "config" / "toggl-tasks"


def profiles(folder: Path) -> dict[str, Any]:
    stored: dict[str, Any] = json.loads((folder / "profiles.json").read_text())
    return stored


def test_login_stores_token_in_keyring_and_profile_with_address(
    toggl: CommandLine, folder: Path, use_keyring: Callable[[str], None]
) -> None:
    use_keyring("present")
    done = toggl("auth", "login", stdin=f"{toggl.sandbox.token}\n", **SIGNED_OUT)
    assert done.code == 0, done.stderr
    assert toggl.requests() == [("GET", "/api/v9/me")]
    assert not (folder / "tokens.json").exists()
    assert profiles(folder)["default"] == {
        "workspace": str(toggl.sandbox.workspace_id),
        "track_url": toggl.environment["TOGGL_TRACK_URL"],
        "tokens": {"track": "keyring"},
    }
    assert toggl("list", "--limit", 1, "--quiet", **WITHOUT_ADDRESSES).code == 0
    assert toggl("auth", "logout", **WITHOUT_ADDRESSES).code == 0
    assert json.loads((toggl.home / "keyring.json").read_text()) == {}
    assert profiles(folder) == {}
    assert toggl("list", **SIGNED_OUT).code == 3


@pytest.mark.parametrize(
    ("backend", "reason"),
    [
        ("absent", "this system has none"),
        ("broken", "cannot store ***: the collection is locked"),
        ("null", "it did not store the token"),
    ],
)
def test_login_without_keyring_asks_before_it_writes_private_file(
    toggl: CommandLine, folder: Path, use_keyring: Callable[[str], None], backend: str, reason: str
) -> None:
    use_keyring(backend)
    refused = toggl("auth", "login", stdin=toggl.sandbox.token, **SIGNED_OUT)
    assert refused.code == 2
    assert reason in refused.stderr
    assert toggl.sandbox.token not in refused.stderr
    assert refused.stderr.endswith("add --yes to do it\n")
    assert not folder.exists()
    done = toggl("auth", "login", "--yes", stdin=toggl.sandbox.token, **SIGNED_OUT)
    assert done.code == 0, done.stderr
    assert S_IMODE((folder / "tokens.json").stat().st_mode) == 0o600
    assert toggl("list", "--limit", 1, **WITHOUT_ADDRESSES).code == 0


def test_login_store_file_asks_nothing_and_moves_token_out_of_keyring(
    toggl: CommandLine, folder: Path, use_keyring: Callable[[str], None]
) -> None:
    use_keyring("present")
    assert toggl("auth", "login", stdin=toggl.sandbox.token, **SIGNED_OUT).code == 0
    assert toggl("auth", "login", "--store", "file", stdin=toggl.sandbox.token, **SIGNED_OUT).code == 0
    assert json.loads((toggl.home / "keyring.json").read_text()) == {}
    assert json.loads((folder / "tokens.json").read_text()) == {"default/track": toggl.sandbox.token}


def test_keyring_that_breaks_later_is_one_line(toggl: CommandLine, use_keyring: Callable[[str], None]) -> None:
    use_keyring("present")
    assert toggl("auth", "login", stdin=toggl.sandbox.token, **SIGNED_OUT).code == 0
    use_keyring("broken")
    listed = toggl("list", **SIGNED_OUT)
    assert (listed.code, listed.stderr.count("\n")) == (1, 1)
    assert "the keyring of this system failed: the collection is locked" in listed.stderr
    status = toggl("auth", "status", "--format", "json", **SIGNED_OUT)
    assert (status.code, status.json[0]["token"]) == (3, "keyring (unreadable)")
    out = toggl("auth", "logout", **SIGNED_OUT)
    assert (out.code, "signed out, but the keyring failed" in out.stderr) == (1, True)


@pytest.mark.parametrize(("api", "token"), [("track", "wrong"), ("focus", "toggl_sk_wrong")])
def test_wrong_token_is_refused_and_not_stored(toggl: CommandLine, folder: Path, api: str, token: str) -> None:
    done = toggl("auth", "login", "--yes", stdin=token, **SIGNED_OUT)
    assert done.code == 3
    assert done.stderr.startswith(f"toggl-tasks: {api.capitalize()} refuses this token: copy it again")
    assert token not in done.stderr
    assert not folder.exists()


@pytest.mark.parametrize("text", ["", "\n", "two words\n"])
def test_text_that_is_no_token_sends_nothing(toggl: CommandLine, text: str) -> None:
    done = toggl("auth", "login", "--yes", stdin=text, **SIGNED_OUT)
    assert done.code in (1, 2)
    assert toggl.requests() == []


def test_one_profile_has_tokens_of_both_apis(toggl: CommandLine, folder: Path) -> None:
    for token in (toggl.sandbox.token, toggl.sandbox.focus_token):
        assert toggl("auth", "login", "--yes", stdin=token, **SIGNED_OUT).code == 0
    stored = profiles(folder)["default"]
    assert stored["tokens"] == {"track": "file", "focus": "file"}
    assert stored["focus_url"] == toggl.environment["TOGGL_FOCUS_URL"]
    assert toggl("list", "--api", "focus", "--limit", 1, **WITHOUT_ADDRESSES).code == 0
    status = toggl("auth", "status", "--check", "--format", "json", **SIGNED_OUT)
    assert [(row["api"], bool(row["user"])) for row in status.json] == [("track", True), ("focus", True)]
    assert toggl("auth", "logout", "--api", "track", **SIGNED_OUT).code == 0
    assert profiles(folder)["default"]["tokens"] == {"focus": "file"}
    assert toggl("statuses", **WITHOUT_ADDRESSES).code == 0, "Focus is the API of the profile now"


def test_status_lists_environment_and_profiles_without_tokens(toggl: CommandLine) -> None:
    toggl("auth", "login", "--yes", "--profile", "work", "--read-only", stdin=toggl.sandbox.token)
    done = toggl("auth", "status", "--format", "json")
    assert [(row["profile"], row["token"]) for row in done.json] == [
        (None, "TOGGL_API_TOKEN"),
        (None, "TOGGL_FOCUS_TOKEN"),
        ("work", "file"),
    ]
    assert toggl("auth", "status", "--profile", "none").code == 2
    assert toggl("auth", "status", **{**SIGNED_OUT, "HOME": "/nonexistent", "XDG_CONFIG_HOME": "/nonexistent"}) == (
        0,
        "",
        "not signed in: run `toggl-tasks auth login`\n",
    )


def test_status_check_fails_for_token_that_ended(toggl: CommandLine) -> None:
    toggl.write_profiles(old={"tokens": {"track": "file"}, "track_url": toggl.environment["TOGGL_TRACK_URL"]})
    toggl.write_tokens({"old/track": "expired"})
    assert toggl("auth", "status", "--profile", "old").code == 0
    done = toggl("auth", "status", "--profile", "old", "--check")
    assert (done.code, "old: Track refuses this token" in done.stderr) == (3, True)


def test_read_only_profile_refuses_every_change(toggl: CommandLine) -> None:
    toggl("auth", "login", "--yes", "--profile", "safe", "--read-only", stdin=toggl.sandbox.token)
    toggl("auth", "login", "--yes", "--profile", "safe", stdin=toggl.sandbox.focus_token)  # stays read-only
    workspace, project = f"workspace_id={toggl.sandbox.workspace_id}", f"project_id={toggl.sandbox.project_id}"
    organization = f"organization_id={toggl.sandbox.organization_id}"
    toggl.requests()
    for arguments in (
        ("add", "New", "--project", "Website"),
        ("done", "1"),
        ("delete", "1", "--yes"),
        ("api", "createTask", workspace, project, "name=New"),
        ("api", "track.deleteTask", workspace, project, "task_id=1", "--yes"),
        ("--api", "focus", "api", "focus.createTask", organization, workspace, "name=New"),
    ):
        done = toggl(*arguments, "--profile", "safe")
        assert done.code == 3, done
        assert "the profile 'safe' is read-only" in done.stderr
    assert toggl.requests() == []
    assert toggl("list", "--profile", "safe", "--limit", 1).code == 0


def test_read_only_profile_refuses_change_of_a_command_that_does_not_check(
    toggl: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    toggl("auth", "login", "--yes", "--profile", "safe", "--read-only", stdin=toggl.sandbox.token)
    toggl.requests()
    real = Session.check_writable
    checks = iter([lambda _: None])  # the check of the command itself does nothing
    monkeypatch.setattr(Session, "check_writable", lambda session: next(checks, real)(session))
    done = toggl("add", "New", "--project", "Website", "--profile", "safe")
    assert (done.code, toggl.changes()) == (3, [])


def test_token_of_profile_is_not_sent_to_address_in_environment(toggl: CommandLine) -> None:
    toggl("auth", "login", "--yes", "--profile", "mine", stdin=toggl.sandbox.token)
    toggl.requests()
    with Sandbox() as other, running(other) as server:
        done = toggl("list", "--profile", "mine", "--limit", 1, TOGGL_TRACK_URL=server.track_url)
        assert (done.code, list(other.requests)) == (0, [])
    assert toggl.requests()


def test_token_of_default_profile_is_not_sent_to_address_in_environment(toggl: CommandLine) -> None:
    toggl("auth", "login", "--yes", stdin=toggl.sandbox.token, TOGGL_API_TOKEN=None, TOGGL_FOCUS_TOKEN=None)
    toggl.requests()
    with Sandbox() as other, running(other) as server:
        done = toggl("list", "--limit", 1, TOGGL_TRACK_URL=server.track_url, TOGGL_API_TOKEN=None)
        assert (done.code, list(other.requests)) == (0, [])
    assert toggl.requests()


def test_option_before_command_wins_over_environment(toggl: CommandLine) -> None:
    toggl("auth", "login", "--yes", "--profile", "mine", stdin=toggl.sandbox.token)
    assert toggl("--profile", "mine", "list", "--limit", 1, TOGGL_PROFILE="none").code == 0
    assert toggl("list", "--limit", 1, TOGGL_PROFILE="none").code == 2


def test_token_is_in_no_output_and_no_file_but_its_own(toggl: CommandLine) -> None:
    tokens = (toggl.sandbox.token, toggl.sandbox.focus_token)
    outputs = [toggl("auth", "login", "--yes", "--verbose", stdin=token, **SIGNED_OUT) for token in tokens]
    for arguments in (
        ("list", "--limit", 1, "--verbose"),
        ("auth", "status", "--check"),
        ("doctor",),
        ("quota", "--refresh"),
        ("api", "getMe"),
        ("api", "getMe", "--format", "csv"),
        ("list", "--search", "x", "--api", "focus", "--verbose"),
    ):
        outputs += [toggl(*arguments, **WITHOUT_ADDRESSES), toggl(*arguments)]
    assert all(done.code == 0 for done in outputs), [done for done in outputs if done.code]
    texts = [text for done in outputs for text in done[1:]]
    texts += [file.read_text() for file in toggl.home.rglob("*") if file.is_file() and file.name != "tokens.json"]
    assert len(texts) > 20
    assert not [text for text in texts for token in tokens if token in text]


def test_login_prompt_hides_token(toggl: CommandLine) -> None:
    backend: dict[str, Any] = {
        "PYTHON_KEYRING_BACKEND": "tests.support.fake_keyring.FileKeyring",
        "PYTHONPATH": str(ROOT),
    }
    code, screen = toggl.in_terminal("auth", "login", typed=f"{toggl.sandbox.token}\n", **SIGNED_OUT, **backend)
    assert code == 0, screen
    assert "token in keyring (" in screen
    assert toggl.sandbox.token not in screen
    stored = json.loads((toggl.home / "keyring.json").read_text())
    assert stored == {"toggl-tasks default/track": toggl.sandbox.token}


def test_login_to_focus_alone_says_that_the_organization_is_missing(toggl: CommandLine) -> None:
    organization = ("--organization", toggl.sandbox.organization_id)
    missing = "Focus does not return the organization"
    assert missing in toggl("auth", "login", "--yes", stdin=toggl.sandbox.focus_token, **SIGNED_OUT).stderr
    assert toggl("list", "--limit", 1, **SIGNED_OUT).code == 2
    done = toggl("auth", "login", "--yes", *organization, stdin=toggl.sandbox.focus_token, **SIGNED_OUT)
    assert missing not in done.stderr
    assert toggl("list", "--limit", 1, **SIGNED_OUT).code == 0


def test_help_of_auth_cuts_no_text(toggl: CommandLine) -> None:
    assert "..." not in toggl("auth", "--help").stdout.partition("Commands:")[2]


def test_login_dry_run_and_bad_names_store_nothing(toggl: CommandLine, folder: Path) -> None:
    assert toggl("auth", "login", "--dry-run", stdin=toggl.sandbox.token).code == 0
    assert toggl("auth", "login", "--profile", "../x", stdin=toggl.sandbox.token).code == 2
    assert toggl("auth", "logout").code == 2
    assert not folder.exists()
