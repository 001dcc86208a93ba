"""Destinations by a short text, as the command line takes them."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import dlt
from dlt.common.destination import Destination
from dlt.common.exceptions import DltException
from dlt.destinations.impl.duckdb.configuration import DuckDbCredentials
from dlt.destinations.impl.postgres.configuration import PostgresCredentials

DUCKDB_CONFIG = {"memory_limit": "256MB", "threads": 2, "preserve_insertion_order": False}
"""By default, DuckDB takes 80 % of the memory. This much is enough to merge a million tasks with long texts, because it
writes to disk what does not fit. More threads need more memory, so their number must not grow with the machine."""
DUCKDB_SETTING = "destination.duckdb.credentials.global_config"
"""Of dlt's configuration: settings of DuckDB that replace these."""


def parse_destination(text: str, workspace_id: int | None = None) -> Destination[Any, Any]:
    """The dlt destination for `duckdb:FILE`, `postgresql://…`, `filesystem:DIR` or the name of another one.

    With `workspace_id`, merges of this workspace have a staging dataset of their own, so that several workspaces can be
    loaded at the same time. The settings of other destinations come from dlt's configuration.

    Raises:
        ValueError: dlt does not know the destination.
    """
    options: dict[str, Any] = {}
    if workspace_id is not None:
        options["staging_dataset_name_layout"] = f"%s_staging_{workspace_id}"
    kind, _, place = text.partition(":")
    if kind == "duckdb" and place:
        config = DUCKDB_CONFIG | (dlt.config.get(DUCKDB_SETTING, dict) or {})
        credentials = DuckDbCredentials(str(Path(place).absolute()), global_config=config)
        return dlt.destinations.duckdb(credentials, **options)
    if kind in ("postgres", "postgresql") and place:
        if not urlsplit(text).password:  # the error of dlt is a page long
            raise ValueError("the destination has no password: give postgresql://USER:PASSWORD@HOST/DATABASE")
        try:
            PostgresCredentials(text)
        except DltException:
            raise ValueError("the URL is not valid: give postgresql://USER:PASSWORD@HOST:PORT/DATABASE") from None
        return dlt.destinations.postgres(text, **options)
    if kind == "filesystem" and place:
        url = place if "://" in place else Path(place).absolute().as_uri()
        return dlt.destinations.filesystem(bucket_url=url)
    try:
        destination = Destination.from_reference(text)
    except (DltException, ValueError):
        destination = None
    if destination is None:
        raise ValueError(  # without `text`, which may hold a password
            f"unknown destination {kind!r}: give duckdb:FILE, postgresql://USER:PASSWORD@HOST/DATABASE, filesystem:DIR"
            " or the name of a destination of dlt"
        )
    return destination
