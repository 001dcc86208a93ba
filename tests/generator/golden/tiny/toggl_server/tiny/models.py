# generated from spec/tiny.yaml by `make generate` - do not edit

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal, TypeAlias

from msgspec import UNSET, Meta, Struct, UnsetType


class HarbourPath(Struct, kw_only=True):
    harbour_id: Annotated[int, Meta(ge=1, le=9223372036854775807)]


BerthIdItem: TypeAlias = Annotated[int, Meta(ge=1, le=9223372036854775807)]


OwnerIdItem: TypeAlias = Annotated[int, Meta(ge=1, le=9223372036854775807)] | None


class ListBoatsQuery(Struct, kw_only=True):
    season: Annotated[int, Meta(ge=1900, le=2100)]
    sort: Literal["name", "length"] = "name"
    berth_id: list[BerthIdItem] | None = None
    owner_id: list[OwnerIdItem] | None = None
    flag: list[Literal["NL", "FR"]] | None = None
    afloat: bool | None = None
    length_min: Annotated[float, Meta(ge=0.0)] | None = None
    launched: date | None = None
    seen_since: Annotated[datetime, Meta(tz=True)] | None = None
    since: Annotated[int, Meta(ge=0, le=9223372036854775807)] | None = None
    sold: Literal["true", "false", "both"] | None = None
    search: str | None = None


BerthId: TypeAlias = Annotated[int, Meta(ge=-9223372036854775808, le=9223372036854775807)]


class BoatIdsPath(Struct, kw_only=True):
    harbour_id: Annotated[int, Meta(ge=1, le=9223372036854775807)]
    boat_ids: Annotated[str, Meta(pattern="^[1-9][0-9]*(,[1-9][0-9]*)*$")]


class BoatPath(Struct, kw_only=True):
    harbour_id: Annotated[int, Meta(ge=1, le=9223372036854775807)]
    boat_id: Annotated[int, Meta(ge=1, le=9223372036854775807)]


ErrorText: TypeAlias = str


class Position(Struct, kw_only=True):
    latitude: float
    longitude: float | None | UnsetType = UNSET


class Berth(Struct, kw_only=True):
    id: Annotated[int, Meta(ge=-9223372036854775808, le=9223372036854775807)]


class Skipper(Struct, kw_only=True):
    key: str | UnsetType = UNSET
    name: str | None | UnsetType = UNSET


class PatchOperation(Struct, kw_only=True):
    op: Literal["add", "replace", "remove"]
    path: Annotated[str, Meta(pattern="^/")]
    value: Any | UnsetType = UNSET


class BoatCreate(Struct, kw_only=True):
    name: Annotated[str, Meta(max_length=40, min_length=1, pattern="^\\S")]
    flag: Literal["NL", "FR"]
    length: Annotated[float, Meta(ge=0.5, le=400.0)] | None | UnsetType = UNSET
    launched_on: date | UnsetType = UNSET
    seen_at: Annotated[datetime, Meta(tz=True)] | None | UnsetType = UNSET
    berth_ids: Annotated[list[BerthId], Meta(min_length=1)] | UnsetType = UNSET
    berth: Berth | UnsetType = UNSET
    extra: dict[str, Any] | None | UnsetType = UNSET


PatchDocument: TypeAlias = Annotated[list[PatchOperation], Meta(min_length=1)]


class Boat(Struct, kw_only=True):
    id: Annotated[int, Meta(ge=1)]
    name: str
    owner_id: int | None
    afloat: bool
    length: float
    seen_at: Annotated[
        str,
        Meta(pattern="^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$"),
    ]
    sailed_seconds: int
    planned_mins: int | None
    launched_on: Annotated[str, Meta(pattern="^\\d{4}-\\d\\d-\\d\\d$")] | None | UnsetType = UNSET
    idle_ms: int | UnsetType = UNSET
    flag: Literal["NL", "FR"] | UnsetType = UNSET
    former_names: list[str] | None | UnsetType = UNSET
    berths: list[Berth] | UnsetType = UNSET
    position: Position | UnsetType = UNSET
    berth: Berth | UnsetType = UNSET
    skipper: Skipper | None | UnsetType = UNSET
    extra: dict[str, Any] | None | UnsetType = UNSET
    papers: Any | UnsetType = UNSET


class BoatPage(Struct, kw_only=True):
    data: list[Boat] | None
    total: int


class BoatItems(Struct, kw_only=True):
    items: list[Boat]


MyBoats: TypeAlias = BoatItems | list[Boat]
