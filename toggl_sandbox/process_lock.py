"""The lock of a sandbox, which belongs to one process."""

from __future__ import annotations

import os
from threading import RLock
from typing import Final

IN_OTHER_PROCESS: Final = (
    "this sandbox was used before a fork, in another process: create one in each process, or serve one with "
    "`running(sandbox)` and pass its URLs to the others"
)


class ProcessLock:
    """An RLock for the process that uses it first. In a child of that process it raises instead of waiting forever."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._process: int | None = None

    @property
    def is_foreign(self) -> bool:
        """Whether another process uses it."""
        return self._process not in (None, os.getpid())

    def check_process(self) -> None:
        """Raise ``RuntimeError`` in another process."""
        if self.is_foreign:
            raise RuntimeError(IN_OTHER_PROCESS)
        self._process = os.getpid()

    def __enter__(self) -> None:
        self.check_process()
        self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        self._lock.release()
