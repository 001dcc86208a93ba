"""Lists of both APIs become data frames of pandas and polars."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

import pandas
import polars
import pytest

from tests.support.clients import Clients, maybe_await
from tests.support.service import SteadyService, reply
from tests.support.tasks import track_page, track_task
from toggl_sandbox import Sandbox

LATE = [track_task(id_) for id_ in range(1, 151)] + [track_task(151, user_id=9, external_reference="a-1")]
"""More tasks than polars looks at by default, before one that has another field, and a value where they have null."""


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as sandbox:
        yield sandbox


def rows_of(sandbox: Sandbox, api: str) -> list[dict[str, Any]]:
    with sandbox.track() as track, sandbox.focus() as focus:
        if api == "track":
            return track.tasks.list(sandbox.workspace_id, active="both").to_dicts()
        return focus.tasks.list(sandbox.organization_id, sandbox.workspace_id).to_dicts()


@pytest.mark.parametrize("api", ["track", "focus"])
def test_a_list_becomes_a_data_frame(sandbox: Sandbox, api: str) -> None:
    rows = rows_of(sandbox, api)
    pandas_frame, polars_frame = pandas.DataFrame(rows), polars.DataFrame(rows)
    assert list(pandas_frame["id"]) == list(polars_frame["id"]) == [row["id"] for row in rows]
    assert {*pandas_frame.columns} == {*polars_frame.columns} == {name for row in rows for name in row}


def test_times_are_times_of_the_data_frame(sandbox: Sandbox) -> None:
    rows = rows_of(sandbox, "track")
    assert pandas.DataFrame(rows)["at"].max() == max(row["at"] for row in rows)
    assert polars.DataFrame(rows)["at"].max() == max(row["at"] for row in rows)
    assert isinstance(pandas.DataFrame(rows)["at"].max(), datetime.datetime)


async def test_fields_that_appear_late_are_columns(clients: Clients) -> None:
    pages = clients.track(SteadyService(reply(track_page(*LATE)))).tasks.list(1)
    rows = await maybe_await(pages.to_dicts())
    pandas_frame, polars_frame = pandas.DataFrame(rows), polars.DataFrame(rows, infer_schema_length=None)
    for name, value in (("external_reference", "a-1"), ("user_id", 9)):
        assert pandas_frame[name].iloc[-1] == polars_frame[name][-1] == value
        assert pandas_frame[name].isna().sum() == polars_frame[name].null_count() == 150
