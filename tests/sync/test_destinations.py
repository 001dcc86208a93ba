"""Settings of destinations."""

from __future__ import annotations

from pathlib import Path

import dlt
import pytest

from toggl_tasks.sync import parse_destination

SETTINGS = "SELECT current_setting('memory_limit'), CAST(current_setting('threads') AS INTEGER)"


@pytest.mark.parametrize(
    ("configured", "expected"), [(None, ("244.1 MiB", 2)), ('{"memory_limit": "1GiB"}', ("1.0 GiB", 2))]
)
def test_the_memory_of_duckdb_is_limited_unless_configured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, configured: str | None, expected: tuple[str, int]
) -> None:
    if configured is not None:
        monkeypatch.setenv("DESTINATION__DUCKDB__CREDENTIALS__GLOBAL_CONFIG", configured)
    destination = parse_destination(f"duckdb:{tmp_path}/limited.duckdb")
    pipeline = dlt.pipeline("limited", destination=destination, dataset_name="any", pipelines_dir=str(tmp_path))
    with pipeline.sql_client() as client:
        assert client.execute_sql(SETTINGS) == [expected]
