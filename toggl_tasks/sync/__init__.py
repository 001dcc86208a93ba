"""Load tasks into a database with dlt: sources of Track and Focus, and a run over workspaces (extra `sync`)."""

from __future__ import annotations

try:
    import dlt as _dlt  # noqa: F401
    import pyarrow as _pyarrow  # noqa: F401
except ImportError:
    raise ImportError("toggl_tasks.sync needs an extra: pip install 'toggl-tasks[sync]'") from None

from .destinations import parse_destination as parse_destination
from .listing import Counts as Counts
from .locks import SyncInProgress as SyncInProgress
from .run import WorkspaceReport as WorkspaceReport
from .run import sync_workspace as sync_workspace
from .sources import toggl_focus_source as toggl_focus_source
from .sources import toggl_track_source as toggl_track_source
from .views import create_views as create_views
