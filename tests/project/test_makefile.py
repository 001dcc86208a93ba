"""The Makefile and what it installs from."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from generator.publish.npm_lock import LOCKS, remove_funding

ROOT = Path(__file__).parent.parent.parent


def test_make_lists_every_target_in_groups() -> None:
    command = ["make", "--no-print-directory"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    for target in targets:
        assert re.search(rf"^  make {target} +\S", listed, re.MULTILINE), target
    assert re.findall(r"^\w.*", listed, re.MULTILINE) == ["Use", "Develop", "Maintain"]
    assert {"setup", "demo", "test", "generate", "check", "record", "sandbox", "lint", "bench"} <= set(targets)


def test_targets_run_although_a_file_has_their_name(tmp_path: Path) -> None:
    (tmp_path / "Makefile").write_text((ROOT / "Makefile").read_text())
    (tmp_path / "help").touch()
    assert (
        "make setup"
        in subprocess.run(["make", "help"], cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    )


def requirements(name: str) -> list[str]:
    """The requirements of a lock file, each with its hashes."""
    return re.split(r"\n(?=\S)", (ROOT / name).read_text().strip())


PIP_LOCKS = (
    "requirements.lock",
    "requirements-run.lock",
    "requirements-docs.lock",
    "benchmarks/requirements.lock",
    "examples/clients/python-stock/requirements.lock",
)


@pytest.mark.parametrize("name", PIP_LOCKS)
def test_locks_have_hashes_and_no_addresses(name: str) -> None:
    lock = (ROOT / name).read_text()
    assert "://" not in lock
    assert not re.search(r"^-", lock, re.MULTILINE)
    assert len(requirements(name)) > 20
    for requirement in requirements(name):
        assert re.match(r"[a-z0-9-]+==\S+", requirement), requirement
        assert "--hash=sha256:" in requirement, requirement


def test_both_stages_of_the_virtual_environment_have_the_same_versions() -> None:
    run, development = (
        {requirement.split()[0] for requirement in requirements(name)}
        for name in ("requirements-run.lock", "requirements.lock")
    )
    assert run < development


@pytest.mark.parametrize("name", LOCKS)
def test_locks_of_npm_have_hashes_and_no_addresses(name: str) -> None:
    text = (ROOT / name).read_text()
    assert "://" not in text
    packages = json.loads(text)["packages"]
    assert all(package["integrity"].startswith("sha512-") for key, package in packages.items() if key)


def test_make_lock_removes_addresses() -> None:
    package = {"version": "1.0.0", "integrity": "sha512-x"}
    lock = {"lockfileVersion": 3, "packages": {"": {}, "a": {**package, "funding": {"url": "https://a.example"}}}}
    assert remove_funding(lock) == {"lockfileVersion": 3, "packages": {"": {}, "a": package}}


def test_generators_are_exact_pins() -> None:
    declared = (ROOT / "pyproject.toml").read_text()
    lock = (ROOT / "requirements.lock").read_text()
    for name in ("datamodel-code-generator", "openapi-python-client", "ruff", "hatchling"):
        version = re.search(rf'"{name}==([\d.]+)"', declared)
        assert version is not None, name
        assert f"{name}=={version[1]} " in lock
