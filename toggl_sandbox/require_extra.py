"""Whether what the sandbox is made of is installed.

Not checked by importing the package: pytest imports the plugin in it, also where only the clients are installed.
"""

from __future__ import annotations

from importlib.util import find_spec


def check_extra() -> None:
    """Raise ``ImportError`` with the remedy when the extra is missing."""
    try:
        missing = any(find_spec(name) is None for name in ("starlette", "uvicorn"))
    except ValueError:  # A module that somebody has put out of the way.
        missing = True
    if missing:
        raise ImportError("toggl_sandbox needs the extra: pip install 'toggl-tasks[sandbox]'")
