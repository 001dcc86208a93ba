"""Arrow tables with one column for each field of a model, typed by the specification."""

from __future__ import annotations

import datetime
import hashlib
import re
import types
import typing
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Annotated, Any

import attrs
import msgspec
import pyarrow as pa
import pyarrow.compute as pc
from msgspec import UNSET

WORKSPACE, DELETED, HASH, DRIFT = "sync_workspace_id", "sync_deleted_at", "sync_hash", "sync_drift"
KEY = (WORKSPACE, "id")
TIME = pa.timestamp("us", tz="UTC")
JSON = "json"
ESCAPED_NUL = re.compile(r"(?<!\\)((?:\\\\)*)\\u0000")


@attrs.frozen
class Kind:
    """The type of a column: by dlt, by Arrow, and the types of Python that fit into it."""

    dlt: str
    arrow: pa.DataType
    python: frozenset[type]


NOTHING = type(None)
KINDS = {
    bool: Kind("bool", pa.bool_(), frozenset({bool, NOTHING})),
    int: Kind("bigint", pa.int64(), frozenset({int, NOTHING})),
    float: Kind("double", pa.float64(), frozenset({float, int, NOTHING})),
    str: Kind("text", pa.string(), frozenset({str, NOTHING})),
    datetime.datetime: Kind("timestamp", TIME, frozenset({datetime.datetime, NOTHING})),
    datetime.date: Kind("date", pa.date32(), frozenset({datetime.date, NOTHING})),
}
ANY_JSON = Kind(JSON, pa.string(), frozenset())
EXTRA = {
    WORKSPACE: KINDS[int],
    DELETED: KINDS[datetime.datetime],
    HASH: KINDS[str],
    DRIFT: ANY_JSON,
}
"""Columns that every table has in addition to the fields of its model."""


def kind_of(annotation: Any) -> Kind:
    """The column type for the type of a field; JSON for lists, objects and whatever has no column type."""
    if typing.get_origin(annotation) is Annotated:
        return kind_of(typing.get_args(annotation)[0])
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        members = [one for one in typing.get_args(annotation) if one not in (NOTHING, msgspec.UnsetType)]
        return kind_of(members[0]) if len(members) == 1 else ANY_JSON
    if typing.get_origin(annotation) is typing.Literal:
        return KINDS[str]
    return KINDS.get(annotation, ANY_JSON) if isinstance(annotation, type) else ANY_JSON


def to_json(value: object) -> str:
    """JSON with U+FFFD in place of NUL, which Postgres refuses."""
    return ESCAPED_NUL.sub(r"\1\\ufffd", msgspec.json.encode(value).decode())


@attrs.frozen
class Item:
    """An object that the service listed, with its hash and the time of its deletion."""

    value: Any
    hash: str
    deleted_at: datetime.datetime | None = None


@attrs.define(slots=False)
class Table:
    """A table: the columns of a model, without its secrets."""

    name: str
    model: type[msgspec.Struct]
    drifted: int = 0
    """Number of rows with a value that has another type than the specification says."""

    @cached_property
    def kinds(self) -> dict[str, Kind]:
        """The columns of the model."""
        secrets = getattr(self.model, "_secret_fields", ())
        fields = msgspec.structs.fields(self.model)
        return {field.name: kind_of(field.type) for field in fields if field.name not in secrets}

    def hints(self, *, hard_delete: bool) -> dict[str, Any]:
        """The columns for dlt. Only the key may not be null: a drifted value must not stop a load."""
        hints: dict[str, Any] = {
            name: {"name": name, "data_type": kind.dlt, "nullable": name not in KEY}
            for name, kind in (self.kinds | EXTRA).items()
        }
        if hard_delete:
            hints[DELETED]["hard_delete"] = True
        return hints

    def hash(self, value: Any, deleted: bool) -> str:
        """A hash of all fields, which tells whether a row must be loaded again."""
        encoded = msgspec.json.encode(value) + (b"deleted" if deleted else b"")
        return hashlib.blake2b(encoded, digest_size=12).hexdigest()

    def build(self, items: Sequence[Item], workspace_id: int) -> pa.Table:
        """The rows of items. Values of another type than the column's go into the column `sync_drift`."""
        drifts: dict[int, dict[str, Any]] = {}
        values = [item.value for item in items]
        columns = {
            name: self._column(name, kind, [getattr(value, name) for value in values], drifts)
            for name, kind in self.kinds.items()
        }
        self.drifted += len(drifts)
        drift = [to_json(drifts[row]) if row in drifts else None for row in range(len(items))]
        return self._with_extra(
            columns, workspace_id, [item.deleted_at for item in items], [item.hash for item in items], drift
        )

    def deleted(self, rows: Sequence[Mapping[str, Any]], workspace_id: int, at: datetime.datetime) -> pa.Table:
        """The rows of a destination again, as deleted at a time."""
        columns = {name: pa.array([row[name] for row in rows], kind.arrow) for name, kind in self.kinds.items()}
        hashes = [f"{row[HASH]}-deleted" for row in rows]
        return self._with_extra(columns, workspace_id, [at] * len(rows), hashes, [row[DRIFT] for row in rows])

    def _with_extra(
        self, columns: dict[str, Any], workspace_id: int, deleted: list[Any], hashes: list[Any], drift: list[Any]
    ) -> pa.Table:
        extra = {
            WORKSPACE: pa.array([workspace_id] * len(hashes), pa.int64()),
            DELETED: pa.array(deleted, TIME),
            HASH: pa.array(hashes, pa.string()),
            DRIFT: pa.array(drift, pa.string()),
        }
        columns = columns | extra
        fields = [pa.field(name, array.type, nullable=name not in KEY) for name, array in columns.items()]
        return pa.table(list(columns.values()), schema=pa.schema(fields))

    def _column(self, name: str, kind: Kind, values: list[Any], drifts: dict[int, dict[str, Any]]) -> pa.Array:
        values = [None if value is UNSET else value for value in values]
        if kind is ANY_JSON:
            texts = [None if value is None else to_json(value) for value in values]
            return pa.array(texts, kind.arrow)
        if set(map(type, values)) <= kind.python:
            try:
                return _without_nul(pa.array(values, kind.arrow))
            except (pa.ArrowException, OverflowError, ValueError):
                pass  # an integer of more than 64 bits
        for row, value in enumerate(values):
            try:
                fits = type(value) in kind.python and pa.scalar(value, kind.arrow) is not None
            except (pa.ArrowException, OverflowError, ValueError):
                fits = False
            if not fits:
                drifts.setdefault(row, {})[name] = value
                values[row] = None
        return _without_nul(pa.array(values, kind.arrow))


def _without_nul(array: pa.Array) -> pa.Array:
    """Texts with U+FFFD in place of NUL, which Postgres refuses."""
    return pc.replace_substring(array, "\x00", "\ufffd") if array.type == pa.string() else array
