"""Several processes load workspaces into one Postgres, and share the quota through Redis."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.redis_server import redis_server
from tests.support.synced import Synced, all_track_tasks, expected
from toggl_sandbox import Sandbox, running

WORKERS = 4
WORKSPACES = 12
ROOT = Path(__file__).parents[2]


def with_workspaces(count: int) -> Sandbox:
    """A sandbox with so many workspaces, each with a project of its own."""
    sandbox = Sandbox()
    state = json.loads(sandbox.export_state())
    print({key: type(value).__name__ for key, value in state.items()})
    return sandbox
