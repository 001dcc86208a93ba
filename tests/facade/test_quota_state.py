"""QuotaState: several clients never spend more than the quota, and no request is lost for good."""

from __future__ import annotations

import doctest
import math
from collections.abc import Callable

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from toggl_tasks import _quota
from toggl_tasks._quota import IN_FLIGHT_TTL, Quota, QuotaState, Reservation, from_timestamp

HOUR = 3600.0
START = 1_740_992_400.0


@attrs.define
class Service:
    """Counts requests like the service: a window of an hour starts with its first request."""

    total: int
    opened: float = -math.inf
    used: int = 0

    def left(self, now: float) -> int:
        return self.total - (self.used if now < self.opened + HOUR else 0)

    def count(self, now: float) -> tuple[int, int] | None:
        """The quota headers: requests left, and seconds to the reset; None for 402."""
        if now >= self.opened + HOUR:
            self.opened, self.used = now, 0
        if self.used == self.total:
            return None
        self.used += 1
        return self.total - self.used, math.ceil(self.opened + HOUR - now)


@attrs.define(eq=False)
class Request:
    reservation: Reservation
    at: float
    reply: tuple[int, int] | None = None


class QuotaModel:
    """Clients that share a quota: requests in any order, with slow responses and killed processes."""

    def __init__(self) -> None:
        self.now = START
        self.service = Service(4)
        self.state = QuotaState()
        self.in_flight: list[Request] = []
        self.answered: list[Request] = []

    def reserve(self, _: int) -> None:
        state = self.state.at(self.now)
        if state.is_spent:
            return
        if state.remaining is None and len(self.in_flight) >= self.service.left(self.now):
            return  # the clients cannot know the quota yet
        self.state, reservation = state.reserve("", self.now)
        self.in_flight.append(Request(reservation, self.now))

    def arrive(self, which: int) -> None:
        for request in pop(self.in_flight, which):
            request.reply = self.service.count(self.now)
            assert request.reply is not None, "402"
            self.answered.append(request)

    def respond(self, which: int, readable: bool = True) -> None:
        for request in pop(self.answered, which):
            assert request.reply is not None
            quota = Quota(request.reply[0], from_timestamp(self.now + request.reply[1])) if readable else None
            self.state = self.state.release(request.reservation, quota, sent=True)

    def respond_without_quota(self, which: int) -> None:
        self.respond(which, readable=False)

    def fail_to_connect(self, which: int) -> None:
        for request in pop(self.in_flight, which):
            self.state = self.state.release(request.reservation, None, sent=False)

    def kill_before_arrival(self, which: int) -> None:
        pop(self.in_flight, which)

    def kill_after_arrival(self, which: int) -> None:
        pop(self.answered, which)

    def wait(self, which: int) -> None:
        self.now += (0.5, IN_FLIGHT_TTL / 2, IN_FLIGHT_TTL, HOUR)[which]
        # A request that has not arrived by then never will.
        self.in_flight = [request for request in self.in_flight if self.now < request.at + IN_FLIGHT_TTL]

    def check(self) -> None:
        state = self.state.at(self.now)
        if state.remaining is not None:
            assert state.remaining + len(self.in_flight) <= self.service.left(self.now)


def pop(requests: list[Request], which: int) -> list[Request]:
    """One of the requests, reservation out; none when there are none."""
    return [requests.pop(which % len(requests))] if requests else []


FREQUENT = ("reserve", "reserve", "arrive", "arrive", "respond", "respond")
RARE = ("respond_without_quota", "fail_to_connect", "kill_before_arrival", "kill_after_arrival", "wait")


@settings(max_examples=1_500, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(FREQUENT + RARE), st.integers(0, 3)), max_size=40))
def test_remaining_never_exceeds_the_quota(steps: list[tuple[str, int]]) -> None:
    model = QuotaModel()
    for step, which in steps:
        getattr(model, step)(which)
        model.check()


def spend(state: QuotaState, service: Service, now: float) -> tuple[QuotaState, int]:
    """Send requests until the quota is spent; returns their number."""
    for number in range(service.total + 1):
        state = state.at(now)
        if state.is_spent:
            return state, number
        state, reservation = state.reserve("", now)
        reply = service.count(now)
        assert reply is not None
        state = state.release(reservation, Quota(reply[0], from_timestamp(now + reply[1])), sent=True)
    raise AssertionError("never spent")


def after(begin: Callable[[QuotaState], QuotaState], wait: float) -> int:
    """Number of requests of ten that can be sent some time after the first one and `begin`."""
    service = Service(10)
    state, reservation = QuotaState().reserve("", START)
    assert service.count(START) is not None
    state = begin(state.release(reservation, Quota(9, from_timestamp(START + HOUR)), sent=True))
    return spend(state, service, START + wait)[1]


def kill(state: QuotaState) -> QuotaState:
    return state.at(START).reserve("", START)[0]


def test_reservations_of_a_killed_process_expire() -> None:
    assert after(kill, 1) == 8
    assert after(kill, IN_FLIGHT_TTL) == 9
    assert after(kill, HOUR) == 10


def test_a_request_in_flight_may_arrive_in_the_next_window() -> None:
    state, _ = QuotaState(remaining=3, resets_at=START + 1).reserve("", START)
    service = Service(5)
    assert spend(state, service, START + 1)[1] == 4
    assert service.count(START + 2) is not None


def test_too_many_in_flight_still_count_if_one_is_not_sent() -> None:
    state, reservation = QuotaState(), []
    for _ in range(5):
        state, one = state.reserve("", START)
        reservation.append(one)
    state = state.release(reservation[0], Quota(2, from_timestamp(START + HOUR)), sent=True)
    state = state.release(reservation[1], None, sent=False)
    assert state.is_spent


def test_a_response_of_the_previous_window_is_ignored() -> None:
    state, late = QuotaState().reserve("", START)
    state, reservation = state.at(START + 2).reserve("", START + 2)
    state = state.release(reservation, Quota(1, from_timestamp(START + HOUR)), sent=True)
    assert state.release(late, Quota(29, from_timestamp(START + 1)), sent=True).remaining == 0


def test_a_response_without_a_window_does_not_raise_the_quota() -> None:
    state, reservation = QuotaState(remaining=2, resets_at=START + 60).reserve("", START)
    assert state.release(reservation, Quota(600, None), sent=True).remaining == 1


def test_requests_of_other_clients_are_noticed() -> None:
    state, reservation = QuotaState(remaining=20, resets_at=START + HOUR).reserve("", START)
    state, _ = state.reserve("", START)
    state = state.release(reservation, Quota(5, from_timestamp(START + HOUR)), sent=True)
    assert state.remaining == 4


def test_an_expired_request_may_be_counted_after_a_late_response() -> None:
    state, _ = QuotaState().reserve("", START)
    state, late = state.at(START + 200).reserve("", START + 200)
    # The first response is that of `late`; the other request arrived after it, without a response.
    state = state.at(START + IN_FLIGHT_TTL).release(late, Quota(9, from_timestamp(START + HOUR)), sent=True)
    assert state.remaining == 8


def test_the_example_in_the_docstring_is_true() -> None:
    result = doctest.testmod(_quota)
    assert (result.failed, result.attempted > 0) == (0, True)
