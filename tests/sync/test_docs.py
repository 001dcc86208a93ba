"""The queries of docs/guides/sync-charts.md run as written, and its charts are made from their results."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.sync_charts import CHARTS, DAYS, DOCS, QUERIES, charts, sync_ten_days
from tests.support.synced import Synced


@pytest.mark.parametrize("kind", ["duckdb", "postgres"])
def test_the_queries_run_and_the_charts_are_current(tmp_path: Path, kind: str, request: pytest.FixtureRequest) -> None:
    to = request.getfixturevalue("postgres") if kind == "postgres" else None
    synced = Synced(tmp_path, to)
    sync_ten_days(synced.to, synced.pipelines)
    drawn = charts(synced.query)
    assert {name: (DOCS / f"{name}.svg").read_text() for name in CHARTS} == drawn
    page = (DOCS / "sync-charts.md").read_text()
    assert all(f"]({name}.svg)" in page for name in CHARTS)
    burn_down, *others = QUERIES[2], *QUERIES[4:]
    assert len(synced.query(burn_down)) == DAYS
    for query in others:
        synced.query(query)
