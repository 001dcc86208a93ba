"""A limit that a program sets itself on the requests it spends."""

from __future__ import annotations

import threading

from .errors import BudgetExceeded


class Budget:
    """How many requests may still be spent."""

    def __init__(self, requests: int) -> None:
        if isinstance(requests, bool) or not isinstance(requests, int) or requests < 0:
            raise ValueError(f"a budget is a number of requests, not {requests!r}")
        self.requests = requests
        """Requests it began with."""
        self.spent = 0
        """Requests sent since, repeats included."""
        self._lock = threading.Lock()

    @property
    def left(self) -> int:
        """Requests that may still be sent."""
        return self.requests - self.spent

    def need(self, requests: int) -> None:
        """Raise BudgetExceeded when fewer than so many requests are left."""
        if requests > self.left:
            raise self._exceeded(requests)

    def spend(self) -> None:
        """Count one request; raise BudgetExceeded when none is left."""
        with self._lock:
            if self.left < 1:
                raise self._exceeded(1)
            self.spent += 1

    def _exceeded(self, needed: int) -> BudgetExceeded:
        error = BudgetExceeded(f"needs {needed} more requests, and the budget of {self.requests} has {self.left} left")
        error.needed, error.left = needed, self.left
        return error

    def __repr__(self) -> str:
        return f"<Budget of {self.requests} requests, {self.left} left>"
