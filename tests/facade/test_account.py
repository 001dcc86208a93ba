"""The arithmetic of a quota that several spend from: never more than there is, and nothing lost for good."""

from __future__ import annotations

import math
from collections.abc import Callable

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from toggl_tasks._quota import LONGEST_WAY, Account, Quota, Taken, moment

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
    taken: Taken
    at: float
    reply: tuple[int, int] | None = None


class Sharing:
    """Several who share an account, in any order, with slow replies and sudden ends."""

    def __init__(self) -> None:
        self.now = START
        self.service = Service(4)
        self.account = Account()
        self.on_the_way: list[Request] = []
        self.answered: list[Request] = []

    def take(self, _: int) -> None:
        account = self.account.at(self.now)
        if account.spent:
            return
        if account.remaining is None and len(self.on_the_way) >= self.service.left(self.now):
            return  # nobody can know yet that there are not as many
        self.account, taken = account.take("", self.now)
        self.on_the_way.append(Request(taken, self.now))

    def arrive(self, which: int) -> None:
        for request in one(self.on_the_way, which):
            request.reply = self.service.count(self.now)
            assert request.reply is not None, "402"
            self.answered.append(request)

    def hear(self, which: int, readable: bool = True) -> None:
        for request in one(self.answered, which):
            assert request.reply is not None
            told = Quota(request.reply[0], moment(self.now + request.reply[1])) if readable else None
            self.account = self.account.settle(request.taken, told, sent=True)

    def hear_nothing_of_the_quota(self, which: int) -> None:
        self.hear(which, readable=False)

    def fail_to_connect(self, which: int) -> None:
        for request in one(self.on_the_way, which):
            self.account = self.account.settle(request.taken, None, sent=False)

    def be_killed_before(self, which: int) -> None:
        one(self.on_the_way, which)

    def be_killed_after(self, which: int) -> None:
        one(self.answered, which)

    def wait(self, which: int) -> None:
        self.now += (0.5, LONGEST_WAY / 2, LONGEST_WAY, HOUR)[which]
        # What has not arrived by then never will.
        self.on_the_way = [request for request in self.on_the_way if self.now < request.at + LONGEST_WAY]

    def check(self) -> None:
        account = self.account.at(self.now)
        if account.remaining is not None:
            assert account.remaining + len(self.on_the_way) <= self.service.left(self.now)


def one(requests: list[Request], which: int) -> list[Request]:
    """One of the requests, taken out; none when there are none."""
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


def spend(account: Account, service: Service, now: float) -> tuple[Account, int]:
    """One after the other until the account is spent, and how many that were."""
    for number in range(service.total + 1):
        account = account.at(now)
        if account.spent:
            return account, number
        account, taken = account.take("", now)
        reply = service.count(now)
        assert reply is not None
        account = account.settle(taken, Quota(reply[0], moment(now + reply[1])), sent=True)
    raise AssertionError("never spent")


def after(begin: Callable[[Account], Account], wait: float) -> int:
    """How many requests of ten can be spent a time after the first one and what followed it."""
    service = Service(10)
    account, taken = Account().take("", START)
    assert service.count(START) is not None
    account = begin(account.settle(taken, Quota(9, moment(START + HOUR)), sent=True))
    return spend(account, service, START + wait)[1]


def killed(account: Account) -> Account:
    return account.at(START).take("", START)[0]


def test_what_a_killed_process_took_comes_back() -> None:
    assert after(killed, 1) == 8
    assert after(killed, LONGEST_WAY) == 9
    assert after(killed, HOUR) == 10


def test_it_may_still_arrive_in_the_next_hour() -> None:
    account, _ = Account(remaining=3, resets_at=START + 1).take("", START)
    service = Service(5)
    assert spend(account, service, START + 1)[1] == 4
    assert service.count(START + 2) is not None


def test_too_many_under_way_are_not_forgotten_when_one_of_them_is_not_sent() -> None:
    account, taken = Account(), []
    for _ in range(5):
        account, one = account.take("", START)
        taken.append(one)
    account = account.settle(taken[0], Quota(2, moment(START + HOUR)), sent=True)
    account = account.settle(taken[1], None, sent=False)
    assert account.spent


def test_a_reply_of_an_hour_that_has_passed_tells_nothing() -> None:
    account, late = Account().take("", START)
    account, taken = account.at(START + 2).take("", START + 2)
    account = account.settle(taken, Quota(1, moment(START + HOUR)), sent=True)
    assert account.settle(late, Quota(29, moment(START + 1)), sent=True).remaining == 0


def test_a_reply_without_a_window_raises_nothing() -> None:
    account, taken = Account(remaining=2, resets_at=START + 60).take("", START)
    assert account.settle(taken, Quota(600, None), sent=True).remaining == 1


def test_what_others_spend_who_do_not_share_is_noticed() -> None:
    account, taken = Account(remaining=20, resets_at=START + HOUR).take("", START)
    account, _ = account.take("", START)
    account = account.settle(taken, Quota(5, moment(START + HOUR)), sent=True)
    assert account.remaining == 4


def test_a_forgotten_request_may_have_been_counted_after_a_late_reply() -> None:
    account, _ = Account().take("", START)
    account, late = account.at(START + 200).take("", START + 200)
    # The first reply is about `late`; the other request then arrived too, and nobody heard of it.
    account = account.at(START + LONGEST_WAY).settle(late, Quota(9, moment(START + HOUR)), sent=True)
    assert account.remaining == 8
