"""Layers import downwards only, and no modules import each other in a circle."""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent
FOLDERS = {
    "toggl_openapi": "generated/toggl_openapi",
    "toggl_server": "generated/toggl_server",
    "toggl_tasks": "toggl_tasks",
    "toggl_resources": "generated/toggl_resources",
    "toggl_tasks.track": "toggl_tasks/track.py",
    "toggl_tasks.focus": "toggl_tasks/focus.py",
    "toggl_tasks.cli": "toggl_tasks/cli",
    "toggl_tasks.sync": "toggl_tasks/sync",
    "toggl_tasks.sync.command": "toggl_tasks/sync/command.py",
    "toggl_tasks.__main__": "toggl_tasks/__main__.py",
    "toggl_sandbox": "toggl_sandbox",
    "generator": "generator",
    "recorder": "recorder",
    "docs_site": "docs_site",
    "benchmarks": "benchmarks",
    "examples": "examples",
    "tests": "tests",
    "tests.support": "tests/support",
}
"""Where each package is. A package or module in another one is a layer of its own."""
CLIENTS = {"toggl_openapi", "toggl_tasks", "toggl_tasks.focus", "toggl_tasks.track"}
LAYERS = {
    "toggl_openapi": set[str](),
    "toggl_server": set[str](),
    "toggl_tasks": {"toggl_openapi"},
    "toggl_resources": {"toggl_openapi", "toggl_tasks"},
    "toggl_tasks.track": {"toggl_openapi", "toggl_resources", "toggl_tasks"},
    "toggl_tasks.focus": {"toggl_openapi", "toggl_resources", "toggl_tasks"},
    "toggl_tasks.cli": CLIENTS,
    "toggl_tasks.__main__": {"toggl_tasks.cli"},
    "toggl_tasks.sync": CLIENTS,
    "toggl_tasks.sync.command": {"toggl_tasks.cli", "toggl_tasks.sync", *CLIENTS},
    "toggl_sandbox": {"toggl_server", *CLIENTS},
    "generator": set[str](),
    "recorder": {"generator", "toggl_tasks.cli", *CLIENTS},
    "docs_site": {"generator", "toggl_openapi", "toggl_resources", "toggl_tasks.cli", "toggl_sandbox", *CLIENTS},
    "benchmarks": {"toggl_sandbox", "toggl_tasks.sync", *CLIENTS},
    "examples": {"toggl_sandbox", "toggl_tasks.sync", *CLIENTS},
}
"""The layers that each layer may import; tests may import everything."""
HAND_WRITTEN = (
    "toggl_tasks",
    "toggl_sandbox",
    "generator",
    "recorder",
    "docs_site",
    "tests.support",
    "benchmarks",
    "examples",
)


def modules_of(package: str) -> dict[str, list[Path]]:
    """The files of each module in a package: the source, and the stub if there is one."""
    folder = REPOSITORY / FOLDERS[package]
    if folder.suffix:
        return {package: [folder]}
    modules: dict[str, list[Path]] = {}
    for path in sorted([*folder.rglob("*.py"), *folder.rglob("*.pyi")]):
        parts = [package, *path.relative_to(folder).with_suffix("").parts]
        if "build" in parts:  # not in git
            continue
        modules.setdefault(".".join(parts).removesuffix(".__init__"), []).append(path)
    return modules


def imports_of(module: str, path: Path) -> set[str]:
    """The imports of a file, also inside functions and under TYPE_CHECKING: modules, and names in modules."""
    package = module if path.stem == "__init__" else module.rpartition(".")[0]
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package.split(".")[: package.count(".") + 2 - node.level]) if node.level else ""
            source = ".".join(filter(None, [base, node.module]))
            found |= {f"{source}.{alias.name}" for alias in node.names}
    return found


def layer_of(name: str) -> str | None:
    """The innermost of our packages that holds a module or name; None if it is another's."""
    packages = [package for package in FOLDERS if f"{name}.".startswith(f"{package}.")]
    return max(packages, key=len, default=None)


@pytest.mark.parametrize("package", LAYERS)
def test_a_package_imports_only_the_layers_below_it(package: str) -> None:
    wrong = {
        (module, name)
        for module, paths in modules_of(package).items()
        if layer_of(module) == package
        for path in paths
        if path.name != "__init__.pyi"  # names what the layers above export
        for name in imports_of(module, path)
        if layer_of(name) not in {None, package, *LAYERS[package]}
    }
    assert not wrong


@pytest.mark.parametrize("package", HAND_WRITTEN)
def test_no_modules_import_each_other_in_a_circle(package: str) -> None:
    modules = modules_of(package)
    graph: dict[str, set[str]] = {}
    for module, paths in modules.items():
        names = {name for path in paths for name in imports_of(module, path)}
        graph[module] = {name if name in modules else name.rpartition(".")[0] for name in names} & modules.keys()
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" <- ".join(error.args[1]))


def test_circles_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(FOLDERS, "pair", str(tmp_path))
    (tmp_path / "__init__.py").touch()
    (tmp_path / "one.py").write_text("def run():\n    from . import two\n")
    (tmp_path / "two.py").write_text("if TYPE_CHECKING:\n    from .one import run\n")
    with pytest.raises(pytest.fail.Exception, match=r"pair\.(one <- pair\.two|two <- pair\.one)"):
        test_no_modules_import_each_other_in_a_circle("pair")


@pytest.mark.parametrize(
    ("package", "exceptions"),
    # Drift of stored responses is for maintainers of the specification, not for programs.
    [
        ("toggl_sandbox", set()),
        ("recorder", set()),
        ("toggl_tasks.cli", {"toggl_tasks._decoding.find_drift"}),
        ("toggl_tasks.sync", set()),
    ],
)
def test_a_package_imports_only_public_names_of_the_facade(package: str, exceptions: set[str]) -> None:
    private = {
        name
        for module, (path, *_) in modules_of(package).items()
        for name in imports_of(module, path)
        if layer_of(name) == "toggl_tasks" and name.removeprefix("toggl_tasks.") not in public_names()
    }
    assert private == exceptions


def test_the_folders_of_the_sandbox_do_not_import_each_other_in_a_circle() -> None:
    graph: dict[str, set[str]] = {}
    for module, (path, *_) in modules_of("toggl_sandbox").items():
        folder = ".".join(module.split(".")[:2])
        names = {".".join(name.split(".")[:2]) for name in imports_of(module, path)}
        graph.setdefault(folder, set()).update(names - {folder, "toggl_sandbox"})
    TopologicalSorter(graph).prepare()


def public_names() -> set[str]:
    stub = REPOSITORY / "toggl_tasks/__init__.pyi"
    return {"errors", *(name.rpartition(".")[2] for name in imports_of("toggl_tasks", stub))}


def test_only_the_drivers_import_httpx_or_httpx2() -> None:
    at_run_time = {
        path.name
        for path in (REPOSITORY / "toggl_tasks").rglob("*.py")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.Import) and any(alias.name in ("httpx", "httpx2") for alias in node.names)
    }
    assert at_run_time == {"_drivers.py", "dry_run.py"}
    generated = modules_of("toggl_openapi")
    assert not any("httpx" in imports_of(module, path) for module, (path,) in generated.items())
