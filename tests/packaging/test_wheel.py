"""The dist wheel in a clean environment, outside the repository."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


def run(*command: str | Path, cwd: Path, expect: int = 0) -> str:
    """Run a command without the repository on its path and return its output."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == expect, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel dist from it."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    return folder


def wheel_of(folder: Path) -> Path:
    (wheel,) = folder.glob("*.whl")
    return wheel


def clean_environment(folder: Path, requirement: str) -> Path:
    """Create a virtual environment with the requirement and nothing else; returns its folder of programs."""
    uv = [sys.executable, "-m", "uv"]
    run(*uv, "venv", "--quiet", "--python", sys.executable, folder, cwd=folder.parent)
    run(*uv, "pip", "install", "--quiet", "--python", folder / "bin/python", requirement, cwd=folder.parent)
    return folder / "bin"


def test_the_wheel_has_only_the_packages(dist: Path) -> None:
    names = zipfile.ZipFile(wheel_of(dist)).namelist()
    top = {name.split("/")[0] for name in names if ".dist-info" not in name}
    assert top == {"toggl_tasks", "toggl_sandbox", "toggl_openapi", "toggl_resources", "toggl_server"}
    for package in top:
        assert f"{package}/py.typed" in names
        assert f"{package}/__init__.py" in names
    assert "toggl_sandbox/control/control.yaml" in names
    page = ROOT / "toggl_sandbox/page"
    files = {one.name for kind in ("html", "css", "js", "svg") for one in page.glob(f"*.{kind}")}
    assert {f"toggl_sandbox/page/{name}" for name in files} <= set(names)
    assert not [name for name in names if name.endswith((".jinja", ".yaml.orig", ".partial"))]
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_an_index_accepts_and_shows_the_description(dist: Path) -> None:
    run(sys.executable, "-m", "twine", "check", "--strict", *dist.iterdir(), cwd=dist)
    with zipfile.ZipFile(wheel_of(dist)) as wheel:
        (name,) = (name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
        metadata = wheel.read(name).decode()
    version = re.findall(r"^Version: (.+)$", metadata, re.MULTILINE)[0]
    (source,) = re.findall(r"^Project-URL: Source, (.+)$", metadata, re.MULTILINE)
    links = re.findall(r"\]\(([^)\s]+)\)", metadata)
    assert len(links) > 20
    for link in links:
        assert link.startswith("https://"), link
        if link.startswith(source):
            kind, tag, path = link.removeprefix(f"{source}/").split("/", 2)
            assert (kind, tag) == ("raw" if path.endswith(".svg") else "blob", f"v{version}")
            assert (ROOT / path).exists(), path


def test_the_sdist_has_what_generate_needs(dist: Path) -> None:
    (archive,) = dist.glob("*.tar.gz")
    with tarfile.open(archive) as content:
        names = {name.split("/", 1)[1] for name in content.getnames() if "/" in name}
    assert {"spec/track.yaml", "generator/codegen/output.py", "Makefile", "requirements.lock"} <= names
    assert not [name for name in names if name.startswith((".venv", "build/", ".ci"))]


def test_the_facade_needs_only_its_dependencies(dist: Path, tmp_path: Path) -> None:
    programs = clean_environment(tmp_path / "plain", str(wheel_of(dist)))
    script = "import toggl_tasks; print(toggl_tasks.Track(token='t'), toggl_tasks.Focus(token='t'))"
    printed = run(programs / "python", "-c", script, cwd=tmp_path)
    assert printed == "<Track https://api.track.toggl.com/api/v9> <Focus https://focus.toggl.com/api>\n"

    assert "No module named 'httpx2'" in run(programs / "python", "-c", "import httpx2", cwd=tmp_path, expect=1)

    hint = run(programs / "python", "-c", "from toggl_sandbox import Sandbox", cwd=tmp_path, expect=1)
    assert "pip install 'toggl-tasks[sandbox]'" in hint.strip().splitlines()[-1]
    hint = run(programs / "toggl-tasks", "sandbox", cwd=tmp_path, expect=1)
    assert hint == "toggl-tasks: the command line needs an extra: pip install 'toggl-tasks[cli]'\n"


def test_the_command_of_a_hint_adds_the_extra_to_a_package_from_no_index(dist: Path, tmp_path: Path) -> None:
    folder = tmp_path / "hint"
    run(sys.executable, "-m", "venv", folder, cwd=tmp_path)
    pip = [str(folder / "bin/pip"), "install", "--quiet", "--disable-pip-version-check"]
    run(*pip, wheel_of(dist), cwd=tmp_path)
    hint = run(folder / "bin/toggl-tasks", "--version", cwd=tmp_path, expect=1)
    run(*pip, *shlex.split(hint.partition("pip install ")[2]), cwd=tmp_path)
    assert run(folder / "bin/toggl-tasks", "--version", cwd=tmp_path).startswith("toggl-tasks ")


def test_the_extra_httpx2_installs_it(dist: Path, tmp_path: Path) -> None:
    programs = clean_environment(tmp_path / "extra", f"{wheel_of(dist)}[httpx2]")
    script = "import httpx2, toggl_tasks; print(toggl_tasks.Track(token='t', http_client=httpx2.Client()))"
    printed = run(programs / "python", "-c", script, cwd=tmp_path)
    assert printed == "<Track https://api.track.toggl.com/api/v9>\n"


def test_the_sandbox_needs_only_its_extra(dist: Path, tmp_path: Path) -> None:
    programs = clean_environment(tmp_path / "extras", f"{wheel_of(dist)}[sandbox,cli]")
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
