"""Many cases in one test: all of them run, and a failure names each case that failed.

A test of its own costs more than most cases take: collecting, fixtures and reports for thousands of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest


class Cases:
    """The failures of the cases that ran so far."""

    def __init__(self) -> None:
        self.failures: list[BaseException] = []

    @contextmanager
    def case(self, name: str) -> Iterator[None]:
        """Run the block as one case; its failure does not stop the others."""
        try:
            yield
        except (Exception, pytest.fail.Exception) as error:  # noqa: BLE001 - raised in the end
            error.add_note(f"case: {name}")
            self.failures.append(error)


@contextmanager
def all_cases() -> Iterator[Cases]:
    """Raise the failures of all cases together at the end of the block."""
    cases = Cases()
    yield cases
    if cases.failures:
        names = "".join(f"\n  {note.removeprefix('case: ')}" for one in cases.failures for note in one.__notes__[-1:])
        raise BaseExceptionGroup(f"{len(cases.failures)} cases failed:{names}", cases.failures)
