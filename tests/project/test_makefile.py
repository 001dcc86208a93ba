"""The Makefile and what it installs from."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from generator.publish.npm_lock import LOCKS, remove_funding

ROOT = Path(__file__).parent.parent.parent


def test_make_alone_lists_every_target() -> None:
    listed = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    for target in targets:
        assert re.search(rf"^  make {target} +\S", listed, re.MULTILINE), target
    assert {"setup", "demo", "test", "generate", "check", "record", "sandbox", "lint", "bench"} <= set(targets)


def test_no_file_of_its_name_keeps_a_target_from_running(tmp_path: Path) -> None:
    (tmp_path / "Makefile").write_text((ROOT / "Makefile").read_text())
    (tmp_path / "help").touch()
    assert (
        "make setup"
        in subprocess.run(["make", "help"], cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    )


@pytest.mark.parametrize("name", ["requirements.lock", "benchmarks/requirements.lock"])
def test_a_lock_has_hashes_and_no_addresses(name: str) -> None:
    lock = (ROOT / name).read_text()
    assert "://" not in lock
    assert not re.search(r"^-", lock, re.MULTILINE)
    requirements = re.split(r"\n(?=\S)", lock.strip())
    assert len(requirements) > 30
    for requirement in requirements:
        assert re.match(r"[a-z0-9-]+==\S+", requirement), requirement
        assert "--hash=sha256:" in requirement, requirement


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_of_npm_has_hashes_and_no_addresses(name: str) -> None:
    text = (ROOT / name).read_text()
    assert "://" not in text
    packages = json.loads(text)["packages"]
    assert all(package["integrity"].startswith("sha512-") for key, package in packages.items() if key)


def test_make_lock_takes_the_addresses_out() -> None:
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
