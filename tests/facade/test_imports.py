"""Names are imported on first use, so that a program loads only what it needs."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

import toggl_tasks

ROOT = Path(__file__).parent.parent.parent
NAMES: list[str] = vars(toggl_tasks)["__all__"]  # the stub does not have it
HEAVY = {"fastapi", "pydantic", "typer", "uvicorn", "starlette", "click", "rich", "toggl_sandbox", "toggl_server"}


def loaded_after(statement: str) -> set[str]:
    """The modules that a statement loads in a new interpreter."""
    program = f"import sys\nbefore = set(sys.modules)\n{statement}\nprint(*set(sys.modules) - before)"
    command = [sys.executable, "-c", program]
    paths = f"{ROOT}:{ROOT / 'generated'}"
    done = subprocess.run(command, capture_output=True, text=True, env={"PYTHONPATH": paths}, check=True, timeout=60)
    return set(done.stdout.split())


def test_the_package_alone_loads_nothing_else() -> None:
    loaded = loaded_after("import toggl_tasks; dir(toggl_tasks); toggl_tasks.__all__")
    assert not loaded & HEAVY
    assert {name for name in loaded if name.startswith("toggl")} == {"toggl_tasks"}
    assert not loaded & {"httpx", "httpx2", "msgspec", "attrs"}


@pytest.mark.parametrize(("one", "other"), [("Track", "focus"), ("Focus", "track")])
def test_one_api_does_not_load_the_other(one: str, other: str) -> None:
    loaded = loaded_after(f"import toggl_tasks; toggl_tasks.{one}(token='abc')")
    assert f"toggl_openapi.{one.lower()}.models" in loaded
    assert not {name for name in loaded if name.startswith((f"toggl_openapi.{other}", f"toggl_tasks.{other}"))}
    assert "httpx" in loaded
    assert "httpx2" not in loaded
    # httpx loads click and rich by itself where it finds them.
    assert not loaded & (HEAVY - {"click", "rich"})


def test_errors_do_not_load_a_client() -> None:
    loaded = loaded_after("from toggl_tasks import ApiError, QuotaExceeded, SchemaDriftWarning")
    assert "httpx" not in loaded
    assert not {name for name in loaded if name.startswith("toggl_openapi")}


def test_public_names_are_exported() -> None:
    # More may come; none of these may go.
    errors = {
        "ApiError",
        "BadRequest",
        "ConnectionFailed",
        "DecodeFailed",
        "Forbidden",
        "Gone",
        "NotAuthenticated",
        "NotFound",
        "PaymentRequired",
        "QuotaExceeded",
        "RateLimited",
        "SchemaDriftWarning",
        "ServerError",
        "TimedOut",
        "TogglError",
    }
    clients = {"AsyncFocus", "AsyncTrack", "Focus", "Track"}
    assert errors | clients | {"PatchResult", "add", "remove", "replace"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_name_can_be_imported(name: str) -> None:
    value = getattr(importlib.import_module("toggl_tasks"), name)
    assert value.__name__ == name
    assert value.__module__.startswith("toggl_tasks.")
    assert value.__doc__
    # The same object each time: `except` goes by identity.
    assert getattr(toggl_tasks, name) is value


@pytest.mark.parametrize("api", ["track", "focus"])
def test_the_module_of_an_api_exports_its_models(api: str) -> None:
    module = importlib.import_module(f"toggl_tasks.{api}")
    assert {"Task", "TaskCreate"} <= set(module.models.__all__)
    for name in module.models.__all__:
        assert getattr(module, name) is getattr(module.models, name)


def test_import_star_imports_the_public_names() -> None:
    names: dict[str, object] = {}
    exec("from toggl_tasks import *", names)
    assert set(NAMES) <= set(names)


def test_dir_lists_the_public_names() -> None:
    assert set(NAMES) <= set(dir(toggl_tasks))
    assert dir(toggl_tasks) == sorted(dir(toggl_tasks))


def test_an_unknown_name_raises() -> None:
    with pytest.raises(AttributeError, match=r"toggl_tasks.*Trak"):
        toggl_tasks.Trak  # type: ignore[attr-defined]  # noqa: B018
    assert not hasattr(toggl_tasks, "_secret")
    with pytest.raises(ImportError):
        exec("from toggl_tasks import Trak")


def test_a_blocking_client_loads_neither_asyncio_nor_threads() -> None:
    loaded = loaded_after("from toggl_tasks import Track; Track(token='x').tasks.list(1)")
    assert not loaded & {"asyncio", "concurrent.futures"}
