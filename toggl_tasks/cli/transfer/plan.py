"""The plan of an import: which rows are new tasks, which are existing tasks, and which columns change."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from .check_rows import Entry, Fault
from .columns import ASSIGNEE, NAME, PROJECT, REFERENCE
from .targets import Change, Target, Values


class Plan(msgspec.Struct):
    """The rows of a file by their action."""

    creates: list[tuple[Entry, Values]] = []
    updates: list[tuple[Entry, Change]] = []
    existing: list[tuple[Entry, Any, list[str]]] = []
    """Tasks that are not changed, with the columns in which the row differs."""
    faults: list[Fault] = []


def make_plan(
    entries: Sequence[Entry], tasks: Sequence[Any], target: Target, *, update: bool, assignee_column: bool
) -> Plan:
    """Match rows with tasks: by id, by external reference, otherwise by the name within the project.

    Several tasks of Focus may have one name: rows of this name are matched with them in the order of their ids. So a
    row whose task was created by an earlier run, even if the response was lost, never creates a second one.
    """
    plan = Plan()
    matches = _Matcher(entries, tasks, target, plan.faults).matches()
    for entry in entries:
        if entry.row not in matches:
            continue  # it has an error
        task, alternatives = matches[entry.row]
        if task is None:
            values = dict(entry.values)
            if assignee_column:
                values.setdefault(ASSIGNEE, ())  # an empty cell means no assignee, not the user of the token
            plan.creates.append((entry, values))
            plan.faults += [Fault(entry.row, text) for text in target.problem(values, None)]
            continue
        old = target.values(task)
        changes = {
            name: value
            for name, value in entry.values.items()
            if not _is_same(name, value, old[name]) and (name != PROJECT or entry.project_given)
        }
        if not update or not changes:
            plan.existing.append((entry, task, list(changes)))
            continue
        plan.updates.append((entry, Change(entry.row, task, changes)))
        if PROJECT in changes:
            plan.faults.append(Fault(entry.row, f"task {task.id} is in another project, and an import cannot move it"))
        if alternatives > 1:
            plan.faults.append(
                Fault(entry.row, f"{alternatives} tasks of the project have this name: add a column `id` to choose one")
            )
        plan.faults += [Fault(entry.row, text) for text in target.problem(changes, old)]
    plan.faults.sort(key=lambda fault: fault.row)
    return plan


def name_key(name: str) -> str:
    """A name normalized for comparison: services may trim and normalize it."""
    return unicodedata.normalize("NFC", name).strip()


def _is_same(column: str, value: Any, old: Any) -> bool:
    """Whether a value equals that of the task. Without normalization, a trimmed value would be sent each time."""
    return bool(value == old or (column == NAME and name_key(value) == name_key(old)))


class _Matcher:
    def __init__(self, entries: Sequence[Entry], tasks: Sequence[Any], target: Target, faults: list[Fault]) -> None:
        self._entries, self._target, self._faults = entries, target, faults
        self._by_id: dict[int, Any] = {}
        self._by_reference: dict[Any, list[Any]] = {}
        self._by_name: dict[tuple[int | None, str], list[Any]] = {}
        for task in sorted(tasks, key=lambda task: int(task.id)):
            if task.id in self._by_id:
                continue  # tasks moved between pages during reading
            values = target.values(task)
            self._by_id[task.id] = task
            if values[REFERENCE]:
                self._by_reference.setdefault(self._reference_key(values), []).append(task)
            self._by_name.setdefault((values[PROJECT], name_key(values[NAME])), []).append(task)
        self._taken: set[int] = set()
        self._found: dict[int, tuple[Any, int]] = {}
        """For each row, the task or None, and the number of matching tasks."""

    def matches(self) -> dict[int, tuple[Any, int]]:
        named: list[Entry] = []
        for entry in self._once(self._entries, lambda entry: entry.id and ("id", entry.id)):
            if entry.id is None:
                named.append(entry)
            elif task := self._by_id.get(entry.id):
                self._take(entry, task, 1)
            else:
                self._fault(entry, f"there is no task {entry.id} in the workspace: correct the id or remove it")
        rest = [entry for entry in self._once(named, self._entry_reference_key) if not self._match_reference(entry)]
        if self._target.unique_names:
            rest = list(self._once(rest, lambda entry: (entry.values[PROJECT], name_key(entry.values[NAME]))))
        for entry in rest:
            self._match_name(entry)
        return self._found

    def _match_reference(self, entry: Entry) -> bool:
        tasks = [task for task in self._by_reference.get(self._entry_reference_key(entry), ()) if self._is_free(task)]
        if tasks:
            self._take(entry, tasks[0], len(tasks))
        return bool(tasks)

    def _match_name(self, entry: Entry) -> None:
        reference = entry.values.get(REFERENCE)
        same = self._by_name.get((entry.values[PROJECT], name_key(entry.values[NAME])), [])
        free = [task for task in same if self._is_free(task)]
        if reference and not self._target.unique_names:
            free = []  # the task with this reference does not exist yet
        if reference and free and (other := self._target.values(free[0])[REFERENCE]):
            self._fault(entry, f"the name is that of task {free[0].id}, which has the external reference {other!r}")
        elif free:
            self._take(entry, free[0], len(same))
        elif same and self._target.unique_names:
            self._fault(entry, f"another row matches task {same[0].id}, which has this name")
        else:
            self._found[entry.row] = (None, 0)

    def _reference_key(self, values: Values) -> Any:
        """The key of a reference. In Track, it includes the project, since references may repeat in other projects."""
        return (values[PROJECT], values[REFERENCE]) if self._target.unique_names else values[REFERENCE]

    def _entry_reference_key(self, entry: Entry) -> Any:
        return self._reference_key(entry.values) if entry.values.get(REFERENCE) else None

    def _once(self, entries: Iterable[Entry], key_of: Any) -> Iterable[Entry]:
        """The entries without those whose key an earlier one has."""
        rows: dict[Any, int] = {}
        for entry in entries:
            key = key_of(entry)
            if key and key in rows:
                self._fault(entry, f"refers to the same task as row {rows[key]}")
                continue
            if key:
                rows[key] = entry.row
            yield entry

    def _is_free(self, task: Any) -> bool:
        return task.id not in self._taken

    def _take(self, entry: Entry, task: Any, alternatives: int) -> None:
        self._taken.add(task.id)
        self._found[entry.row] = (task, alternatives)

    def _fault(self, entry: Entry, message: str) -> None:
        self._faults.append(Fault(entry.row, message))
