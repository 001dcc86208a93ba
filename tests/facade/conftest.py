from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.support.clients import Clients


@pytest.fixture(autouse=True)
def _empty_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test depends on the developer's own tokens, nor sends them anywhere."""
    for variable in ("TOGGL_API_TOKEN", "TOGGL_FOCUS_TOKEN", "TOGGL_TRACK_URL", "TOGGL_FOCUS_URL"):
        monkeypatch.delenv(variable, raising=False)


@pytest.fixture(params=["threads", "asyncio"])
async def clients(request: pytest.FixtureRequest) -> AsyncIterator[Clients]:
    """Makes clients of one kind; each test that asks for it runs with both."""
    made = Clients(request.param)
    yield made
    await made.close()
