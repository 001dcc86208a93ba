"""Mutates exported states: an import is refused and changes nothing, or later requests answer as the contracts say.

``python -m tests.support.state_fuzzer 20000`` tries that many documents and prints how many were accepted.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from copy import deepcopy
from random import Random
from typing import Any, Final, NamedTuple

import httpx
import msgspec

from toggl_sandbox import Clock, Fault, Sandbox
from toggl_sandbox.clock import FROZEN_AT
from toggl_sandbox.control.browse import KINDS
from toggl_server.focus import models as focus
from toggl_server.track import models as track

BASE: Final = "https://toggl.sandbox.test"
VALUES: Final[tuple[Any, ...]] = (
    *(None, True, False, 0, -1, 1, 5, 2**31, 2**53, 2**61, 2**63 - 1, 2**63, -(2**63) - 1, 2**64, 10**30),
    *(0.5, -0.0, 1e308, "", "x", "\x00", "a\nb", "x" * 5000, "true", "5", "off", "fault-2", [], [None], [1], {}),
    *({"a": None}, {"id": 1}, {"name": "x"}, {"1": {}}, "2025-03-03", "2025-03-03T09:00:00", "2025-03-03T09:00:00Z"),
    *("0001-01-01T00:00:00+14:00", "0002-01-01T00:00:00Z", "9998-12-31T23:59:59Z", "9999-12-31T23:59:59-12:00"),
    *("0001-01-01", "9999-12-31", "2025-03-03T09:00:00+23:59", "1970-01-01T00:00:00Z"),
)


class Reply(NamedTuple):
    """The valid responses of a request: the statuses in the contract other than 200, and the model of a success."""

    method: str
    url: str
    body: Any
    model: Any
    statuses: tuple[int, ...] = (400, 402, 403, 404, 429)


class Outcome(NamedTuple):
    """How many documents were accepted of how many, and what went wrong."""

    documents: int
    accepted: int
    failures: list[str]


def small_sandbox() -> Sandbox:
    """Return a sandbox with few tasks, used quotas, a full bucket and a fault, so that mutations meet everything."""
    sandbox = Sandbox(plan="premium", rate_limit=True, clock=Clock(FROZEN_AT))
    document = json.loads(sandbox.export_state())
    contents = document["contents"]
    projects: dict[int, int] = {}
    few = []
    for task in contents["track_tasks"]:
        projects[task["project_id"]] = projects.get(task["project_id"], 0) + 1
        if projects[task["project_id"]] <= 4 or task["integration"]:
            few.append(task)
    contents["track_tasks"] = few[:40]
    contents["focus_tasks"] = contents["focus_tasks"][:12]
    kept = {task["id"] for task in contents["focus_tasks"]}
    for task in contents["focus_tasks"]:
        if task["parent_task_id"] not in kept:
            task["parent_task_id"] = None
    contents["focus_tasks"][3]["parent_task_id"] = contents["focus_tasks"][0]["id"]
    sandbox.import_state(json.dumps(document))
    sandbox.faults.add(Fault(path="/never", status=500, body={"a": [1]}, expires_in=3600, headers={"X-A": "b"}))
    for reply in requests(sandbox):
        send(sandbox, reply)
    sandbox.rate_limit.enabled = False
    return sandbox


def requests(sandbox: Sandbox) -> list[Reply]:
    """Return reads and writes of both APIs, and of the control plane."""
    about = sandbox.seeded
    home = f"/workspaces/{about.workspace_id}"
    mine = f"/api/v9{home}/projects/{about.project_id}/tasks"
    organization = f"/api/organizations/{about.organization_id}{home}/tasks"
    live = [one for one in sandbox.state.track_tasks.of_project(about.project_id) if one.server_deleted_at is None]
    some = next(iter(sandbox.state.focus_tasks), None)
    status_id = next(iter(sandbox.state.workspaces[about.workspace_id].statuses))
    return [
        Reply("GET", f"/api/v9{home}/tasks?active=both&since=0&per_page=200", None, track.TaskPage),
        Reply("GET", f"/api/v9{home}/tasks?sort_field=created_at&start_date=2024-01-01", None, track.TaskPage),
        Reply("GET", "/api/v9/me/tasks?meta=true&inbox=true&include_hidden=true", None, list[track.Task] | None),
        Reply("POST", mine, {"name": "Fuzz", "estimated_seconds": 60}, track.Task),
        Reply("PUT", f"{mine}/{live[0].id if live else 1}", {"name": "Changed", "active": True}, track.Task),
        Reply("DELETE", f"{mine}/{live[-1].id if live else 1}", None, None),
        Reply("GET", f"/api/v9{home}/projects?active=both", None, list[dict[str, Any]]),
        Reply("GET", "/api/v9/me/quota", None, track.QuotaList),
        Reply("GET", f"{organization}?order_by=-created_at&with_entries=true&include_rates=true&per_page=100", None,
              focus.TaskPage),
        Reply("GET", f"{organization}?state=active&client_id=60000001&timeblock_start_from=2024-01-01T00:00:00Z", None,
              focus.TaskPage),
        Reply("POST", organization, {"name": "Fuzz"}, focus.Task),
        Reply("PATCH", f"{organization}/{some.id if some else 1}", {"notes": "x", "tag_ids": []}, None),
        Reply("GET", f"{organization}/stream", None, list[focus.Task] | None),
        Reply("DELETE", f"{organization}/{some.id if some else 1}", None, None),
        Reply("GET", f"{organization}/recurring?start_date=2025-01-01T00:00:00Z&end_date=2025-03-01T00:00:00Z", None,
              focus.UncountedTaskPage),
        Reply("PUT", f"{organization}/{some.id if some else 1}", {"name": "Put", "status_id": status_id}, None),
        Reply("POST", f"{organization}/{some.id if some else 1}/archive", None, None),
        Reply("PATCH", f"{organization}/{some.id if some else 1}/restore", None, None),
        Reply("GET", f"{organization}/{some.id if some else 1}/children?order_by=-tag_ids", None,
              focus.UncountedTaskPage),
        Reply("POST", f"{organization}/bulk/duplicate",
              {"task_ids": [some.id if some else 1], "cascade_duplicate_children": True}, list[focus.Task] | None),
        Reply("GET", f"{organization.removesuffix('tasks')}projects?order_by=-client_name&include_rates=true", None,
              focus.ProjectPage),
        Reply("GET", f"/api/organizations/{about.organization_id}/users", None, list[focus.OrganizationUser] | None),
        Reply("GET", f"/api{home}/statuses?order_by=-position", None, focus.StatusPage),
        Reply("GET", f"/api{home}/clients?order_by=-created_at", None, focus.WorkspaceClientPage),
        Reply("GET", "/api/users/me/settings", None, focus.UserSettings),
        Reply("GET", "/_sandbox/overview", None, dict[str, Any], ()),
        *(Reply("GET", f"/_sandbox/world/{kind}?deleted=both&sort=name", None, dict[str, Any], ()) for kind in KINDS),
        Reply("GET", f"/_sandbox/world/focus_tasks/{some.id if some else 1}", None, dict[str, Any], (404,)),
        Reply("GET", "/_sandbox/requests.har?limit=1", None, dict[str, Any], ()),
        Reply("GET", "/_sandbox/quota", None, dict[str, Any], ()),
        Reply("GET", "/_sandbox/faults", None, dict[str, Any], ()),
        Reply("POST", "/_sandbox/faults", {"status": 500, "path": "/never"}, dict[str, Any], ()),
        Reply("POST", "/_sandbox/clock/advance", {"seconds": 60}, dict[str, Any], (400,)),
    ]  # fmt: skip


def send(sandbox: Sandbox, reply: Reply) -> str:
    """Send a request; return what is wrong with the response, or nothing."""
    authentication = (sandbox.email, sandbox.password)
    with httpx.Client(transport=sandbox.transport(), base_url=BASE, auth=authentication, timeout=0.1) as client:
        try:
            found = client.request(reply.method, reply.url, json=reply.body)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a finding
            return "" if met_fault(sandbox) else f"{reply.method} {reply.url}: {error!r}"
    if not reply.url.startswith("/_sandbox/") and met_fault(sandbox):
        return ""
    if found.is_success:
        try:
            if reply.model is not None:
                msgspec.json.decode(found.content, type=reply.model)
        except msgspec.DecodeError as error:
            return f"{reply.method} {reply.url}: {error}"
    elif found.status_code not in reply.statuses:
        return f"{reply.method} {reply.url}: {found.status_code} {found.text[:200]}"
    return ""


def met_fault(sandbox: Sandbox) -> bool:
    """Return whether a fault of the document changed the last response."""
    return bool(sandbox.requests and sandbox.requests[-1].fault)


def paths(value: Any, before: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Iterate over the paths to all values of a document."""
    items: Any = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, member in items:
        yield (*before, step)
        yield from paths(member, (*before, step))


def mutate(document: Any, random: Random) -> str:
    """Change one thing in a document; return what."""
    place, path = document, []
    while True:
        steps = list(place) if isinstance(place, dict) else list(range(len(place)))
        step = random.choice(steps)
        path.append(step)
        member = place[step]
        if not isinstance(member, dict | list) or not member or random.random() < 0.1:
            break
        place = member
    kind = random.random()
    if kind < 0.08:
        del place[step]
        return f"delete {path}"
    if kind < 0.16 and isinstance(place, list):
        place.insert(random.randrange(len(place) + 1), deepcopy(member))
        return f"duplicate {path}"
    if kind < 0.2 and isinstance(place, dict):
        new = random.choice(("extra_key", "5", "id", ""))
        place[new] = deepcopy(random.choice(VALUES))
        return f"add {new!r} next to {path} = {place[new]!r}"
    if kind < 0.5:
        # A value from elsewhere: an id of another kind, a text of another user.
        everything = [one for one in paths(document) if one[-1] == step or random.random() < 0.02]
        other = random.choice(everything)
        value = document
        for one in other:
            value = value[one]
        place[step] = deepcopy(value)
        return f"{path} = {list(other)}"
    if kind < 0.6 and isinstance(member, int):
        place[step] = member + random.choice((-1, 1, 1000))
    else:
        place[step] = deepcopy(random.choice(VALUES))
    return f"{path} = {place[step]!r:.60}"


def fuzz(documents: int, seed: int) -> Outcome:
    """Import mutated documents, and send requests where one was accepted."""
    random = Random(seed)
    accepted, failures = 0, []
    with small_sandbox() as sandbox:
        start = sandbox.export_state()
        for _ in range(documents):
            document = json.loads(start)
            changes = [mutate(document, random) for _ in range(random.choice((1, 1, 1, 2, 3)))]
            try:
                sandbox.import_state(json.dumps(document))
            except ValueError as error:
                wrong = [f"not one line: {error!s:.200}"] if len(str(error).splitlines()) != 1 else []
                if sandbox.export_state() != start:
                    wrong.append(f"refused, but changed: {error}")
            except Exception as error:  # noqa: BLE001 - whatever it is, it is a finding
                wrong = [f"import: {error!r}"]
            else:
                accepted += 1
                chosen = requests(sandbox)
                wrong = list(filter(None, [send(sandbox, one) for one in random.sample(chosen, 12)]))
                try:
                    sandbox.import_state(sandbox.export_state())
                except Exception as error:  # noqa: BLE001 - whatever it is, it is a finding
                    wrong.append(f"the export cannot be imported: {error!r}")
                sandbox.import_state(start)
            failures += [f"{changes}: {one}" for one in wrong]
    return Outcome(documents, accepted, failures)


if __name__ == "__main__":
    outcome = fuzz(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    print("\n".join(outcome.failures[:50]))
    print(f"{outcome.documents} documents, {outcome.accepted} accepted, {len(outcome.failures)} failures")
    sys.exit(bool(outcome.failures))
