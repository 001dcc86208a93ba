"""Columns come from the specification; values of other types stop no load."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pytest
import yaml

from tests.support.synced import MODELS, Synced
from toggl_sandbox import Sandbox
from toggl_tasks import DecodeFailed, SchemaDriftWarning, Track, track
from toggl_tasks.sync import sources, toggl_track_source
from toggl_tasks.sync.tables import Item, Table, kind_of, to_json

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("annotation", "kind"),
    [
        (int, "bigint"),
        (bool | None | msgspec.UnsetType, "bool"),
        (datetime.datetime | None, "timestamp"),
        (datetime.date, "date"),
        (float | None, "double"),
        (list[int] | None, "json"),
        (dict[str, Any], "json"),
        (track.ProjectPeriod | None, "json"),
        (int | str, "json"),
    ],
)
def test_columns_have_the_types_of_the_fields(annotation: Any, kind: str) -> None:
    assert kind_of(annotation).dlt == kind


SCHEMAS = [
    ("track", name, schema)
    for name, schema in {"tasks": "Task", "projects": "Project", "clients": "WorkspaceClient",
                         "users": "WorkspaceUser", "workspaces": "Workspace"}.items()
] + [
    ("focus", name, schema)
    for name, schema in {"tasks": "Task", "projects": "Project", "statuses": "Status", "tags": "Tag",
                         "clients": "WorkspaceClient"}.items()
]  # fmt: skip
SECRETS = {"api_token", "ical_url"}
SCALARS = {("string", "date-time"): "timestamp", ("string", "date"): "date", ("integer", None): "bigint",
           ("number", None): "double", ("boolean", None): "bool", ("string", None): "text"}  # fmt: skip


@pytest.mark.parametrize(("api", "table", "schema"), SCHEMAS)
def test_each_field_of_the_specification_is_a_column_of_its_type(api: str, table: str, schema: str) -> None:
    spec = yaml.safe_load((ROOT / f"spec/{api}.yaml").read_text())["components"]["schemas"]
    kinds = Table(table, MODELS[api][table]).kinds
    assert MODELS[api].keys() == {name for each, name, _ in SCHEMAS if each == api}
    fields = {name: each for name, each in properties(spec, spec[schema]).items() if name not in SECRETS}
    assert {name: kind.dlt for name, kind in kinds.items()} == {
        name: SCALARS.get((each.get("type"), each.get("format")), SCALARS.get((each.get("type"), None), "json"))
        for name, each in fields.items()
    }


def properties(spec: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """The fields of a schema and of those that it consists of."""
    found: dict[str, Any] = {}
    for part in schema.get("allOf", []):
        found |= properties(spec, part)
    if "$ref" in schema:
        found |= properties(spec, spec[schema["$ref"].rpartition("/")[2]])
    return {**found, **schema.get("properties", {})}


def test_no_secret_is_a_column() -> None:
    assert not SECRETS & Table("workspaces", track.Workspace).kinds.keys()


def test_columns_that_are_always_null_exist(tmp_path: Path) -> None:
    with Sandbox() as sandbox, sandbox.track() as client:
        synced = Synced(tmp_path)
        synced.sync(client, sandbox)
        found = dict(synced.query("SELECT column_name, column_type FROM (DESCRIBE toggl_track.tasks)"))
        assert {name: found[name] for name in ("rate", "integration_provider", "sync_deleted_at")} == {
            "rate": "DOUBLE",
            "integration_provider": "JSON",
            "sync_deleted_at": "TIMESTAMP WITH TIME ZONE",
        }
        assert Table("tasks", track.Task).kinds.keys() <= found.keys()


DRIFTED = {"estimated_seconds": "an hour\0", "active": 1, "due_date": 5, "user_id": 2**70, "at": "soon", "rate": [1]}


def drifting(sandbox: Sandbox, **fields: object) -> Track:
    """A client whose service sends one task with values of wrong types, and a name with NUL."""

    def handle(request: httpx.Request) -> httpx.Response:
        task = {"id": 1, "name": "a\0b", "workspace_id": sandbox.workspace_id, "project_id": 2, "recurring": False}
        task |= {"tracked_seconds": 0, "server_deleted_at": None, "permissions": ["a\0"]} | DRIFTED | fields
        page = {"data": [task], "page": 1, "per_page": 200, "total_count": 1}
        return httpx.Response(200, json=page, headers={"Date": "Sun, 01 Mar 2026 09:00:00 GMT"})

    return Track(token="0" * 32, base_url="https://track.test/api/v9", transport=httpx.MockTransport(handle))


@pytest.mark.parametrize("kind", ["duckdb", "postgres"])
def test_drifted_values_are_loaded_and_counted(tmp_path: Path, kind: str, request: pytest.FixtureRequest) -> None:
    to = request.getfixturevalue("postgres") if kind == "postgres" else None
    with Sandbox() as sandbox, drifting(sandbox) as client:
        synced = Synced(tmp_path, to, "drifted")
        with pytest.warns(SchemaDriftWarning):
            report = synced.sync(client, sandbox, resources=["tasks"])
        assert report.counts["tasks"].drifted == 1
        ((drift, name, active),) = synced.query("SELECT CAST(sync_drift AS VARCHAR), name, active FROM drifted.tasks")
        assert (json.loads(drift), name, active) == (DRIFTED | {"estimated_seconds": "an hour\ufffd"}, "a\ufffdb", None)


def test_an_id_that_is_a_text_is_loaded_as_a_number(tmp_path: Path) -> None:
    with Sandbox() as sandbox, drifting(sandbox, id="12") as client:
        synced = Synced(tmp_path)
        with pytest.warns(SchemaDriftWarning):
            synced.sync(client, sandbox, resources=["tasks"])
        assert synced.query("SELECT id FROM toggl_track.tasks") == [(12,)]


@pytest.mark.parametrize("id_", [None, "x", 2**63, {}])
@pytest.mark.filterwarnings("ignore::toggl_tasks.SchemaDriftWarning")
def test_an_id_that_cannot_be_a_number_raises(tmp_path: Path, id_: object) -> None:
    synced = Synced(tmp_path)
    with (
        Sandbox() as sandbox,
        drifting(sandbox, id=id_) as client,
        pytest.raises(DecodeFailed, match="cannot be loaded"),
    ):
        synced.sync(client, sandbox, resources=["tasks"])


def test_a_new_field_of_the_specification_adds_a_column(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The old model has no `estimated_seconds`: after an update, all rows have its value without `full`."""
    fields = [(one.name, one.type) for one in msgspec.structs.fields(track.Task) if one.name != "estimated_seconds"]
    old = msgspec.defstruct("Task", fields, kw_only=True)
    with Sandbox() as sandbox, sandbox.track() as client:
        synced = Synced(tmp_path)
        with monkeypatch.context() as patch:
            patch.setitem(sources.TRACK_TABLES, "tasks", old)
            synced.sync(client, sandbox, resources=["tasks"])
        before = synced.query("SELECT id, name FROM toggl_track.tasks ORDER BY id")
        # The hash is of all fields that the service sent; a client that does not know the field has not read it.
        synced.query("UPDATE toggl_track.tasks SET sync_hash = 'of the old fields'")
        synced.sync(client, sandbox, resources=["tasks"])
        assert synced.query("SELECT id, name FROM toggl_track.tasks ORDER BY id") == before
        ((filled,),) = synced.query("SELECT COUNT(estimated_seconds) FROM toggl_track.tasks")
        assert filled == sum(
            one.estimated_seconds is not None for one in client.tasks.list(sandbox.workspace_id, active="both")
        )


def test_json_has_no_nul_and_is_otherwise_the_same() -> None:
    assert json.loads(to_json(["a\0\0", "\\u0000", "\\\0"])) == ["a\ufffd\ufffd", "\\u0000", "\\\ufffd"]


def test_rows_are_hashed_by_their_content() -> None:
    table = Table("tasks", track.Workspace)
    one = track.Workspace(id=1, name="A", organization_id=2)
    other = track.Workspace(id=1, name="B", organization_id=2)
    assert table.hash(one, False) not in (table.hash(other, False), table.hash(one, True))
    assert table.build([Item(one, "hash")], 7).to_pylist()[0]["sync_workspace_id"] == 7


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"resources": ["tags"]}, "choose from tasks, projects"),
        ({"deletions": "no"}, "'hard' or 'soft'"),
        ({"full_every": -1}, "not -1"),
    ],
)
def test_invalid_options_raise(options: dict[str, Any], message: str) -> None:
    with Sandbox() as sandbox, sandbox.track() as client, pytest.raises(ValueError, match=message):
        toggl_track_source(1, client=client, **options)
