# generated from spec/tiny.yaml by `make generate` - do not edit

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from pydantic import MISSING, AwareDatetime, BaseModel, ConfigDict, Field, RootModel
from typing_extensions import TypeAliasType


class ErrorText(RootModel[str]):
    root: Annotated[str, Field(description='What went wrong, for people.')]


class Flag(StrEnum):
    nl = 'NL'
    fr = 'FR'


class Position(BaseModel):
    model_config = ConfigDict(
        validate_by_name=True,
    )
    latitude: Annotated[float, Field(description='Degrees north.')]
    longitude: Annotated[float | None | MISSING, Field(description='Degrees east.')] = (
        MISSING
    )


class Berth(BaseModel):
    model_config = ConfigDict(
        validate_by_name=True,
    )
    id: Annotated[
        int,
        Field(
            description='Id of the berth.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ]


class Skipper(BaseModel):
    model_config = ConfigDict(
        validate_by_name=True,
    )
    name: Annotated[str | None | MISSING, Field(description='Name of the skipper.')] = (
        MISSING
    )


class Extra(BaseModel):
    model_config = ConfigDict(
        extra='allow',
        validate_by_name=True,
    )


class BoatCreate(BaseModel):
    model_config = ConfigDict(
        validate_by_name=True,
    )
    name: Annotated[
        str,
        Field(
            description='Constrained text.', max_length=40, min_length=1, pattern='^\\S'
        ),
    ]
    flag: Annotated[Flag, Field(description='Enum in a request.')]
    length: Annotated[
        float | None | MISSING,
        Field(description='Constrained number, nullable.', ge=0.5, le=400.0),
    ] = MISSING
    launched_on: Annotated[date | MISSING, Field(description='Date.')] = MISSING
    seen_at: Annotated[AwareDatetime | None | MISSING, Field(description='Moment.')] = (
        MISSING
    )
    berth_ids: Annotated[
        list[int] | MISSING, Field(description='Constrained array.', min_length=1)
    ] = MISSING
    berth: Berth | MISSING = MISSING
    extra: Extra | None | MISSING = MISSING


class Op(StrEnum):
    add = 'add'
    replace_ = 'replace'
    remove = 'remove'


class PatchOperation(BaseModel):
    model_config = ConfigDict(
        validate_by_name=True,
    )
    op: Annotated[Op, Field(description='What to do.')]
    path: Annotated[str, Field(description='JSON Pointer to the field.', pattern='^/')]
    value: Annotated[Any | MISSING, Field(description='Any JSON value.')] = MISSING


HarbourIdParameter = TypeAliasType(
    "HarbourIdParameter", Annotated[int, Field(ge=1, le=9223372036854775807)]
)


HarboursHarbourIdBoatsGetQuerySeasonParameter = TypeAliasType(
    "HarboursHarbourIdBoatsGetQuerySeasonParameter",
    Annotated[int, Field(ge=1900, le=2100)],
)


class HarboursHarbourIdBoatsGetQuerySortParameter(StrEnum):
    name = 'name'
    length = 'length'


HarboursHarbourIdBoatsGetQueryBerthIdParameterItem = TypeAliasType(
    "HarboursHarbourIdBoatsGetQueryBerthIdParameterItem",
    Annotated[int, Field(ge=1, le=9223372036854775807)],
)


HarboursHarbourIdBoatsGetQueryBerthIdParameter = TypeAliasType("HarboursHarbourIdBoatsGetQueryBerthIdParameter", list[HarboursHarbourIdBoatsGetQueryBerthIdParameterItem])


HarboursHarbourIdBoatsGetQueryOwnerIdParameterItem = TypeAliasType(
    "HarboursHarbourIdBoatsGetQueryOwnerIdParameterItem",
    Annotated[
        int | None, Field(ge=1, le=9223372036854775807)
    ],
)


HarboursHarbourIdBoatsGetQueryOwnerIdParameter = TypeAliasType("HarboursHarbourIdBoatsGetQueryOwnerIdParameter", list[HarboursHarbourIdBoatsGetQueryOwnerIdParameterItem])


class HarboursHarbourIdBoatsGetQueryFlagParameterEnum(StrEnum):
    nl = 'NL'
    fr = 'FR'


HarboursHarbourIdBoatsGetQueryFlagParameter = TypeAliasType("HarboursHarbourIdBoatsGetQueryFlagParameter", list[HarboursHarbourIdBoatsGetQueryFlagParameterEnum])


HarboursHarbourIdBoatsGetQueryAfloatParameter = TypeAliasType("HarboursHarbourIdBoatsGetQueryAfloatParameter", bool)


HarboursHarbourIdBoatsGetQueryLengthMinParameter = TypeAliasType(
    "HarboursHarbourIdBoatsGetQueryLengthMinParameter", Annotated[float, Field(ge=0.0)]
)


HarboursHarbourIdBoatsGetQueryLaunchedParameter = TypeAliasType("HarboursHarbourIdBoatsGetQueryLaunchedParameter", date)


HarboursHarbourIdBoatsGetQuerySeenSinceParameter = TypeAliasType("HarboursHarbourIdBoatsGetQuerySeenSinceParameter", AwareDatetime)


HarboursHarbourIdBoatsGetQuerySearchParameter = TypeAliasType("HarboursHarbourIdBoatsGetQuerySearchParameter", str)


HarboursHarbourIdBoatsBoatIdsPatchPathBoatIdsParameter = TypeAliasType(
    "HarboursHarbourIdBoatsBoatIdsPatchPathBoatIdsParameter",
    Annotated[str, Field(pattern='^[1-9][0-9]*(,[1-9][0-9]*)*$')],
)


HarboursHarbourIdBoatsBoatIdGetPathBoatIdParameter = TypeAliasType(
    "HarboursHarbourIdBoatsBoatIdGetPathBoatIdParameter",
    Annotated[int, Field(ge=1, le=9223372036854775807)],
)


class Boat(BaseModel):
    model_config = ConfigDict(
        validate_by_name=True,
    )
    id: Annotated[int, Field(description='Required.', ge=1, le=9223372036854775807)]
    name: Annotated[str, Field(description='Required text.')]
    owner_id: Annotated[
        int | None,
        Field(
            description='Required and nullable.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ]
    afloat: Annotated[bool, Field(description='Boolean.')]
    length: Annotated[float, Field(description='Number.')]
    seen_at: Annotated[AwareDatetime, Field(description='Moment.')]
    launched_on: Annotated[
        date | None | MISSING, Field(description='Date, nullable, may be absent.')
    ] = MISSING
    sailed_seconds: Annotated[
        int,
        Field(
            description='Duration, required.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ]
    planned_mins: Annotated[
        int | None, Field(description='Duration, required and nullable.')
    ]
    idle_ms: Annotated[int | MISSING, Field(description='Duration, may be absent.')] = (
        MISSING
    )
    flag: Annotated[
        Flag | MISSING, Field(description='Enum in a reply, may be absent.')
    ] = MISSING
    former_names: Annotated[
        list[str] | None | MISSING, Field(description='Array, nullable.')
    ] = MISSING
    berths: Annotated[list[Berth] | MISSING, Field(description='Array of objects.')] = (
        MISSING
    )
    position: Annotated[
        Position | MISSING,
        Field(description='Nested object without a name of its own.'),
    ] = MISSING
    berth: Berth | MISSING = MISSING
    skipper: Skipper | None | MISSING = MISSING
    extra: Extra | None | MISSING = MISSING
    papers: Annotated[
        Any | MISSING,
        Field(
            description='Any JSON value, with a back\\slash, """three quotes""" and, at the end, a "quote"'
        ),
    ] = MISSING


class BoatPage(BaseModel):
    model_config = ConfigDict(
        validate_by_name=True,
    )
    data: Annotated[
        list[Boat] | None, Field(description='The boats; null stands for none.')
    ]
    total: Annotated[int, Field(description='How many there are.')]


class BoatItems(BaseModel):
    model_config = ConfigDict(
        validate_by_name=True,
    )
    items: Annotated[list[Boat], Field(description='The boats.')]


class MyBoats(RootModel[BoatItems | list[Boat]]):
    root: Annotated[
        BoatItems | list[Boat], Field(description='Boats, in one of two forms.')
    ]


class PatchDocument(RootModel[list[PatchOperation]]):
    root: Annotated[
        list[PatchOperation], Field(description='JSON Patch operations.', min_length=1)
    ]
