"""The pytest fixture `toggl_sandbox`, available wherever `toggl-tasks[sandbox]` is installed.

    def test_it(toggl_sandbox):
        track = toggl_sandbox.track()

One sandbox is used for the whole run and reset before each test: contents, ids, quota, faults, request log. Its clock
is frozen at 3 March 2025, 09:00 UTC, so that responses are the same in every run; change it with `toggl_sandbox.clock`.
The marker `@pytest.mark.toggl_sandbox(seed=7, plan="free", frozen=False)` changes the initial state of a test.

The sandbox is only imported when a test requests the fixture.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from .sandbox import Sandbox

MARKER = "toggl_sandbox(seed=1, plan='off', frozen=True): initial state of the fixture toggl_sandbox"
_OPTIONS = {"seed": 1, "plan": "off", "frozen": True}


def pytest_configure(config: pytest.Config) -> None:
    """Register the marker."""
    config.addinivalue_line("markers", MARKER)


@pytest.fixture(scope="session")
def _toggl_sandbox_session() -> Iterator[Sandbox]:
    from . import Clock, Sandbox
    from .clock import FROZEN_AT

    with Sandbox(clock=Clock(FROZEN_AT)) as sandbox:
        yield sandbox


@pytest.fixture
def toggl_sandbox(request: pytest.FixtureRequest, _toggl_sandbox_session: Sandbox) -> Sandbox:
    """A sandbox of Toggl's task APIs, reset, with a frozen clock."""
    sandbox = _toggl_sandbox_session
    marker = request.node.get_closest_marker("toggl_sandbox")
    options: dict[str, Any] = _OPTIONS | (marker.kwargs if marker else {})
    if unknown := options.keys() - _OPTIONS.keys():
        raise pytest.UsageError(
            f"marker toggl_sandbox: unknown option {', '.join(sorted(unknown))}; use {', '.join(_OPTIONS)}"
        )
    sandbox.reseed(options["seed"])
    sandbox.quota.plan = options["plan"]
    if not options["frozen"]:
        sandbox.clock.run()
    return sandbox
