"""`make verify`: sends the recorded read-only requests again and reports where the responses have drifted.

    TOGGL_API_TOKEN=... make verify
    TOGGL_FOCUS_TOKEN=... TOGGL_ORGANIZATION_ID=... TOGGL_WORKSPACE_ID=... make verify

The user's ids replace the recorded ones: those in the environment, else those of the first tasks in a list of Track. It
prints the number of requests and asks for confirmation before it starts. Each request is named after its recording. The
output has types and names of fields of responses, and the text of errors; nothing is stored. Exit code 1 means drift, 2
that something could not be verified.
"""

from __future__ import annotations

import argparse
import itertools
import re
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, closing
from typing import Final
from urllib.parse import parse_qsl, urlencode

import httpx
import msgspec

from toggl_tasks import ApiError, DecodeFailed, Drift, NotAuthenticated, QuotaExceeded, RateLimited, TogglError
from toggl_tasks.cli.recordings import find_operation_drift, print_drift_table

from .arguments import arguments_of, raw_call
from .environment import MAX_REQUESTS, REQUEST_INTERVAL, MissingSetting, confirm, sessions_from_environment
from .folder import load_all
from .format import Api, Recording, Request
from .session import Session, UnknownId
from .specification import operation_of

REFUSALS: Final = frozenset({400, 404, 405, 410})
"""Statuses that show a change of the API, for a request that succeeded before."""
IDS: Final = re.compile(r"(.*_)?(id|ids|pid)")
"""Names of query parameters that hold ids."""


class Stopped(Exception):
    """No later request to the same API can succeed."""


def main(arguments: Sequence[str]) -> int:
    """Run `make verify`; returns the exit code."""
    options = argument_parser().parse_args(arguments)
    try:
        sessions = sessions_from_environment([], only=options.api, base_url=options.base_url)
    except (MissingSetting, ValueError) as error:
        print(f"make verify: {error}", file=sys.stderr)
        return 2
    recordings = load_all()
    with ExitStack() as stack:
        for session in sessions:
            stack.enter_context(closing(session))
        schedule: Schedule = [
            (session, key, one.request)
            for session in sessions
            for key, one in read_only_recordings(recordings, session.api)
        ]
        skipped = len(schedule)
        schedule = limit(schedule)
        announce(sessions, schedule, skipped - len(schedule))
        if not (options.yes or confirm("Start?")):
            print("Nothing was sent.")
            return 0
        return verify(schedule)


def argument_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make verify", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--yes", action="store_true", help="do not ask for confirmation")
    parser.add_argument("--api", choices=("track", "focus"), help="verify only this API")
    parser.add_argument("--base-url", metavar="URL", help="base URL of that API, in place of the live service")
    return parser


Schedule = Sequence[tuple[Session, str, Request]]
"""The requests to send: the session, the key of the recording and its request."""


def read_only_recordings(recordings: Mapping[str, Recording], api: Api) -> list[tuple[str, Recording]]:
    """Return one recording of each read-only request; those that need the fewest ids first."""
    different: dict[tuple[str, str], tuple[str, Recording]] = {}
    for key, one in recordings.items():
        if one.request.api == api and one.request.method == "GET" and one.succeeded:
            different.setdefault((one.request.operation, one.request.query), (key, one))
    return sorted(different.values(), key=lambda found: operation_of(found[1].request).path.count("{"))


def limit(schedule: Schedule) -> Schedule:
    """Return as many requests as are allowed; every operation has one of them before any has a second."""
    sent: Counter[tuple[Api, str]] = Counter()
    ranks: list[tuple[int, int]] = []
    for place, (session, _, request) in enumerate(schedule):
        ranks.append((sent[session.api, request.operation], place))
        sent[session.api, request.operation] += 1
    return [schedule[place] for place in sorted(place for _, place in sorted(ranks)[:MAX_REQUESTS])]


def announce(sessions: Sequence[Session], schedule: Schedule, skipped: int) -> None:
    for session in sessions:
        session.announced = sum(by is session for by, _, _ in schedule)
        print(f"  {session.api} at {session.host}: at most {session.announced} requests, all read-only")
    print(f"Together at most {len(schedule)}, of the 30 an hour of the free plan.")
    if skipped:
        print(f"{skipped} more are skipped: select one API with --api.")


def verify(schedule: Schedule) -> int:
    """Send the requests and print the drift; returns the exit code."""
    found: list[tuple[Drift, str]] = []
    verified = 0
    complete = True
    for api, steps in itertools.groupby(schedule, lambda step: step[0].api):
        try:
            for session, key, request in steps:
                try:
                    response = fetch(session, request)
                except UnknownId as unknown:
                    print(f"  - {key}: skipped: {unknown}")
                    continue
                except ApiError as error:
                    print(f"  ! {key}: not verified: {error}")
                    complete = False
                    continue
                print(f"  + {key}: {response.status_code}")
                verified += 1
                found += [(drift, key) for drift in find_drift(request, response)]
                time.sleep(REQUEST_INTERVAL if session.live else 0)
        except Stopped as stopped:
            print(f"  {api} stopped: {stopped}", file=sys.stderr)
            complete = False
    if found:
        print_drift_table(found)
    departing = len({key for _, key in found})
    print(f"{departing} of {verified} responses differ from the specification.")
    return 1 if found else 0 if complete and verified else 2


def fetch(session: Session, request: Request) -> httpx.Response:
    """Send a recorded request and return the response.

    Raises UnknownId when an id is not known, ApiError for a failure that says nothing about the API, and Stopped.
    """
    given = arguments_of(with_ids(request, session.ids))
    try:
        answered = raw_call(session.client, operation_of(request), given)
        session.learn_ids(answered.value)
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


def find_drift(request: Request, response: httpx.Response) -> list[Drift]:
    """Return the differences between a response and the specification: in its status, else in its body."""
    expected = operation_of(request).success
    if response.status_code != expected:
        name = f"{request.api}.{request.operation}"
        return [Drift(name, "status", str(expected), str(response.status_code))]
    return find_operation_drift(request.api, request.operation, response.content)


def with_ids(request: Request, ids: Mapping[str, int | None]) -> Request:
    """Return a request with the user's ids.

    UnknownId when one is not known that the path or a required parameter needs; others are omitted from the query.
    """

    def known_id(name: str) -> str:
        if ids.get(name) is None:
            raise UnknownId(f"no {name} is known")
        return str(ids[name])

    query = []
    for name, value in parse_qsl(request.query, keep_blank_values=True):
        mine = ids.get("project_id" if name == "pid" else name)
        if not value or not IDS.fullmatch(name):
            query.append((name, value))
        elif mine is not None:
            query.append((name, str(mine)))
        elif operation_of(request).parameter("query", name).get("required"):
            raise UnknownId(f"no {name} is known")
    path = re.sub(r"\{(\w+)\}", lambda found: known_id(found[1]), operation_of(request).path)
    return msgspec.structs.replace(request, path=path, query=urlencode(query))
