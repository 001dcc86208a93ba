"""Behaviour of the process: pipes, signals, full disks, encodings, and imports."""

from __future__ import annotations

import signal
import subprocess
import sys
import time

from tests.support.command_line import PROGRAM, CommandLine
from toggl_sandbox import Fault


def test_process_and_terminal_give_same_rows(toggl: CommandLine, api: str) -> None:
    arguments = ("list", "--api", api, "--limit", 3, "--fields", "id,name")
    here = toggl(*arguments)
    assert here.code == 0
    assert len(here.lines) == 4
    assert toggl.process(*arguments) == here
    assert toggl.in_terminal(*arguments, NO_COLOR="1")[1].splitlines() == here.lines


def test_closed_pipe_is_no_error(toggl: CommandLine) -> None:
    for format_ in ("ndjson", "table"):
        with toggl.start("list", "--all", "--format", format_) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.close()
            assert (process.wait(timeout=60), process.stderr.read()) == (0, "")


def test_full_disk_is_an_error(toggl: CommandLine) -> None:
    with open("/dev/full", "w") as full:  # noqa: PTH123
        command = [str(PROGRAM), "list", "--limit", "1"]
        done = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, text=True, env=toggl.env({}), timeout=60, check=False
        )
    assert (done.returncode, done.stderr) == (
        1,
        "toggl-tasks: cannot write the output: No space left on device\n",
    )


def test_interruption(toggl: CommandLine) -> None:
    toggl.sandbox.faults.add(Fault(delay=30, skip=1))
    process = toggl.start("list")
    while not toggl.sandbox.requests and process.poll() is None:  # the first is answered, the second is not
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    _, stderr = process.communicate(timeout=60)
    assert process.returncode == 130
    assert stderr.endswith("toggl-tasks: interrupted\n")
    assert "Traceback" not in stderr
    toggl.sandbox.faults.clear()


def test_output_without_unicode_escapes_what_it_cannot_show(toggl: CommandLine) -> None:
    toggl("add", "🚀", "--api", "focus")
    outcome = toggl.process("list", "--search", "🚀", "--api", "focus", "--fields", "name", PYTHONIOENCODING="latin-1")
    assert outcome == (0, "name\n\\U0001f680\n", "")


def test_help_and_version_import_no_http_library(toggl: CommandLine) -> None:
    for arguments in (["--version"], ["--help"]):
        script = (
            "import sys; from toggl_tasks.cli.main import run; run(sys.argv[1:]);"
            "print(*sorted({'httpx', 'rich', 'asyncio', 'keyring'} & sys.modules.keys()), file=sys.stderr)"
        )
        done = subprocess.run(
            [sys.executable, "-c", script, *arguments], env=toggl.env({}), capture_output=True, text=True, check=True
        )
        assert done.stderr == "\n", arguments
