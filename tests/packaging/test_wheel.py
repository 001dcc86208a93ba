"""The built wheel in a clean environment, outside the repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


def run(*command: str | Path, cwd: Path, expect: int = 0) -> str:
    """Run a command without the repository on its path; gives what it printed."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == expect, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel built from it."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    return folder


def wheel_of(folder: Path) -> Path:
    (wheel,) = folder.glob("*.whl")
    return wheel


def clean_environment(folder: Path, requirement: str) -> Path:
    """A new virtual environment with what is required and nothing else; gives its folder of programs."""
    venv.create(folder)
    programs = folder / "bin"
    # The pip of these tests: installing one of its own takes longer than the rest.
    pip = (sys.executable, "-m", "pip", "--python", programs / "python")
    run(*pip, "install", "--quiet", "--no-compile", requirement, cwd=folder.parent)
    return programs


def test_the_wheel_holds_the_four_packages_and_nothing_else(built: Path) -> None:
    names = zipfile.ZipFile(wheel_of(built)).namelist()
    top = {name.split("/")[0] for name in names if ".dist-info" not in name}
    assert top == {"toggl_tasks", "toggl_sandbox", "toggl_openapi", "toggl_server"}
    for package in top:
        assert f"{package}/py.typed" in names
        assert f"{package}/__init__.py" in names
    assert "toggl_sandbox/control/control.yaml" in names
    assert {f"toggl_sandbox/page.{kind}" for kind in ("html", "css", "js", "svg")} <= set(names)
    assert not [name for name in names if name.endswith((".jinja", ".yaml.orig", ".partial"))]
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_sdist_can_regenerate(built: Path) -> None:
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as content:
        names = {name.split("/", 1)[1] for name in content.getnames() if "/" in name}
    assert {"spec/track.yaml", "generator/codegen/output.py", "Makefile", "requirements.lock"} <= names
    assert not [name for name in names if name.startswith((".venv", "build/", ".ci"))]


def test_the_facade_works_with_nothing_but_its_dependencies(built: Path, tmp_path: Path) -> None:
    programs = clean_environment(tmp_path / "plain", str(wheel_of(built)))
    script = "import toggl_tasks; print(toggl_tasks.Track(token='t'), toggl_tasks.Focus(token='t'))"
    printed = run(programs / "python", "-c", script, cwd=tmp_path)
    assert printed == "<Track https://api.track.toggl.com/api/v9> <Focus https://focus.toggl.com/api>\n"

    hint = run(programs / "python", "-c", "from toggl_sandbox import Sandbox", cwd=tmp_path, expect=1)
    assert "pip install 'toggl-tasks[sandbox]'" in hint.strip().splitlines()[-1]
    hint = run(programs / "toggl-tasks", "sandbox", cwd=tmp_path, expect=1)
    assert hint == "toggl-tasks: the command line needs an extra: pip install 'toggl-tasks[cli]'\n"


def test_the_sandbox_works_with_its_extra(built: Path, tmp_path: Path) -> None:
    programs = clean_environment(tmp_path / "extras", f"{wheel_of(built)}[sandbox,cli]")
    script = (
        "from toggl_sandbox import Sandbox\n"
        "with Sandbox() as sandbox:\n"
        "    track = sandbox.track()\n"
        "    print(track.tasks.create(sandbox.workspace_id, sandbox.project_id, name='one').name)\n"
    )
    assert run(programs / "python", "-c", script, cwd=tmp_path) == "one\n"
    assert "--port" in run(programs / "toggl-tasks", "sandbox", "--help", cwd=tmp_path)
    shutil.copy(ROOT / "tests/recordings/track/getTask/page.json", tmp_path)
    assert "$.server_deleted_at" in run(programs / "toggl-tasks", "drift", "page.json", cwd=tmp_path, expect=1)
