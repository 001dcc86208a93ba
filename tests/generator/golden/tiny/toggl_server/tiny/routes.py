# generated from spec/tiny.yaml by `make generate` - do not edit
"""The routes of one API, and what a service has to answer them."""

from __future__ import annotations

from typing import Final, Protocol, TypeVar

from ..routing import Parameter, Route
from . import models

UserT = TypeVar("UserT", contravariant=True)


class BoatsService(Protocol[UserT]):
    """The operations tagged `boats`."""

    def list_boats(
        self,
        user: UserT,
        path: models.HarbourPath,
        query: models.ListBoatsQuery,
        /,
    ) -> models.BoatPage: ...

    def create_boat(
        self,
        user: UserT,
        path: models.HarbourPath,
        body: models.BoatCreate,
        /,
    ) -> models.Boat: ...

    def patch_boats(
        self,
        user: UserT,
        path: models.BoatIdsPath,
        body: models.PatchDocument,
        /,
    ) -> None: ...

    def get_boat(
        self,
        user: UserT,
        path: models.BoatPath,
        /,
    ) -> models.Boat: ...

    def delete_boat(
        self,
        user: UserT,
        path: models.BoatPath,
        /,
    ) -> None: ...


class MeService(Protocol[UserT]):
    """The operations tagged `me`."""

    def list_my_boats(
        self,
        user: UserT,
        /,
    ) -> list[models.Boat] | None | models.BoatItems: ...

    def list_favourites(
        self,
        user: UserT,
        /,
    ) -> list[models.Boat] | None: ...


ROUTES: Final = (
    Route(
        "tiny.listBoats",
        "boats",
        "list_boats",
        "GET",
        "/harbours/{harbour_id}/boats",
        200,
        path=models.HarbourPath,
        query=models.ListBoatsQuery,
        parameters={
            "harbour_id": Parameter("integer"),
            "season": Parameter("integer"),
            "sort": Parameter("string"),
            "berth_id": Parameter("integer", repeats=True),
            "owner_id": Parameter("integer", repeats=True, nullable=True),
            "flag": Parameter("string", repeats=True),
            "afloat": Parameter("boolean"),
            "length_min": Parameter("number"),
            "launched": Parameter("string"),
            "seen_since": Parameter("date-time"),
            "since": Parameter("integer"),
            "sold": Parameter("string"),
            "search": Parameter("string"),
        },
    ),
    Route(
        "tiny.createBoat",
        "boats",
        "create_boat",
        "POST",
        "/harbours/{harbour_id}/boats",
        201,
        path=models.HarbourPath,
        body=models.BoatCreate,
        parameters={
            "harbour_id": Parameter("integer"),
        },
    ),
    Route(
        "tiny.patchBoats",
        "boats",
        "patch_boats",
        "PATCH",
        "/harbours/{harbour_id}/boats/{boat_ids}",
        204,
        path=models.BoatIdsPath,
        body=models.PatchDocument,
        parameters={
            "harbour_id": Parameter("integer"),
            "boat_ids": Parameter("string"),
        },
        replies=False,
    ),
    Route(
        "tiny.getBoat",
        "boats",
        "get_boat",
        "GET",
        "/harbours/{harbour_id}/boats/{boat_id}",
        200,
        path=models.BoatPath,
        parameters={
            "harbour_id": Parameter("integer"),
            "boat_id": Parameter("integer"),
        },
    ),
    Route(
        "tiny.deleteBoat",
        "boats",
        "delete_boat",
        "DELETE",
        "/harbours/{harbour_id}/boats/{boat_id}",
        204,
        path=models.BoatPath,
        parameters={
            "harbour_id": Parameter("integer"),
            "boat_id": Parameter("integer"),
        },
        replies=False,
    ),
    Route(
        "tiny.listMyBoats",
        "me",
        "list_my_boats",
        "GET",
        "/me/boats",
        200,
    ),
    Route(
        "tiny.listFavourites",
        "me",
        "list_favourites",
        "GET",
        "/me/favourites",
        200,
    ),
)
