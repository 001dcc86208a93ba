# generated from spec/tiny.yaml by `make generate` - do not edit
"""The models of requests and responses, as structs of msgspec, which encodes and decodes them directly.

A field that was absent is `msgspec.UNSET`; null is None. In classes that the service sends, enums are plain values.
"""

from __future__ import annotations

import datetime
from typing import Annotated, Any, Literal

from msgspec import UNSET, Meta, UnsetType

from ..representation import Model, to_timedelta

__all__ = [
    "Boat",
    "Berth",
    "Skipper",
    "BoatPage",
    "BoatItems",
    "BoatCreate",
    "PatchOperation",
    "BoatPosition",
]


class Boat(Model, kw_only=True):
    """What the service sends, with a field of each kind."""

    id: int
    """Required."""

    name: str
    """Required text."""

    owner_id: int | None
    """Required and nullable."""

    afloat: bool
    """Boolean."""

    length: float
    """Number."""

    seen_at: Annotated[datetime.datetime, Meta(tz=True)]
    """Moment."""

    sailed_seconds: int
    """Duration, required."""

    planned_mins: int | None
    """Duration, required and nullable."""

    launched_on: datetime.date | None | UnsetType = UNSET
    """Date, nullable, may be absent."""

    idle_ms: int | UnsetType = UNSET
    """Duration, may be absent."""

    flag: str | UnsetType = UNSET
    """Enum in a response, may be absent."""

    former_names: list[str] | None | UnsetType = UNSET
    """Array, nullable."""

    berths: list[Berth] | UnsetType = UNSET
    """Array of objects."""

    position: BoatPosition | UnsetType = UNSET
    """Nested object without a name of its own."""

    berth: Berth | UnsetType = UNSET
    """Nested object with a name."""

    skipper: Skipper | None | UnsetType = UNSET
    """Nullable nested object."""

    extra: dict[str, Any] | None | UnsetType = UNSET
    """Free-form object."""

    papers: Any | UnsetType = UNSET
    """Any JSON value, with a back\\slash, '''three quotes''' and, at the end, a "quote\""""

    @property
    def sailed(self) -> datetime.timedelta:
        """`sailed_seconds` (seconds) as a timedelta."""
        duration: datetime.timedelta = to_timedelta(self.sailed_seconds, "seconds")
        return duration

    @property
    def planned(self) -> datetime.timedelta | None:
        """`planned_mins` (minutes) as a timedelta; None when it is null or absent."""
        duration: datetime.timedelta | None = to_timedelta(self.planned_mins, "minutes")
        return duration

    @property
    def idle(self) -> datetime.timedelta | None:
        """`idle_ms` (milliseconds) as a timedelta; None when it is null or absent."""
        duration: datetime.timedelta | None = to_timedelta(self.idle_ms, "milliseconds")
        return duration


class Berth(Model, kw_only=True, forbid_unknown_fields=True):
    """Nested object with a name."""

    id: int
    """Id of the berth."""


class Skipper(Model, kw_only=True):
    """Nullable nested object."""

    key: str | UnsetType = UNSET
    """Secret text."""

    name: str | None | UnsetType = UNSET
    """Name of the skipper."""

    _secret_fields = ("key",)


class BoatPage(Model, kw_only=True):
    """One page of boats."""

    data: list[Boat] | None
    """The boats; null if there are none."""

    total: int
    """How many there are."""


class BoatItems(Model, kw_only=True):
    """Boats in an envelope."""

    items: list[Boat]
    """The boats."""


class BoatCreate(Model, kw_only=True, forbid_unknown_fields=True):
    """What a client sends, with a field of each kind."""

    name: Annotated[str, Meta(min_length=1, max_length=40, pattern="^\\S")]
    """Constrained text."""

    flag: Literal["FR", "NL"]
    """Enum in a request."""

    length: Annotated[float, Meta(ge=0.5, le=400)] | None | UnsetType = UNSET
    """Constrained number, nullable."""

    launched_on: datetime.date | UnsetType = UNSET
    """Date."""

    seen_at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """Moment."""

    berth_ids: Annotated[list[int], Meta(min_length=1)] | UnsetType = UNSET
    """Constrained array."""

    berth: Berth | UnsetType = UNSET
    """Nested object with a name."""

    extra: dict[str, Any] | None | UnsetType = UNSET
    """Free-form object."""


class PatchOperation(Model, kw_only=True, forbid_unknown_fields=True):
    """One JSON Patch operation."""

    op: Literal["add", "remove", "replace"]
    """What to do."""

    path: Annotated[str, Meta(pattern="^/")]
    """JSON Pointer to the field."""

    value: Any | UnsetType = UNSET
    """Any JSON value."""


class BoatPosition(Model, kw_only=True):
    """Nested object without a name of its own."""

    latitude: float
    """Degrees north."""

    longitude: float | None | UnsetType = UNSET
    """Degrees east."""
