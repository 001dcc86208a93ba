"""Send the requests of an import, and record the result of each row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any, TypeVar

import msgspec

from ... import BadRequest, NotFound, TogglError
from ..errors import to_command_error
from .columns import NAME
from .in_flight import InFlight, may_be_applied
from .plan import Plan
from .targets import Target

T = TypeVar("T")
Result = dict[str, Any]
"""The result of a row in the report."""


class Import(msgspec.Struct):
    """A plan, as requests."""

    plan: Plan
    target: Target
    dry_run: bool
    in_flight: InFlight | None
    results: dict[int, Result] = {}
    """By row."""

    def requests(self) -> int:
        """Number of requests of the plan."""
        return len(self._creates()) + len(self._updates())

    def _creates(self) -> list[Any]:
        return in_batches(self.plan.creates, self.target.batch)

    def _updates(self) -> list[Any]:
        return self.target.update_batches([change for _, change in self.plan.updates])

    def run(self, advance: Callable[[int], None]) -> None:
        """Send all; `advance` receives the number of rows done. Raises TogglError if no later request can succeed."""
        for entry, _ in self.plan.creates:
            self.results[entry.row] = self._result(entry.row, "not sent", None, entry.values[NAME], entry.project)
        for entry, change in self.plan.updates:
            name = change.values.get(NAME, change.task.name)
            self.results[entry.row] = self._result(entry.row, "not sent", change.task.id, name, entry.project)
        for entry, task, columns in self.plan.existing:
            differs = f"differs in {', '.join(columns)}; --update changes it" if columns else ""
            self.results[entry.row] = self._result(entry.row, "exists", task.id, task.name, entry.project, differs)
        for batch in self._updates():
            rows = [change.row for change in batch]
            with self._sending(rows):
                failed = self.target.update(batch)
                for change in batch:
                    message = failed.get(change.task.id)
                    done = "would change" if self.dry_run else "changed"
                    self._set(change.row, "failed" if message else done, message)
            advance(len(batch))
        for batch in self._creates():
            with self._sending([entry.row for entry, _ in batch]), self._noting():
                tasks = self.target.create([values for _, values in batch])
                for (entry, _), task in zip(batch, tasks, strict=False):
                    self._set(entry.row, "would create" if self.dry_run else "created")
                    if not self.dry_run:
                        self.results[entry.row]["id"] = task.id
            advance(len(batch))

    def _result(
        self, row: int, result: str, id_: int | None, name: str, project: str | None, message: str = ""
    ) -> Result:
        return {"row": row, "result": result, "id": id_, "name": name, "project": project, "message": message or None}

    def _set(self, row: int, result: str, message: str | None = None) -> None:
        self.results[row] |= {"result": result, "message": message}

    def _noting(self) -> AbstractContextManager[None]:
        return nullcontext() if self.in_flight is None else self.in_flight.sending()

    @contextmanager
    def _sending(self, rows: Sequence[int]) -> Iterator[None]:
        """Record the result of rows: a rejected request fails only its rows, other errors end the import."""
        for row in rows:
            self._set(row, "unknown", "interrupted before the response")
        try:
            yield
        except (BadRequest, NotFound) as error:
            for row in rows:
                self._set(row, "failed", to_command_error(error).message)
        except TogglError as error:
            for row in rows:
                result = "unknown" if may_be_applied(error) else "not sent"
                self._set(row, result, to_command_error(error).message)
            raise


def in_batches(items: Sequence[T], size: int) -> list[Sequence[T]]:
    """The items in groups of at most `size`."""
    return [items[at : at + size] for at in range(0, len(items), size)]
