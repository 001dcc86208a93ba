"""`make verify`: sends the recorded requests that only read again, and tells where the replies of today have drifted.

    TOGGL_API_TOKEN=... make verify
    TOGGL_FOCUS_TOKEN=... TOGGL_ORGANIZATION_ID=... TOGGL_WORKSPACE_ID=... make verify

The user's own ids take the place of the recorded ones: those in the environment, else those of the first tasks that a
list of Track tells. It says how many requests it will send and asks before it starts. A request is called by the name
of a recording of it. Of replies only types and names of fields are told, of refusals their text; nothing is kept. Exit
code 1 means drift, 2 that something could not be verified.
"""

from __future__ import annotations

import argparse
import itertools
import re
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, closing
from typing import Final
from urllib.parse import parse_qsl, urlencode

import httpx
import msgspec

from tests.support.replay.arguments import arguments_of
from tests.support.replay.calls import raw_call
from tests.support.replay.specification import operation_of
from toggl_tasks import ApiError, DecodeFailed, NotAuthenticated, QuotaExceeded, RateLimited, TogglError
from toggl_tasks._decoding import Drift
from toggl_tasks.cli.recordings import find_operation_drift, print_drift_table

from .environment import BETWEEN_REQUESTS, MOST_REQUESTS, Incomplete, agreed, sessions_of_environment
from .folder import load_all
from .format import Api, Recording, Request
from .session import Session, Unknown

REFUSALS: Final = frozenset({400, 404, 405, 410})
"""Statuses that say of a request which once succeeded that the API is another one now."""
IDS: Final = re.compile(r"(.*_)?(id|ids|pid)")
"""Parameters of a query that hold ids."""


class Stopped(Exception):
    """No later request to the same API can succeed."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Verify; returns the exit code."""
    options = parser().parse_args(arguments)
    try:
        sessions = sessions_of_environment([], only=options.api, base_url=options.base_url)
    except (Incomplete, ValueError) as error:
        print(f"make verify: {error}", file=sys.stderr)
        return 2
    recordings = load_all()
    with ExitStack() as stack:
        for session in sessions:
            stack.enter_context(closing(session))
        plan = [(session, key, one.request) for session in sessions for key, one in reading(recordings, session.api)]
        announce(sessions, plan)
        plan = plan[:MOST_REQUESTS]
        if not (options.yes or agreed("Start?")):
            print("Nothing was sent.")
            return 0
        return verify(plan)


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="make verify", description=(__doc__ or "").partition("\n")[0])
    made.add_argument("--yes", action="store_true", help="do not ask")
    made.add_argument("--api", choices=("track", "focus"), help="only this API, whatever tokens there are")
    made.add_argument("--base-url", metavar="URL", help="where that API is, when it is not the live service")
    return made


Plan = Sequence[tuple[Session, str, Request]]
"""What to send: by which session, with the key of the recording."""


def reading(recordings: Mapping[str, Recording], api: Api) -> list[tuple[str, Recording]]:
    """The recordings of an API that only read, one for each different request; first those that need the fewest ids."""
    different: dict[tuple[str, str], tuple[str, Recording]] = {}
    for key, one in recordings.items():
        if one.request.api == api and one.request.method == "GET" and one.succeeded:
            different.setdefault((one.request.operation, one.request.query), (key, one))
    return sorted(different.values(), key=lambda found: operation_of(found[1].request).path.count("{"))


def announce(sessions: Sequence[Session], plan: Plan) -> None:
    for session in sessions:
        session.announced = sum(by is session for by, _, _ in plan[:MOST_REQUESTS])
        print(f"  {session.api} at {session.host}: at most {session.announced} requests, none that changes anything")
    print(f"Together at most {min(len(plan), MOST_REQUESTS)}, of the 30 an hour of the free plan.")
    if len(plan) > MOST_REQUESTS:
        print(f"{len(plan) - MOST_REQUESTS} more are left out: --api chooses one API.")


def verify(plan: Plan) -> int:
    """Send the requests and tell of the drift; returns the exit code."""
    found: list[tuple[Drift, str]] = []
    verified = 0
    complete = True
    for api, steps in itertools.groupby(plan, lambda step: step[0].api):
        try:
            for session, key, request in steps:
                try:
                    response = answer(session, request)
                except Unknown as unknown:
                    print(f"  - {key}: left out: {unknown}")
                    continue
                except ApiError as error:
                    print(f"  ! {key}: not verified: {error}")
                    complete = False
                    continue
                print(f"  + {key}: {response.status_code}")
                verified += 1
                found += [(drift, key) for drift in drifts(request, response)]
                time.sleep(BETWEEN_REQUESTS if session.live else 0)
        except Stopped as stopped:
            print(f"  {api} stopped: {stopped}", file=sys.stderr)
            complete = False
    if found:
        print_drift_table(found)
    departing = len({key for _, key in found})
    print(f"{departing} of {verified} replies are not what the specification says.")
    return 1 if found else 0 if complete and verified else 2


def answer(session: Session, request: Request) -> httpx.Response:
    """The reply to a recorded request.

    Raises Unknown when an id is not known, ApiError for a refusal that tells nothing about the API, and Stopped.
    """
    given = arguments_of(with_ids(request, session.ids))
    try:
        answered = raw_call(session.client, operation_of(request), given)
        session.learn(answered.value)
    except (QuotaExceeded, NotAuthenticated, RateLimited) as error:
        raise Stopped(error) from error
    except ApiError as error:
        if error.status not in REFUSALS or error.response is None:
            raise
        return error.response
    except DecodeFailed as error:
        if error.response is None:
            raise Stopped(error) from error
        return error.response
    except TogglError as error:
        raise Stopped(error) from error
    response: httpx.Response = answered.response
    return response


def drifts(request: Request, response: httpx.Response) -> list[Drift]:
    """How a reply departs from the specification: in its status, else in its body."""
    expected = operation_of(request).success
    if response.status_code != expected:
        name = f"{request.api}.{request.operation}"
        return [Drift(name, "status", str(expected), str(response.status_code))]
    return find_operation_drift(request.api, request.operation, response.content)


def with_ids(request: Request, ids: Mapping[str, int | None]) -> Request:
    """A request with the user's own ids; Unknown when one in the path is not known, in the query that is left out."""

    def own(name: str) -> str:
        if ids.get(name) is None:
            raise Unknown(f"no {name} is known")
        return str(ids[name])

    query = []
    for name, value in parse_qsl(request.query, keep_blank_values=True):
        mine = ids.get("project_id" if name == "pid" else name)
        if not value or not IDS.fullmatch(name):
            query.append((name, value))
        elif mine is not None:
            query.append((name, str(mine)))
    path = re.sub(r"\{(\w+)\}", lambda found: own(found[1]), operation_of(request).path)
    return msgspec.structs.replace(request, path=path, query=urlencode(query))


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
