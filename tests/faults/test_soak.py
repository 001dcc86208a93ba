"""`make soak` with fewer calls."""

from __future__ import annotations

import httpx
import pytest

from tests.support.faults.soak import SHARE, soak, trace_memory
from toggl_tasks._retries import Retries


async def test_a_thousand_calls_agree_with_the_state_of_the_sandbox() -> None:
    with trace_memory():
        report = await soak(1_000, chunk=250)
    assert report.calls == 1_000
    assert not report.wrong
    assert report.requests == report.attempts
    assert SHARE / 2 < report.faults / report.requests < SHARE * 2
    # Values, errors of every kind, and retries: without them the run proves nothing.
    assert report.outcomes["value"] > 900
    assert len(report.outcomes) >= 4
    assert report.attempts > report.calls
    assert report.left_open == 0
    assert max(report.memory) - report.memory[1] < 200_000


async def test_the_soak_fails_for_a_retried_post(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Retries, "_is_idempotent", lambda self, operation: True)
    report = await soak(600, chunk=300)
    assert any("in Focus, 2 times" in line for line in report.wrong)


async def test_the_soak_fails_for_an_open_response(monkeypatch: pytest.MonkeyPatch) -> None:
    async def nothing(self: httpx.Response) -> None:
        pass

    monkeypatch.setattr(httpx.Response, "aclose", nothing)
    assert (await soak(20)).left_open > 0
