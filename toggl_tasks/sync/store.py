"""The rows that the destination of the running pipeline has already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import attrs
import dlt
from dlt.common.configuration.exceptions import ContextDefaultCannotBeCreated
from dlt.common.destination.exceptions import SqlClientNotAvailable
from dlt.destinations.exceptions import DatabaseUndefinedRelation
from pyroaring import BitMap64

from .tables import DELETED, DRIFT, EXTRA, HASH, JSON, WORKSPACE, Table

CHUNK = 1000
"""Number of ids in one query."""


@attrs.define
class Store:
    """One table of the destination, in one workspace. Where it cannot be queried, nothing is known."""

    table: Table
    workspace_id: int
    _client: Any = attrs.field(default=None, init=False)

    @contextmanager
    def connected(self) -> Iterator[None]:
        """Connect to the destination of the running pipeline, if there is one and it can be queried."""
        try:
            client = dlt.current.pipeline().sql_client()
        except (ContextDefaultCannotBeCreated, SqlClientNotAvailable):
            yield
            return
        with client:
            self._client = client
            try:
                yield
            finally:
                self._client = None

    @property
    def readable(self) -> bool:
        """Whether the destination can be queried. Files cannot be."""
        return self._client is not None

    def is_empty(self) -> bool:
        return not self._select(["id"], " LIMIT 1", live=False)

    def hashes(self, ids: Iterable[int]) -> dict[int, str]:
        """Ids and hashes of those rows that exist and are not deleted."""
        found: dict[int, str] = {}
        for chunk in _chunks(list(ids)):
            found |= dict(self._select(["id", HASH], _among(chunk)))
        return found

    def missing(self, ids: BitMap64) -> Iterator[list[dict[str, Any]]]:
        """Those rows that exist, are not deleted and are not among some ids, a chunk at a time. JSON is text.

        They have all columns of the model.
        """
        names = [*self.table.kinds, HASH, DRIFT]
        last = None
        while chunk := [id_ for (id_,) in self._select(["id"], _after(last))]:
            last = chunk[-1]
            if missing := [id_ for id_ in chunk if id_ not in ids]:
                yield [dict(zip(names, row, strict=True)) for row in self._select(names, _among(missing))]

    def _select(self, names: list[str], rest: str = "", *, live: bool = True) -> list[Any]:
        if self._client is None:
            return []
        columns = ", ".join(map(self._column, names))
        table = self._client.make_qualified_table_name(self.table.name)
        where = f"{WORKSPACE} = {int(self.workspace_id)}{f' AND {DELETED} IS NULL' if live else ''}{rest}"
        try:
            return list(self._client.execute_sql(f"SELECT {columns} FROM {table} WHERE {where}") or [])  # noqa: S608
        except DatabaseUndefinedRelation:  # nothing was loaded yet
            return []

    def _column(self, name: str) -> str:
        quoted = str(self._client.escape_column_name(name))
        return f"CAST({quoted} AS VARCHAR)" if (self.table.kinds | EXTRA)[name].dlt == JSON else quoted


def _among(ids: list[int]) -> str:
    return f" AND id IN ({', '.join(str(int(id_)) for id_ in ids)})"


def _after(id_: int | None) -> str:
    return f"{'' if id_ is None else f' AND id > {int(id_)}'} ORDER BY id LIMIT {CHUNK}"


def _chunks(ids: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(ids), CHUNK):
        yield ids[start : start + CHUNK]
