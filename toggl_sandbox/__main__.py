"""``python -m toggl_sandbox`` is the same as ``toggl-tasks sandbox``."""

from __future__ import annotations

from .command import sandbox

sandbox.main(prog_name="python -m toggl_sandbox")
