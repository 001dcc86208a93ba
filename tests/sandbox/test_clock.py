from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from toggl_sandbox import Clock

MOMENT = datetime(2025, 5, 1, 8, 30, tzinfo=timezone(timedelta(hours=2)))


def test_frozen_clock_only_moves_when_advanced() -> None:
    clock = Clock(MOMENT)
    assert clock.frozen
    assert clock.now() == clock.now() == MOMENT
    assert clock.now().tzinfo is UTC
    clock.advance(90)
    clock.advance(timedelta(minutes=1))
    assert clock.now() == MOMENT + timedelta(seconds=150)
    clock.reset()
    assert clock.now() == MOMENT


def test_real_clock_can_be_advanced_frozen_and_resumed() -> None:
    clock = Clock()
    clock.advance(timedelta(days=1))
    assert clock.now() - datetime.now(UTC) > timedelta(hours=23)
    clock.freeze()
    assert clock.frozen
    assert clock.now() == clock.now()
    clock.freeze(MOMENT)
    clock.resume()
    assert not clock.frozen
    assert timedelta() <= clock.now() - MOMENT < timedelta(hours=1)
    clock.reset()
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(hours=1)


def test_run_sets_a_frozen_clock_to_real_time() -> None:
    clock = Clock(MOMENT)
    clock.run()
    assert not clock.frozen
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(hours=1)


def test_naive_times_and_negative_steps_raise() -> None:
    naive = datetime(2025, 5, 1)  # noqa: DTZ001
    with pytest.raises(ValueError, match="time zone"):
        Clock(naive)
    with pytest.raises(ValueError, match="time zone"):
        Clock().freeze(naive)
    with pytest.raises(ValueError, match="forwards"):
        Clock().advance(-1)
