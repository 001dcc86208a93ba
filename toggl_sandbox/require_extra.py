"""Check that the extra `sandbox` is installed.

Importing the package does not check it: pytest also imports its plugin where only the clients are installed.
"""

from __future__ import annotations

from importlib.util import find_spec


def require_extra() -> None:
    """Raise ``ImportError`` with the command to run if the extra is not installed."""
    try:
        missing = any(find_spec(name) is None for name in ("dateutil", "starlette", "uvicorn"))
    except ValueError:  # `sys.modules` has None for the module.
        missing = True
    if missing:
        raise ImportError("toggl_sandbox needs the extra: pip install 'toggl-tasks[sandbox]'")
