"""``python -m toggl_sandbox`` is the same as ``toggl-tasks sandbox``."""

from __future__ import annotations

import typer

from .command import sandbox

typer.run(sandbox)
