"""A stateful emulator of Toggl's two task APIs, in this process or on a socket.

    from toggl_sandbox import Sandbox

    with Sandbox() as sandbox:
        for task in sandbox.track().tasks.list(sandbox.workspace_id):
            print(task.name)

All data is invented. `fidelity.yaml` lists the behaviour of the services that it emulates, each with its evidence:
*documented*, *observed* (by others, on the live service) or *assumed*. Docstrings mark assumptions in the same way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .clock import Clock
    from .faults.fault import ActiveFault, Fault
    from .sandbox import Sandbox
    from .server import RunningServer, running, serve
    from .state.state import StoreError

__all__ = ["ActiveFault", "Clock", "Fault", "RunningServer", "Sandbox", "StoreError", "running", "serve"]

_HOMES = {
    "ActiveFault": "faults.fault",
    "Clock": "clock",
    "Fault": "faults.fault",
    "RunningServer": "server",
    "Sandbox": "sandbox",
    "StoreError": "state.state",
    "running": "server",
    "serve": "server",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    from .require_extra import require_extra

    require_extra()
    value = getattr(import_module(f".{_HOMES[name]}", __name__), name)
    globals()[name] = value
    return value
