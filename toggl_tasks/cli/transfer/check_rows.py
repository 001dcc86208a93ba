"""Check the rows of a file: all errors are found before any request is sent."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from ..session import Session
from .columns import ASSIGNEE, DONE, ESTIMATE, ID, NAME, NONE, PROJECT, REFERENCE, parse_done, parse_estimate, text_cell
from .read_files import Row, Table
from .targets import Target


class Entry(msgspec.Struct):
    """A row that can be imported."""

    row: int
    values: dict[str, Any]
    """Values as for a `Target`: only the columns in the row, and always the project, None for no project."""
    project_given: bool
    project: str | None
    """The name in the file."""
    id: int | None = None
    """The id of the task, from the column `id`."""


class Fault(msgspec.Struct):
    """An error in a row."""

    row: int
    message: str

    def __str__(self) -> str:
        return f"row {self.row}: {self.message}"


class UnknownName(ValueError):
    """A name that is not in a list."""


class Names:
    """Ids by whole names. For an unknown name, the list is fetched again once."""

    def __init__(self, session: Session, kind: str, items: Callable[[], list[dict[str, Any]]]) -> None:
        self._session, self._kind, self._fetch = session, kind, items
        self._items: list[dict[str, Any]] | None = None
        self._is_fresh = False
        self._known: dict[str, int] = {}

    def id_of(self, text: str) -> int:
        """The id for a name, matched exactly, otherwise regardless of case; or for an id. Raises ValueError."""
        if text not in self._known:
            self._known[text] = self._find(text)
        return self._known[text]

    def _find(self, text: str) -> int:
        if self._items is None:
            self._items = self._fetch()
        try:
            return self._look_up(text, self._items)
        except UnknownName:
            if self._is_fresh:
                raise
        self._is_fresh = True
        self._session.names.forget_earlier()
        self._items = self._fetch()
        return self._look_up(text, self._items)

    def _look_up(self, text: str, items: list[dict[str, Any]]) -> int:
        exact = [item["id"] for item in items if item["name"] == text]
        alike = exact or [item["id"] for item in items if str(item["name"]).casefold() == text.casefold()]
        if len(alike) > 1:  # an archived project may have the name of another one
            active = {item["id"] for item in items if item.get("active") is not False}
            alike = [id_ for id_ in alike if id_ in active] or alike
        if len(alike) == 1:
            return int(alike[0])
        if alike:
            ids = ", ".join(map(str, alike))
            raise ValueError(f"{len(alike)} {self._kind}s are named {text!r}: enter the id, one of {ids}")
        if any(str(item["id"]) == text for item in items):
            return int(text)
        import difflib

        close = difflib.get_close_matches(text, [str(item["name"]) for item in items], 1)
        hint = f"did you mean {close[0]!r}?" if close else f"enter the whole name or the id of a {self._kind}"
        raise UnknownName(f"no {self._kind} is named {text!r}: {hint}")


def check_rows(
    session: Session, target: Target, table: Table, project_id: int | None
) -> tuple[list[Entry], list[Fault]]:
    """The entries of a file, and the errors in all its rows. `project_id` is for rows without a project."""
    checker = _Checker(session, target, table, project_id)
    entries: list[Entry] = []
    faults: list[Fault] = []
    for row in table.rows:
        if row.fault:
            faults.append(Fault(row.number, row.fault))
            continue
        entry, messages = checker.check(row)
        entries.append(entry)
        faults.extend(Fault(row.number, message) for message in messages)
    return entries, faults


class _Checker:
    def __init__(self, session: Session, target: Target, table: Table, project_id: int | None) -> None:
        self._session, self._target, self._table, self._project_id = session, target, table, project_id
        self._projects = Names(session, "project", target.projects)
        self._users = Names(session, "user", target.users)

    def check(self, row: Row) -> tuple[Entry, list[str]]:
        cells, messages = row.cells, list[str]()

        def read(column: str, parse: Callable[[Any], Any]) -> Any:
            try:
                return parse(cells[column])
            except (ValueError, OverflowError) as error:
                messages.append(f"{column}: {error}")
                return None

        values: dict[str, Any] = {PROJECT: self._project_id}
        project = read(PROJECT, text_cell) if PROJECT in cells else None
        if project is not None:
            values[PROJECT] = read(PROJECT, lambda _: self._projects.id_of(project))
        entry = Entry(row.number, values, project is not None or self._project_id is not None, project)
        if ID in cells:
            entry.id = read(ID, lambda cell: int(text_cell(cell)))
        if NAME in cells:
            values[NAME] = read(NAME, text_cell)
        elif entry.id is None:
            messages.append("has no name")
        for column, parse in (
            (ESTIMATE, parse_estimate),
            (ASSIGNEE, self._assignees),
            (DONE, parse_done),
            (REFERENCE, lambda cell: None if text_cell(cell).strip() == NONE else text_cell(cell)),
        ):
            if column in cells:
                values[column] = read(column, parse)
        return entry, messages

    def _assignees(self, cell: Any) -> tuple[int, ...]:
        texts: Iterable[str] = map(text_cell, cell) if isinstance(cell, list) else [text_cell(cell)]
        ids: list[int] = []
        for text in texts:
            if text.strip().casefold() == NONE:
                continue
            try:
                ids.append(self._user(text.strip()))
            except UnknownName:
                parts = [part.strip() for part in text.split(";") if part.strip()]
                if len(parts) < 2:
                    raise
                ids.extend(map(self._user, parts))
        return tuple(dict.fromkeys(ids))

    def _user(self, text: str) -> int:
        return self._target.service.my_id() if text == "me" else self._users.id_of(text)
