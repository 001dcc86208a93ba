# generated from spec/tiny.yaml by `make generate` - do not edit
"""The methods of each resource of the client."""

from __future__ import annotations

import builtins
import datetime
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from msgspec import UNSET, UnsetType
from toggl_openapi import request
from toggl_openapi.tiny import models, operations
from toggl_openapi.tiny.keywords import (
    BerthFields,
)

from toggl_tasks._pages import Pages, SinglePage
from toggl_tasks._resource import SyncResource, resource
from toggl_tasks._retries import Retries

__all__ = [
    "Boats",
    "Me",
    "Resources",
]


class Boats(SyncResource):
    """Boats of a harbour."""

    def list(
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
        prefetch: int = 0,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> Pages[models.Boat]:
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
            prefetch: Number of pages to fetch ahead while the caller works on one.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        return Pages(
            self._query(
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
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
                SinglePage(items="data"),
                prefetch,
            ),
            self._driver.run,
        )

    def create(
        self,
        harbour_id: int,
        *,
        name: str,
        flag: Literal["FR", "NL"],
        length: float | None | UnsetType = UNSET,
        launched_on: datetime.date | UnsetType = UNSET,
        seen_at: datetime.datetime | None | UnsetType = UNSET,
        berth_ids: Sequence[int] | UnsetType = UNSET,
        berth: models.Berth | BerthFields | UnsetType = UNSET,
        extra: Mapping[str, Any] | None | UnsetType = UNSET,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> models.Boat:
        """Create a boat.

        A body with a field of each kind, and a response that is not 200.

        Args:
            harbour_id: First id in a path.
            name: Constrained text.
            flag: Enum in a request.
            length: Constrained number, nullable.
            launched_on: Date.
            seen_at: Moment.
            berth_ids: Constrained array.
            berth: Nested object with a name.
            extra: Free-form object.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        return self._driver.run(
            self._value(
                operations.create_boat(
                    harbour_id,
                    body=request.fields(
                        name=name,
                        flag=flag,
                        length=length,
                        launched_on=launched_on,
                        seen_at=seen_at,
                        berth_ids=berth_ids,
                        berth=berth,
                        extra=extra,
                    ),
                ),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
            )
        )

    def get(
        self,
        harbour_id: int,
        boat_id: int | models.Boat,
        *,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> models.Boat:
        """Read one boat.

        Args:
            harbour_id: First id in a path.
            boat_id: Second id in a path.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        return self._driver.run(
            self._value(
                operations.get_boat(
                    harbour_id,
                    boat_id,
                ),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
            )
        )

    def delete(
        self,
        harbour_id: int,
        boat_id: int | models.Boat,
        *,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> None:
        """Delete one boat.

        A response without a body.

        Args:
            harbour_id: First id in a path.
            boat_id: Second id in a path.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        return self._driver.run(
            self._value(
                operations.delete_boat(
                    harbour_id,
                    boat_id,
                ),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
            )
        )


class Me(SyncResource):
    """What belongs to the user who asks."""

    def list(
        self,
        *,
        prefetch: int = 0,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> Pages[models.Boat]:
        """List the user's boats, bare or in an envelope.

        A response that is one of several, and an operation of another tag without arguments.

        Args:
            prefetch: Number of pages to fetch ahead while the caller works on one.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        return Pages(
            self._query(
                operations.list_my_boats(),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
                SinglePage(items="items"),
                prefetch,
            ),
            self._driver.run,
        )

    def list_favourites(
        self,
        *,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> builtins.list[models.Boat]:
        """List the user's favourite boats.

        A response that is an array or null.

        Args:
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        return self._driver.run(
            self._items(
                operations.list_favourites(),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
            )
        )

    def find(
        self,
        *,
        name: str,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> models.Boat:
        """Return the item with this name: an exact match, otherwise a match regardless of case.

        Searches the items that `list` returns without other filters.

        Args:
            name: The whole name.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            NameNotFound: No item has this name, or several have it.
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        found: models.Boat = self._driver.run(
            self._find(
                operations.list_my_boats(),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
                SinglePage(items="items"),
                name,
            )
        )
        return found


class Resources:
    """The resources of the client."""

    boats = resource(Boats)
    me = resource(Me)
