"""``python -m toggl_sandbox`` does what ``toggl-tasks sandbox`` does."""

from __future__ import annotations

import typer

from .command import sandbox

typer.run(sandbox)
