"""Completion with Tab in real shells, by scripts that the program installed itself."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.command_line import PROGRAM, CommandLine
from tests.support.shells import Typist, require

SHELLS = ("bash", "zsh", "fish")
EVIL = "Zz $(touch pwned) `touch pwned`; touch 'pwned'"


@pytest.fixture(params=["bash", "zsh"])  # fish prints its completions without a terminal
def shell(request: pytest.FixtureRequest, toggl: CommandLine) -> str:
    """A shell with completion, as a user installs it, and names in the cache."""
    name: str = request.param
    require(name)
    toggl.environment["PATH"] = f"{PROGRAM.parent}{os.pathsep}{toggl.environment['PATH']}"
    with toggl.sandbox.track() as track:
        track.projects.create(toggl.sandbox.workspace_id, name=EVIL, active=True)
    assert toggl("projects").code == 0
    done = toggl("--install-completion", SHELL=f"/bin/{name}")
    assert (done.code, done.stdout) == (0, "")
    assert done.stderr.endswith("start a new shell to use it\n")
    toggl.requests()
    return name


@pytest.fixture
def typist(toggl: CommandLine, shell: str) -> Iterator[Typist]:
    one = Typist(toggl, require(shell), "-i")
    one.type("unset PROMPT_COMMAND; PS1='ready''> '\n", "ready> ")
    yield one
    one.close()


def test_tab_completes_project_from_cache_without_a_request(toggl: CommandLine, typist: Typist) -> None:
    typist.type("toggl-tasks list --limit 1 --fields project Mob\t", r"Mob.*app")
    assert toggl.requests() == []
    typist.type("\n", r"project\s+Mobile app\s")


def test_name_of_project_is_no_command_after_tab(toggl: CommandLine, typist: Typist) -> None:
    typist.type("toggl-tasks list Zz\t", r"Zz.*touch.*touch.*pwned")
    typist.type("\n", r"no tasks")
    assert not (toggl.home / "pwned").exists()


def test_fish_lists_commands_names_and_choices(toggl: CommandLine) -> None:
    require("fish")
    toggl.environment["PATH"] = f"{PROGRAM.parent}{os.pathsep}{toggl.environment['PATH']}"
    assert toggl("projects").code == 0
    toggl("--install-completion", "fish")
    toggl.requests()

    def complete(line: str) -> list[str]:
        done = subprocess.run(
            ["fish", "-c", f'complete -C "{line}"'],
            env=toggl.env({}), cwd=toggl.home, capture_output=True, text=True, check=True,
        )  # fmt: skip
        return [line.partition("\t")[0] for line in done.stdout.splitlines()]

    assert complete("toggl-tasks auth lo") == ["login", "logout"]
    assert complete("toggl-tasks add x --project Mob") == ["Mobile app"]
    assert complete("toggl-tasks --api fo") == ["focus"]
    assert complete("toggl-tasks api track.getMyQ") == ["track.getMyQuota"]
    assert toggl.requests() == []


def completed(toggl: CommandLine, *words: str) -> list[str]:
    """The output for the zsh script: type, value and text of each completion, each in a line."""
    done = toggl.process(
        _TOGGL_TASKS_COMPLETE="zsh_complete",
        COMP_WORDS="\n".join(["toggl-tasks", *words]),
        COMP_CWORD=str(len(words)),
    )
    assert (done.code, done.stderr) == (0, "")
    return done.lines[1::3]


def test_names_with_control_characters_and_names_of_others_are_not_offered(toggl: CommandLine) -> None:
    with toggl.sandbox.track() as track:
        for name in ("Zz \x1b[31mred", "Zz \u202ereversed", "Zz fine"):
            track.projects.create(toggl.sandbox.workspace_id, name=name, active=True)
    toggl("projects")
    assert completed(toggl, "list", "Zz") == ["Zz fine"]
    toggl.environment["TOGGL_API_TOKEN"] = "another"
    assert completed(toggl, "list", "Zz") == []


def test_completing_runs_no_option(toggl: CommandLine) -> None:
    assert completed(toggl, "--install-completion", "bash", "auth", "logi") == ["login"]
    assert completed(toggl, "--version", "auth", "logi") == ["login"]
    assert list(toggl.home.iterdir()) == []


def test_profiles_are_completed(toggl: CommandLine) -> None:
    toggl.write_profiles(work={}, home={})
    assert completed(toggl, "list", "--profile", "wo") == ["work"]


def test_unknown_shell_is_a_usage_error(toggl: CommandLine) -> None:
    done = toggl("--install-completion", SHELL="/bin/tcsh")
    assert (done.code, "no completion for the shell 'tcsh'" in done.stderr) == (2, True)
    assert toggl("--install-completion", "powershell").code == 2


@pytest.mark.parametrize("name", SHELLS)
def test_installing_again_adds_nothing(toggl: CommandLine, name: str) -> None:
    def files() -> dict[Path, str]:
        return {path: path.read_text() for path in toggl.home.rglob("*") if path.is_file()}

    require("bash")
    assert toggl("--install-completion", name).code == 0
    first = files()
    assert toggl("--install-completion", name).code == 0
    assert files() == first
