"""`generate` and `check`: what they write, and what they do not touch."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from generator.__main__ import main
from generator.codegen import output
from generator.folder import files, replace
from tests.support.generator_command import ROOT, Workplace, times, tiny_specifications, tree

GENERATED = ROOT / "generated"
Command = Callable[[str], tuple[int, str, str]]


@pytest.fixture(scope="module")
def two_runs(tmp_path_factory: pytest.TempPathFactory) -> list[Workplace]:
    """The real specifications, generated twice at the same time, with different hash seeds."""
    places = [Workplace.make(tmp_path_factory.mktemp(f"seed{seed}")) for seed in (0, 1)]
    with ThreadPoolExecutor() as pool:
        runs = [pool.submit(place.run, "generate", PYTHONHASHSEED=str(seed)) for seed, place in enumerate(places)]
    for run, place in zip(runs, places, strict=True):
        done = run.result()
        written = f"generated: {len(tree(place.output))} files changed\n"
        assert (done.returncode, done.stdout, done.stderr) == (0, written, "")
    return places


@pytest.fixture
def place(tmp_path: Path) -> Workplace:
    """A copy of the generated output, next to the tiny specification."""
    place = Workplace.make(tmp_path, tiny_specifications(tmp_path))
    copy_generated(place.output)
    return place


def copy_generated(target: Path) -> None:
    shutil.copytree(GENERATED, target, ignore=shutil.ignore_patterns("__pycache__"))


@pytest.fixture
def command(place: Workplace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs a command on `place`: exit code and output. In place of the generators it copies our own output."""

    def make(specifications: Path, fresh: Path, names: tuple[str, ...]) -> None:
        assert (specifications, names) == (place.specifications, ("track", "focus"))
        copy_generated(fresh)

    def run(name: str) -> tuple[int, str, str]:
        code = main([name, "--spec", str(place.specifications), "--output", str(place.output)])
        return code, *capsys.readouterr()

    monkeypatch.setattr(output, "make", make)
    monkeypatch.setattr(tempfile, "tempdir", str(place.temporary))
    return run


def test_two_runs_write_the_same_bytes(two_runs: list[Workplace]) -> None:
    one, other = (tree(place.output) for place in two_runs)
    assert len(one) > 20
    assert one == other


def test_a_run_leaves_no_files_outside_the_output(two_runs: list[Workplace]) -> None:
    for place in two_runs:
        assert place.left_behind == []
        assert {path.name for path in place.folder.iterdir()} == {"working", "temporary", "output"}


def test_the_output_has_no_hidden_files(two_runs: list[Workplace]) -> None:
    output = two_runs[0].output
    assert {path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file()} == set(files(output))


def test_every_file_names_its_source(two_runs: list[Workplace]) -> None:
    for name, path in files(two_runs[0].output).items():
        text = path.read_text()
        first = json.loads(text)["x-generated"] if path.suffix == ".json" else text.splitlines()[0].removeprefix("# ")
        source = first.removeprefix("generated from ").removesuffix(" by `make generate` - do not edit")
        assert len(source) < len(first) - 40, f"{name}: {first}"
        assert (ROOT / source).exists(), f"{name}: {first}"


def test_an_unchanged_run_touches_no_file(place: Workplace, command: Command) -> None:
    before = times(place.output)
    assert command("generate") == (0, "generated: 0 files changed\n", "")
    assert times(place.output) == before


def test_a_run_replaces_only_files_that_differ(place: Workplace, command: Command) -> None:
    edited, missing = "toggl_openapi/track/models.py", "toggl_server/focus/models.py"
    stale = ["toggl_openapi/stale.py", "toggl_openapi/former/__init__.py", "toggl_server/stale.json"]
    (place.output / edited).write_text("edited = True\n")
    (place.output / missing).unlink()
    for name in stale:
        (place.output / name).parent.mkdir(exist_ok=True)
        (place.output / name).touch()
    (place.output / ".ready").mkdir()  # left by a run that was killed
    (place.output / ".ready/models.py").touch()
    before = times(place.output)
    assert command("generate") == (0, "generated: 5 files changed\n", "")
    assert tree(place.output) == tree(GENERATED)
    after = times(place.output)
    assert {name for name in after if after[name] != before.get(name)} == {edited, missing}
    assert not list(place.output.glob(".*"))


def make_older(output: Path) -> None:
    """Change every file, and add one that is generated no more."""
    for path in files(output).values():
        path.write_text(f"{path.read_text()}# of an older run\n")
    (output / "stale.py").touch()


def has_started(place: Workplace) -> bool:
    """The temporary folder exists; the specifications are being read."""
    return any(place.temporary.glob("toggl-generate-*"))


def is_half_done(place: Workplace) -> bool:
    """The first client is written; the generators of the servers are running."""
    return any(place.temporary.glob("*/generated/toggl_openapi/track/models.py"))


@pytest.mark.parametrize("moment", [has_started, is_half_done])
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGKILL])
def test_an_interrupted_run_does_not_change_the_output(
    place: Workplace, moment: Callable[[Workplace], bool], sent: signal.Signals
) -> None:
    make_older(place.output)
    before = tree(place.output), times(place.output)
    process = place.start("generate")
    try:
        while not moment(place) and process.poll() is None:
            time.sleep(0.002)
        time.sleep(0.02)  # clear of the moment itself
        assert process.poll() is None, "it was over before the signal"
        # Ctrl-C goes to all processes of a terminal, the out-of-memory killer picks one.
        (os.killpg if sent == signal.SIGINT else os.kill)(process.pid, sent)
        process.communicate(timeout=30)
    finally:
        end_session(process.pid)
    assert process.returncode not in (0, 1, 2)
    assert (tree(place.output), times(place.output)) == before
    assert {path.name for path in place.output.iterdir()} == {
        "stale.py",
        "toggl_openapi",
        "toggl_resources",
        "toggl_server",
    }
    assert not list((place.folder / "working").iterdir())
    if sent == signal.SIGINT:
        assert place.left_behind == []


def end_session(leader: int) -> None:
    """End the generators that outlive a process which was killed."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(leader, signal.SIGKILL)


@pytest.mark.parametrize(
    ("event", "sent", "outcome"),
    [
        ("open", "SIGKILL", "old"),  # while the new files are laid ready
        ("os.rename", "SIGKILL", "old"),  # when they are, before the first takes its place
        ("open", "SIGINT", "old"),
        ("os.rename", "SIGINT", "new"),
        ("os.remove", "SIGTERM", "new"),
    ],
)
def test_an_interrupted_replacement_is_old_or_new_but_never_mixed(
    place: Workplace, event: str, sent: str, outcome: str
) -> None:
    make_older(place.output)
    trees = {"old": tree(place.output), "new": tree(GENERATED)}
    arguments = [str(GENERATED), str(place.output), event, sent]
    command = [sys.executable, "-m", "tests.support.interruption", *arguments]
    assert subprocess.run(command, cwd=ROOT, check=False, capture_output=True).returncode != 0
    assert tree(place.output) == trees[outcome]
    # What was laid ready stays after a kill, out of sight, and the next run takes it away.
    assert bool(list(place.output.glob(".*"))) == (sent != "SIGINT")
    replace(GENERATED, place.output)
    assert tree(place.output) == trees["new"]
    assert not list(place.output.glob(".*"))


def test_check_passes_when_fresh(place: Workplace, command: Command) -> None:
    before = times(place.output)
    assert command("check") == (0, "generated/ is up to date\n", "")
    assert times(place.output) == before
    assert place.left_behind == []


def test_check_prints_the_difference_and_changes_nothing(place: Workplace, command: Command) -> None:
    edited = place.output / "toggl_openapi/track/models.py"
    first, *rest = edited.read_text().splitlines(keepends=True)
    edited.write_text("".join(["# edited by hand\n", *rest]))
    shortened = place.output / "toggl_openapi/py.typed"
    shortened.write_text(shortened.read_text().rstrip("\n"))
    reencoded = place.output / "toggl_openapi/track/keywords.py"
    reencoded.write_bytes(reencoded.read_bytes().replace(b"\n", b"\r\n", 1))
    (place.output / "toggl_openapi/request.py").unlink()
    (place.output / "stale.py").write_text("stale = True\n")
    (place.output / "empty.py").touch()
    before = tree(place.output), times(place.output)
    code, stdout, stderr = command("check")
    assert code == 1
    assert stderr == "generated/ is stale: run `make generate` and commit the result\n"
    assert (tree(place.output), times(place.output)) == before
    assert place.left_behind == []
    name = "generated/toggl_openapi/track/models.py"
    assert f"--- a/{name}\n+++ b/{name}\n@@ -1,4 +1,4 @@\n-# edited by hand\n+{first}" in stdout
    assert "-stale = True\n" in stdout
    assert "Only in a/generated: empty.py\n" in stdout
    assert "+++ b/generated/toggl_openapi/request.py\n" in stdout
    assert "\n\\ No newline at end of file\n+" in stdout
    changed = [line for line in stdout.splitlines() if line.startswith(("--- ", "Only in "))]
    assert len(changed) == 6


def test_a_new_field_appears_in_all_generated_modules(two_runs: list[Workplace], tmp_path: Path) -> None:
    yaml = YAML(typ="safe", pure=True)
    document = yaml.load((ROOT / "spec/track.yaml").read_text())
    field = {"type": "string", "nullable": True, "description": "Shade of the task."}
    for name in ("Task", "TaskCreate"):
        document["components"]["schemas"][name]["properties"]["shade"] = field
    # JSON is YAML too.
    specifications = tiny_specifications(tmp_path, track=json.dumps(document))
    output.make(specifications, tmp_path / "output", ("track",))
    before, after = tree(two_runs[0].output), tree(tmp_path / "output")
    gained = {
        name: (after[name].count(b"shade"), before[name].count(b"shade"))
        for name in after
        if "/track/" in name and b"shade" in after[name]
    }
    assert gained == {
        "toggl_openapi/track/models.py": (2, 0),
        "toggl_openapi/track/keywords.py": (1, 0),
        # Parameter, documentation, and `shade=shade`.
        "toggl_resources/track/resources.py": (4, 0),
        "toggl_resources/track/async_resources.py": (4, 0),
        "toggl_server/track/models.py": (2, 0),
    }
    models = after["toggl_openapi/track/models.py"].decode()
    assert models.count('    shade: str | None | UnsetType = UNSET\n    """Shade of the task."""\n') == 2
    assert '    shade: str | None\n    """Shade of the task."""\n' in after["toggl_openapi/track/keywords.py"].decode()
