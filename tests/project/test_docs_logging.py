"""The examples of docs/guides/logging.md work as written, with the OpenTelemetry SDK."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from opentelemetry import trace
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode

from tests.support.examples import examples
from toggl_sandbox import Sandbox
from toggl_sandbox.faults.fault import Fault
from toggl_tasks import ConnectionFailed, NotFound, RequestView, ResponseView

TEXT = (Path(__file__).parent.parent.parent / "docs/guides/logging.md").read_text()
*_, PYTHON = examples("docs/guides/logging.md")


@pytest.fixture
def example(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[dict[str, Any], InMemorySpanExporter]]:
    """The example's names, and where its spans go."""
    exporter, provider = InMemorySpanExporter(), TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    monkeypatch.setattr(trace, "get_tracer", provider.get_tracer)
    monkeypatch.setenv("TOGGL_API_TOKEN", "a-token")
    namespace: dict[str, Any] = {}
    exec(compile(PYTHON, "docs/guides/logging.md", "exec", dont_inherit=True), namespace)
    yield namespace, exporter
    provider.shutdown()


def test_each_request_is_a_span(toggl_sandbox: Sandbox, example: tuple[dict[str, Any], InMemorySpanExporter]) -> None:
    namespace, exporter = example
    track = toggl_sandbox.track().with_options(on_request=namespace["begin"], on_response=namespace["end"])
    place = toggl_sandbox.workspace_id, toggl_sandbox.project_id
    toggl_sandbox.faults.add(Fault(status=503, count=1))
    assert track.tasks.list_project(*place)
    with pytest.raises(NotFound):
        track.tasks.get(*place, 404)
    with toggl_sandbox.faults.active(Fault(drop="closed")), pytest.raises(ConnectionFailed):
        track.tasks.create(*place, name="x")
    assert namespace["spans"] == {}
    spans = exporter.get_finished_spans()
    tasks = f"/workspaces/{place[0]}/projects/{place[1]}/tasks"
    host = "toggl.sandbox.test"
    assert [(span.name, dict(span.attributes or {}), span.status.status_code) for span in spans] == [
        (
            "GET list_project_tasks",
            {
                "http.request.method": "GET",
                "server.address": host,
                "toggl.path": tasks,
                "http.response.status_code": 503,
                "error.type": "503",
            },
            StatusCode.ERROR,
        ),
        (
            "GET list_project_tasks",
            {
                "http.request.method": "GET",
                "server.address": host,
                "toggl.path": tasks,
                "http.request.resend_count": 1,
                "http.response.status_code": 200,
            },
            StatusCode.UNSET,
        ),
        (
            "GET get_task",
            {
                "http.request.method": "GET",
                "server.address": host,
                "toggl.path": f"{tasks}/404",
                "http.response.status_code": 404,
                "error.type": "404",
            },
            StatusCode.ERROR,
        ),
        (
            "POST create_task",
            {
                "http.request.method": "POST",
                "server.address": host,
                "toggl.path": tasks,
                "error.type": "ConnectionFailed",
            },
            StatusCode.ERROR,
        ),
    ]
    assert {span.kind for span in spans} == {SpanKind.CLIENT}


def test_every_field_of_a_view_is_documented() -> None:
    rows = " ".join(line for line in TEXT.splitlines() if line.startswith("| `operation`"))
    documented = re.findall(r"`([a-z_]+)`", rows)
    assert documented == [field.name for view in (RequestView, ResponseView) for field in attrs.fields(view)]


def test_the_example_shows_the_options_for_its_hooks() -> None:
    for name in ("on_request=", "on_response="):
        assert name in PYTHON
