"""Who may import whom."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FOLDERS = {
    "toggl_openapi": ROOT / "generated/toggl_openapi",
    "toggl_server": ROOT / "generated/toggl_server",
    "toggl_tasks": ROOT / "toggl_tasks",
    "toggl_sandbox": ROOT / "toggl_sandbox",
    "generator": ROOT / "generator",
}
ALLOWED = {
    "toggl_openapi": {"toggl_openapi"},
    "toggl_server": {"toggl_server"},
    "toggl_tasks": {"toggl_tasks", "toggl_openapi"},
    "toggl_sandbox": {"toggl_sandbox", "toggl_server", "toggl_tasks"},
    "generator": {"generator"},
}


def imported(path: Path) -> set[str]:
    """The modules that a file imports by absolute name, also inside functions."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module)
    return found


@pytest.mark.parametrize("package", FOLDERS)
def test_a_package_imports_only_the_layers_below_it(package: str) -> None:
    wrong = {
        (path.relative_to(ROOT).as_posix(), name)
        for path in FOLDERS[package].rglob("*.py")
        for name in imported(path)
        if name.split(".")[0] in FOLDERS and name.split(".")[0] not in ALLOWED[package]
    }
    assert not wrong


def test_the_sandbox_uses_only_public_names_of_the_facade() -> None:
    inner = {
        (path.name, name)
        for path in FOLDERS["toggl_sandbox"].rglob("*.py")
        for name in imported(path)
        if name.startswith("toggl_tasks.")
    }
    assert not inner


def test_only_the_drivers_import_httpx() -> None:
    at_run_time = {
        path.name
        for path in FOLDERS["toggl_tasks"].rglob("*.py")
        for node in ast.parse(path.read_text()).body
        if isinstance(node, ast.Import) and any(alias.name == "httpx" for alias in node.names)
    }
    assert at_run_time == {"_drivers.py"}
    assert not any("httpx" in imported(path) for path in FOLDERS["toggl_openapi"].rglob("*.py"))
