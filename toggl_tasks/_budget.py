"""A limit on the number of requests that a program sends."""

from __future__ import annotations

import threading

from .errors import BudgetExceeded


class Budget:
    """The number of requests that a `with track.budget(...)` block may send."""

    def __init__(self, requests: int) -> None:
        if isinstance(requests, bool) or not isinstance(requests, int) or requests < 0:
            raise ValueError(f"a budget must be a number of requests, not {requests!r}")
        self.requests = requests
        """Size of the budget."""
        self.spent = 0
        """Requests sent so far, including retries."""
        self._lock = threading.Lock()

    @property
    def left(self) -> int:
        """Requests that may still be sent."""
        return self.requests - self.spent

    def need(self, requests: int) -> None:
        """Raise BudgetExceeded if fewer than this many requests are left."""
        if requests > self.left:
            left = f"the budget of {self.requests} has {self.left} left"
            error = BudgetExceeded(f"needs {requests} more requests, but {left}")
            error.needed, error.left = requests, self.left
            raise error

    def spend(self) -> None:
        """Count one request; raises BudgetExceeded if none is left."""
        with self._lock:
            self.need(1)
            self.spent += 1

    def refund(self) -> None:
        """Uncount one request that was not sent."""
        with self._lock:
            self.spent -= 1

    def __repr__(self) -> str:
        return f"<Budget of {self.requests} requests, {self.left} left>"
