# generated from spec/tiny.yaml by `make generate` - do not edit
"""One method for each operation of the specification, for asyncio: `client.raw`."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Literal

from msgspec import UNSET, UnsetType
from toggl_openapi.tiny import models, operations
from toggl_openapi.tiny.keywords import (
    BoatCreateFields,
    PatchOperationFields,
)

from toggl_tasks._request_flow import Answer
from toggl_tasks._resource import AsyncResource


class AsyncRawTiny(AsyncResource):
    """One method for each operation, which returns the decoded value with the response."""

    async def list_boats(
        self,
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
    ) -> Answer[models.BoatPage]:
        """List boats, page by page.

        `GET /harbours/{harbour_id}/boats`

        The arguments are those of `toggl_openapi.tiny.operations.list_boats`.
        """
        return await self._driver.run(
            self._config.execute(
                operations.list_boats(
                    harbour_id,
                    season=season,
                    sort=sort,
                    berth_id=berth_id,
                    owner_id=owner_id,
                    flag=flag,
                    afloat=afloat,
                    length_min=length_min,
                    launched=launched,
                    seen_since=seen_since,
                    since=since,
                    sold=sold,
                    search=search,
                ),
                {},
            )
        )

    async def create_boat(
        self,
        harbour_id: int,
        body: models.BoatCreate | BoatCreateFields,
    ) -> Answer[models.Boat]:
        """Create a boat.

        `POST /harbours/{harbour_id}/boats`

        The arguments are those of `toggl_openapi.tiny.operations.create_boat`.
        """
        return await self._driver.run(
            self._config.execute(
                operations.create_boat(
                    harbour_id,
                    body,
                ),
                {},
            )
        )

    async def patch_boats(
        self,
        harbour_id: int,
        boat_ids: str,
        body: Sequence[models.PatchOperation | PatchOperationFields],
    ) -> Answer[None]:
        """Apply one JSON Patch to several boats.

        `PATCH /harbours/{harbour_id}/boats/{boat_ids}`

        The arguments are those of `toggl_openapi.tiny.operations.patch_boats`.
        """
        return await self._driver.run(
            self._config.execute(
                operations.patch_boats(
                    harbour_id,
                    boat_ids,
                    body,
                ),
                {},
            )
        )

    async def get_boat(
        self,
        harbour_id: int,
        boat_id: int | models.Boat,
    ) -> Answer[models.Boat]:
        """Read one boat.

        `GET /harbours/{harbour_id}/boats/{boat_id}`

        The arguments are those of `toggl_openapi.tiny.operations.get_boat`.
        """
        return await self._driver.run(
            self._config.execute(
                operations.get_boat(
                    harbour_id,
                    boat_id,
                ),
                {},
            )
        )

    async def delete_boat(
        self,
        harbour_id: int,
        boat_id: int | models.Boat,
    ) -> Answer[None]:
        """Delete one boat.

        `DELETE /harbours/{harbour_id}/boats/{boat_id}`

        The arguments are those of `toggl_openapi.tiny.operations.delete_boat`.
        """
        return await self._driver.run(
            self._config.execute(
                operations.delete_boat(
                    harbour_id,
                    boat_id,
                ),
                {},
            )
        )

    async def list_my_boats(
        self,
    ) -> Answer[list[models.Boat] | models.BoatItems | None]:
        """List the user's boats, bare or in an envelope.

        `GET /me/boats`

        The arguments are those of `toggl_openapi.tiny.operations.list_my_boats`.
        """
        return await self._driver.run(
            self._config.execute(
                operations.list_my_boats(),
                {},
            )
        )

    async def list_favourites(
        self,
    ) -> Answer[list[models.Boat] | None]:
        """List the user's favourite boats.

        `GET /me/favourites`

        The arguments are those of `toggl_openapi.tiny.operations.list_favourites`.
        """
        return await self._driver.run(
            self._config.execute(
                operations.list_favourites(),
                {},
            )
        )
