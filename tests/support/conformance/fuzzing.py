"""One run of Schemathesis against one API of a sandbox, in this process and from a fixed seed.

``python -m tests.support.conformance.fuzzing track`` makes a run on its own and prints it as JSON. The tests start it
that way: Hypothesis takes constants out of the modules that are loaded, so another set of tests would be another run.
"""

from __future__ import annotations

import copy
import functools
import json
import sys
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import schemathesis
import yaml
from schemathesis.config import SchemathesisConfig
from schemathesis.core.failures import Failure
from schemathesis.core.transport import Response
from schemathesis.engine import Status, events, from_schema
from schemathesis.generation.case import Case
from schemathesis.hooks import HookContext
from starlette.types import ASGIApp, Receive, Scope, Send

from tests.support.conformance.exclusions import EXCLUSIONS, NOT_RUN
from toggl_sandbox import Clock, Sandbox
from toggl_sandbox.clock import FROZEN_AT

SPECIFICATIONS: Final = Path(__file__).parents[3] / "spec"
PHASES: Final = ("examples", "coverage", "fuzzing", "stateful")


EXAMPLES: Final = {"track": 5, "focus": 2}
"""Requests of the fuzzing phase for each operation; those of Focus are slow, because of its many filters."""
SEQUENCES: Final = {"track": 40, "focus": 10}
"""Sequences of requests in the stateful phase."""


@dataclass
class Run:
    """The findings of a run, and what it covered."""

    findings: list[str] = field(default_factory=list)
    excluded: list[str] = field(default_factory=list)
    """The reasons of the exclusions that applied."""
    phases: dict[str, str] = field(default_factory=dict)
    checks: list[str] = field(default_factory=list)
    statuses: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    """The statuses that each operation answered."""


def fuzz(
    sandbox: Sandbox,
    api: str,
    *,
    phases: Collection[str] = PHASES,
    operations: Collection[str] | None = None,
    seed: int | None = None,
) -> Run:
    """Send valid and invalid requests to an API, or to some operations of it, and check every response."""
    document = copy.deepcopy(specification(api))
    for path in document["paths"].values():
        for method in [name for name, one in path.items() if "operationId" in one]:
            if operations is not None and path[method]["operationId"] not in operations:
                del path[method]
    known = known_ids(sandbox, api)
    add_examples(document, known)
    settings = configuration(sandbox, api, known)
    settings["generation"]["max-examples"] = EXAMPLES[api]
    if seed is not None:
        settings["seed"], settings["generation"]["deterministic"] = seed, False
    settings["phases"] = {name: {"enabled": name in phases} for name in PHASES}
    settings["phases"]["stateful"]["generation"] = settings["generation"] | {"max-examples": SEQUENCES[api]}
    schema = schemathesis.openapi.from_dict(document, config=SchemathesisConfig.from_dict(settings))
    schema.app = UndeletedProject(sandbox.app, sandbox.project_id)
    run = Run()

    @schema.hook
    def filter_failure(context: HookContext, failure: Failure, case: Case[Any], response: Response) -> bool:
        covering = next((one for one in EXCLUSIONS[api] if one.covers(failure, case, response)), None)
        if covering:
            run.excluded.append(covering.reason)
        return covering is None

    for event in from_schema(schema).execute():
        record_event(event, run)
    return run


@functools.cache
def specification(api: str) -> dict[str, Any]:
    """The specification of an API as it is in the file: reading it takes as long as many requests."""
    document: dict[str, Any] = yaml.safe_load((SPECIFICATIONS / f"{api}.yaml").read_text())
    return document


def record_event(event: events.EngineEvent, run: Run) -> None:
    """Add one event of the engine to the run."""
    if isinstance(event, events.PhaseFinished):
        run.phases[event.phase.name.value] = event.status.value
    elif isinstance(event, events.NonFatalError):
        run.findings.append(f"{event.label}: {event.info.format()}")
    elif isinstance(event, events.FatalError):
        raise event.exception
    elif isinstance(event, events.ScenarioFinished):
        for case_id, interaction in event.recorder.interactions.items():
            case = event.recorder.cases[case_id].value
            if interaction.response:
                run.statuses[case.operation.definition.raw["operationId"]].append(interaction.response.status_code)
        for case_id, checks in event.recorder.checks.items():
            for check in checks:
                run.checks.append(check.name)
                if check.status is Status.FAILURE and check.failure_info:
                    sent = event.recorder.interactions[case_id].request
                    body = (sent.body or b"").decode(errors="replace")
                    failure = check.failure_info.failure
                    run.findings.append(f"{check.name}: {sent.method} {sent.uri} {body}: {failure.message}")


class UndeletedProject:
    """Middleware that answers a DELETE of one project as if it did not exist: the other operations need its tasks."""

    def __init__(self, application: ASGIApp, project_id: int) -> None:
        self._application = application
        self._end = f"/projects/{project_id}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] == "DELETE" and scope["path"].endswith(self._end):
            scope = {**scope, "path": scope["path"].removesuffix(self._end) + "/projects/1"}
        await self._application(scope, receive, send)


def known_ids(sandbox: Sandbox, api: str) -> dict[str, list[Any]]:
    """Return ids of existing entities by the name of the parameter or field that takes them."""
    seeded, state, home = sandbox.seeded, sandbox.state, sandbox.state.workspaces[sandbox.workspace_id]
    if api == "track":
        return {
            "organization_id": [home.organization_id],
            "workspace_id": [home.id],
            "client_id": list(home.clients),
            "cid": list(home.clients),
            "client_name": [client.name for client in home.clients.values()],
            "project_id": [seeded.project_id, seeded.archived_project_id],
            "task_id": [task.id for task in state.track_tasks.of_project(seeded.project_id)],
            "user_id": sorted(home.member_ids),
        }
    task_ids = [one.id for one in state.focus_tasks.of_workspace(home.id) if one.toggl_user_id == seeded.user.id]
    imported = [task for task in map(state.focus_tasks._all.__getitem__, task_ids) if task.metadata]
    return {
        "organization_id": [home.organization_id],
        "workspace_id": [home.id],
        "task_id": task_ids,
        # Others than those that the phases delete by the examples above.
        "id": task_ids[10:],
        "ids": task_ids,
        "task_ids": task_ids,
        "ext_id": [int(one.metadata["external_id"] or 0) for one in imported if one.metadata],
        "parent_task_id": task_ids,
        "project_id": [seeded.project_id],
        "status_id": list(home.statuses),
        "tag_ids": list(home.tags),
        "assignee_user_ids": sorted(home.member_ids),
        "ghost_assignee_ids": sorted(home.ghost_ids),
    }


def add_examples(node: Any, known: dict[str, list[Any]]) -> None:
    """Add known ids to a document as examples, since nearly all random ids end in 400, 403 or 404."""
    if isinstance(node, list):
        for one in node:
            add_examples(one, known)
    elif isinstance(node, dict):
        if node.get("in") == "path" and node["name"] in known:
            node["schema"]["example"] = known[node["name"]][0]
        if node.get("name") == "ids":
            node["schema"]["example"] = known["ids"][-2:]
        if node.get("name") == "ext_id":
            node["schema"]["example"] = known["ext_id"][0]
        if node.get("name") == "source" and node.get("required"):
            node["schema"]["example"] = "google_calendar"
        for name, schema in (node.get("properties") or {}).items():
            if name in known:
                values = known[name]
                schema["example"] = values[:2] if schema.get("type") == "array" else values[0]
        for one in node.values():
            add_examples(one, known)


def configuration(sandbox: Sandbox, api: str, known: dict[str, list[Any]]) -> dict[str, Any]:
    """Return the settings: all checks but those of ``NOT_RUN``, and known ids among the generated ones."""
    login: dict[str, Any] = {"basic": {"username": sandbox.email, "password": sandbox.password}}
    if api == "focus":
        login = {"openapi": {"bearerAuth": {"bearer": sandbox.focus_token}}}
    places = {
        place + name + ("[*]" if name.endswith("ids") else ""): name
        for name in known
        for place in ("path.", "body.", "body.tasks[*].", "query.")
        if place != "query." or name in ("ids", "ext_id")
    }
    return {
        "seed": 1,
        "workers": 1,
        "continue-on-failure": True,
        "auth": login,
        "generation": {
            "deterministic": True,
            "database": "none",
            "no-shrink": True,
            # Such a request would be expected to fail, but is sent with valid credentials.
            "with-security-parameters": False,
        },
        # The check of response times is only enabled by a limit.
        "checks": {"enabled": True} | {name: {"enabled": False} for name in NOT_RUN if name != "max_response_time"},
        "dictionaries": {name: {"values": values} for name, values in known.items()},
        "parameters": {place: {"dictionary": name, "probability": 0.9} for place, name in places.items()},
    }


if __name__ == "__main__":
    with Sandbox(clock=Clock(FROZEN_AT)) as sandbox:
        print(json.dumps(vars(fuzz(sandbox, sys.argv[1]))))
