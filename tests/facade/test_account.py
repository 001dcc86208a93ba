"""The arithmetic of a quota that several spend from: never more than there is, and nothing lost for good."""

from __future__ import annotations

import math
from collections.abc import Callable

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from toggl_tasks._quota import IN_FLIGHT_TTL, Quota, QuotaState, Reservation, from_timestamp

HOUR = 3600.0
START = 1_740_992_400.0


@attrs.define
class Service:
    """Counts as the service does: so many requests in an hour that the first one opens."""

    total: int
    opened: float = -math.inf
    used: int = 0

    def left(self, now: float) -> int:
        return self.total - (self.used if now < self.opened + HOUR else 0)

    def count(self, now: float) -> tuple[int, int] | None:
        """What the reply says: requests left, and seconds to the next hour; None for a refusal."""
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


class Sharing:
    """Several who share a quota, in any order, with slow replies and sudden ends."""

    def __init__(self) -> None:
        self.now = START
        self.service = Service(4)
        self.state = QuotaState()
        self.on_the_way: list[Request] = []
        self.answered: list[Request] = []

    def take(self, _: int) -> None:
        state = self.state.at(self.now)
        if state.is_spent:
            return
        if state.remaining is None and len(self.on_the_way) >= self.service.left(self.now):
            return  # nobody can know yet that there are not as many
        self.state, reservation = state.reserve("", self.now)
        self.on_the_way.append(Request(reservation, self.now))

    def arrive(self, which: int) -> None:
        for request in one(self.on_the_way, which):
            request.reply = self.service.count(self.now)
            assert request.reply is not None, "402"
            self.answered.append(request)

    def hear(self, which: int, readable: bool = True) -> None:
        for request in one(self.answered, which):
            assert request.reply is not None
            quota = Quota(request.reply[0], from_timestamp(self.now + request.reply[1])) if readable else None
            self.state = self.state.release(request.reservation, quota, sent=True)

    def hear_nothing_of_the_quota(self, which: int) -> None:
        self.hear(which, readable=False)

    def fail_to_connect(self, which: int) -> None:
        for request in one(self.on_the_way, which):
            self.state = self.state.release(request.reservation, None, sent=False)

    def be_killed_before(self, which: int) -> None:
        one(self.on_the_way, which)

    def be_killed_after(self, which: int) -> None:
        one(self.answered, which)

    def wait(self, which: int) -> None:
        self.now += (0.5, IN_FLIGHT_TTL / 2, IN_FLIGHT_TTL, HOUR)[which]
        # What has not arrived by then never will.
        self.on_the_way = [request for request in self.on_the_way if self.now < request.at + IN_FLIGHT_TTL]

    def check(self) -> None:
        state = self.state.at(self.now)
        if state.remaining is not None:
            assert state.remaining + len(self.on_the_way) <= self.service.left(self.now)


def one(requests: list[Request], which: int) -> list[Request]:
    """One of the requests, reservation out; none when there are none."""
    return [requests.pop(which % len(requests))] if requests else []


USUAL = ("take", "take", "arrive", "arrive", "hear", "hear")
RARE = ("hear_nothing_of_the_quota", "fail_to_connect", "be_killed_before", "be_killed_after", "wait")


@settings(max_examples=1_500, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(USUAL + RARE), st.integers(0, 3)), max_size=40))
def test_never_more_than_there_is(steps: list[tuple[str, int]]) -> None:
    sharing = Sharing()
    for step, which in steps:
        getattr(sharing, step)(which)
        sharing.check()


def spend(state: QuotaState, service: Service, now: float) -> tuple[QuotaState, int]:
    """One after the other until the quota is spent, and how many that were."""
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
    """How many requests of ten can be spent a time after the first one and what followed it."""
    service = Service(10)
    state, reservation = QuotaState().reserve("", START)
    assert service.count(START) is not None
    state = begin(state.release(reservation, Quota(9, from_timestamp(START + HOUR)), sent=True))
    return spend(state, service, START + wait)[1]


def killed(state: QuotaState) -> QuotaState:
    return state.at(START).reserve("", START)[0]


def test_what_a_killed_process_took_comes_back() -> None:
    assert after(killed, 1) == 8
    assert after(killed, IN_FLIGHT_TTL) == 9
    assert after(killed, HOUR) == 10


def test_it_may_still_arrive_in_the_next_hour() -> None:
    state, _ = QuotaState(remaining=3, resets_at=START + 1).reserve("", START)
    service = Service(5)
    assert spend(state, service, START + 1)[1] == 4
    assert service.count(START + 2) is not None


def test_too_many_under_way_are_not_forgotten_when_one_of_them_is_not_sent() -> None:
    state, reservation = QuotaState(), []
    for _ in range(5):
        state, one = state.reserve("", START)
        reservation.append(one)
    state = state.release(reservation[0], Quota(2, from_timestamp(START + HOUR)), sent=True)
    state = state.release(reservation[1], None, sent=False)
    assert state.is_spent


def test_a_reply_of_an_hour_that_has_passed_tells_nothing() -> None:
    state, late = QuotaState().reserve("", START)
    state, reservation = state.at(START + 2).reserve("", START + 2)
    state = state.release(reservation, Quota(1, from_timestamp(START + HOUR)), sent=True)
    assert state.release(late, Quota(29, from_timestamp(START + 1)), sent=True).remaining == 0


def test_a_reply_without_a_window_raises_nothing() -> None:
    state, reservation = QuotaState(remaining=2, resets_at=START + 60).reserve("", START)
    assert state.release(reservation, Quota(600, None), sent=True).remaining == 1


def test_what_others_spend_who_do_not_share_is_noticed() -> None:
    state, reservation = QuotaState(remaining=20, resets_at=START + HOUR).reserve("", START)
    state, _ = state.reserve("", START)
    state = state.release(reservation, Quota(5, from_timestamp(START + HOUR)), sent=True)
    assert state.remaining == 4


def test_a_forgotten_request_may_have_been_counted_after_a_late_reply() -> None:
    state, _ = QuotaState().reserve("", START)
    state, late = state.at(START + 200).reserve("", START + 200)
    # The first reply is about `late`; the other request then arrived too, and nobody heard of it.
    state = state.at(START + IN_FLIGHT_TTL).release(late, Quota(9, from_timestamp(START + HOUR)), sent=True)
    assert state.remaining == 8
