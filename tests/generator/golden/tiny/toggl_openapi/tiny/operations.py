# generated from spec/tiny.yaml by `make generate` - do not edit
"""One function for each operation, which checks its arguments and returns the request to send, without I/O."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Annotated, Literal

from msgspec import UNSET, Meta, UnsetType

from .. import request
from ..operation import Operation
from . import models
from .keywords import (
    BoatCreateFields,
    PatchOperationFields,
)

__all__ = [
    "list_boats",
    "create_boat",
    "patch_boats",
    "get_boat",
    "delete_boat",
    "list_my_boats",
    "list_favourites",
]

_LIST_MY_BOATS = list[models.Boat] | models.BoatItems | None

_LIST_FAVOURITES = list[models.Boat] | None


def list_boats(
    harbour_id: int,
    *,
    season: int,
    sort: Literal["length", "name"] | UnsetType = UNSET,
    berth_id: int | models.Berth | Sequence[int | models.Berth] | UnsetType = UNSET,
    owner_id: int | Sequence[int | None] | None | UnsetType = UNSET,
    flag: Literal["FR", "NL"] | Sequence[Literal["FR", "NL"]] | UnsetType = UNSET,
    afloat: bool | UnsetType = UNSET,
    length_min: float | UnsetType = UNSET,
    launched: datetime.date | UnsetType = UNSET,
    seen_since: datetime.datetime | UnsetType = UNSET,
    since: datetime.datetime | datetime.date | int | UnsetType = UNSET,
    sold: bool | Literal["both", "false", "true"] | UnsetType = UNSET,
    search: str | UnsetType = UNSET,
) -> Operation[models.BoatPage]:
    """List boats, page by page.

    A query with a parameter of each kind.

    Args:
        harbour_id: First id in a path.
        season: Required query parameter, the year.
        sort: Enum in a query.
        berth_id: Array in a query.
        owner_id: Array with empty members (`owner_id=`) in a query.
        flag: Array of enum values in a query.
        afloat: Boolean in a query.
        length_min: Number in a query.
        launched: Date in a query.
        seen_since: Moment in a query.
        since: UNIX time in a query.
        sold: Booleans among the choices of a query.
        search: Deprecated text in a query.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    query: list[tuple[str, str]] = []
    request.add(query, "season", season, int, minimum=1900, maximum=2100)
    if sort is not UNSET:
        request.add(query, "sort", sort, str, choices=("name", "length"))
    if berth_id is not UNSET:
        request.add(query, "berth_id", berth_id, int, minimum=1, many=True, model=models.Berth)
    if owner_id is not UNSET:
        request.add(query, "owner_id", owner_id, int, minimum=1, many=True, empty=True)
    if flag is not UNSET:
        request.add(query, "flag", flag, str, choices=("NL", "FR"), many=True)
    if afloat is not UNSET:
        request.add(query, "afloat", afloat, bool)
    if length_min is not UNSET:
        request.add(query, "length_min", length_min, float, minimum=0)
    if launched is not UNSET:
        request.add(query, "launched", launched, datetime.date)
    if seen_since is not UNSET:
        request.add(query, "seen_since", seen_since, datetime.datetime)
    if since is not UNSET:
        request.add(query, "since", since, int, minimum=0, timestamp=True)
    if sold is not UNSET:
        request.add(query, "sold", sold, str, choices=("true", "false", "both"))
    if search is not UNSET:
        request.add(query, "search", search, str)
    return Operation(
        name="list_boats",
        method="GET",
        path="/harbours/" + request.segment("harbour_id", harbour_id, int, minimum=1) + "/boats",
        query=tuple(query),
        idempotent=True,
        success=models.BoatPage,
    )


def create_boat(
    harbour_id: int,
    body: models.BoatCreate | BoatCreateFields,
) -> Operation[models.Boat]:
    """Create a boat.

    A body with a field of each kind, and a response that is not 200.

    Args:
        harbour_id: First id in a path.
        body: The request body, as models or plain dicts.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    return Operation(
        name="create_boat",
        method="POST",
        path="/harbours/" + request.segment("harbour_id", harbour_id, int, minimum=1) + "/boats",
        body=request.body(models.BoatCreate, body),
        success=models.Boat,
    )


def patch_boats(
    harbour_id: int,
    boat_ids: str,
    body: Sequence[models.PatchOperation | PatchOperationFields],
) -> Operation[None]:
    """Apply one JSON Patch to several boats.

    A body that is a list.

    Args:
        harbour_id: First id in a path.
        boat_ids: Comma list in a path.
        body: The request body, as models or plain dicts.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    return Operation(
        name="patch_boats",
        method="PATCH",
        path="/harbours/"
        + request.segment("harbour_id", harbour_id, int, minimum=1)
        + "/boats/"
        + request.segment("boat_ids", boat_ids, str, pattern="^[1-9][0-9]*(,[1-9][0-9]*)*$"),
        idempotent=True,
        body=request.body(Annotated[list[models.PatchOperation], Meta(min_length=1)], body),
        success=None,
    )


def get_boat(
    harbour_id: int,
    boat_id: int | models.Boat,
) -> Operation[models.Boat]:
    """Read one boat.

    Args:
        harbour_id: First id in a path.
        boat_id: Second id in a path.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    return Operation(
        name="get_boat",
        method="GET",
        path="/harbours/"
        + request.segment("harbour_id", harbour_id, int, minimum=1)
        + "/boats/"
        + request.segment("boat_id", boat_id, int, minimum=1, model=models.Boat),
        idempotent=True,
        success=models.Boat,
    )


def delete_boat(
    harbour_id: int,
    boat_id: int | models.Boat,
) -> Operation[None]:
    """Delete one boat.

    A response without a body.

    Args:
        harbour_id: First id in a path.
        boat_id: Second id in a path.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    return Operation(
        name="delete_boat",
        method="DELETE",
        path="/harbours/"
        + request.segment("harbour_id", harbour_id, int, minimum=1)
        + "/boats/"
        + request.segment("boat_id", boat_id, int, minimum=1, model=models.Boat),
        idempotent=True,
        success=None,
    )


def list_my_boats() -> Operation[list[models.Boat] | models.BoatItems | None]:
    """List the user's boats, bare or in an envelope.

    A response that is one of several, and an operation of another tag without arguments.

    Args:

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    return Operation(
        name="list_my_boats",
        method="GET",
        path="/me/boats",
        idempotent=True,
        success=_LIST_MY_BOATS,
    )


def list_favourites() -> Operation[list[models.Boat] | None]:
    """List the user's favourite boats.

    A response that is an array or null.

    Args:

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    return Operation(
        name="list_favourites",
        method="GET",
        path="/me/favourites",
        idempotent=True,
        success=_LIST_FAVOURITES,
    )
