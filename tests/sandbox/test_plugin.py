"""The pytest plugin in another project."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'generated'}", "PYTEST_ADDOPTS": ""}


def run(folder: Path, program: str, *arguments: str) -> str:
    """Run a test module in a project of its own; return the output of pytest."""
    (folder / "test_theirs.py").write_text(program)
    (folder / "pytest.ini").write_text("[pytest]\naddopts = --strict-markers\n")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments]
    done = subprocess.run(command, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


PROGRAM = """
import pytest
from datetime import datetime, timedelta, timezone
from toggl_sandbox import Fault

NEW = {}

@pytest.mark.parametrize("time", [1, 2])
def test_reset(toggl_sandbox, time):
    with toggl_sandbox.track() as track:
        ids = (toggl_sandbox.workspace_id, toggl_sandbox.project_id)
        task = track.tasks.create(*ids, name="Only once")
        assert NEW.setdefault("task", task) == task
        assert track.quota.remaining == 600
    assert len(toggl_sandbox.requests) == 1
    assert list(toggl_sandbox.faults) == []
    assert toggl_sandbox.clock.now() == datetime(2025, 3, 3, 9, tzinfo=timezone.utc)
    toggl_sandbox.clock.advance(5)
    toggl_sandbox.clock.resume()
    toggl_sandbox.quota.plan = "free"
    toggl_sandbox.faults.add(Fault(status=500))
    toggl_sandbox.reseed(5)

@pytest.mark.toggl_sandbox(seed=7, plan="free", frozen=False)
def test_marker(toggl_sandbox):
    assert (toggl_sandbox.seed, toggl_sandbox.quota.plan) == (7, "free")
    assert not toggl_sandbox.clock.frozen
    assert abs(toggl_sandbox.clock.now() - datetime.now(timezone.utc)) < timedelta(hours=1)

def test_no_marker(toggl_sandbox):
    assert (toggl_sandbox.seed, toggl_sandbox.quota.plan, toggl_sandbox.clock.frozen) == (1, "off", True)

async def count_tasks(toggl_sandbox):
    async with toggl_sandbox.async_track() as track:
        return len([task async for task in track.tasks.list(toggl_sandbox.workspace_id)])

def test_async(toggl_sandbox):
    import asyncio
    assert asyncio.run(count_tasks(toggl_sandbox)) > 100
"""


def test_the_fixture_is_available_reset_and_configurable_by_marker(tmp_path: Path) -> None:
    assert "5 passed" in run(tmp_path, PROGRAM)


def test_an_unknown_marker_option_fails_the_test(tmp_path: Path) -> None:
    program = "import pytest\n@pytest.mark.toggl_sandbox(sed=1)\ndef test(toggl_sandbox): pass\n"
    assert "marker toggl_sandbox: unknown option sed; use seed, plan, frozen" in run(tmp_path, program)


def test_the_sandbox_is_imported_on_first_use(tmp_path: Path) -> None:
    program = """
import sys
def test_before():
    assert "toggl_sandbox.pytest_plugin" in sys.modules
    assert not {"starlette", "uvicorn", "httpx", "msgspec", "toggl_sandbox.sandbox"} & set(sys.modules)
def test_after(toggl_sandbox):
    assert toggl_sandbox.track().tasks.list(toggl_sandbox.workspace_id).total
    assert "starlette" in sys.modules
"""
    assert "2 passed" in run(tmp_path, program)


@pytest.mark.parametrize("missing", ["dateutil", "starlette", "uvicorn"])
def test_only_the_fixture_fails_without_the_extra(tmp_path: Path, missing: str) -> None:
    (tmp_path / "conftest.py").write_text(f"import sys\nsys.modules[{missing!r}] = None\n")
    said = run(tmp_path, "def test_fine(): pass\ndef test_asks(toggl_sandbox): pass\n")
    assert "1 passed, 1 error" in said
    assert "toggl_sandbox needs the extra: pip install 'toggl-tasks[sandbox]'" in said
