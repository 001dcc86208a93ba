"""`quota`: the remaining hourly quotas."""

from __future__ import annotations

import datetime
import time
from typing import Any

import click

from ..errors import USAGE, CommandError
from ..known_quotas import KnownQuota
from ..references import pick, to_id
from ..root import command
from ..session import Session

COLUMNS = ("scope", "api", "organization", "remaining", "total", "resets_at", "seen_at")


@command("quota")
@click.option(
    "--refresh", is_flag=True, help="Fetch the quotas with one request, which counts against the `/me` quota."
)
def quota(session: Session, *, refresh: bool) -> None:
    """Show how many requests are left in this hour, and when the quota resets.

    Each organization has its own quota, and so do the `/me` routes of a user. The numbers are from the last responses
    to this command line within the hour, at the time `seen_at`. If there are none, one request fetches them.
    """
    known = session.known_quotas.load()
    rows = [] if refresh else [_row(session, scope, one) for scope, one in known.items()]
    if not rows:
        if session.api == "focus" and not session.has_token("track"):
            raise CommandError(
                "Focus has no route for the quota, and no response of this hour is known: run another command"
                " first, such as `toggl-tasks statuses`",
                USAGE,
            )
        rows = ask(session)
    rows = list({(row["api"], row["scope"]): row for row in sorted(rows, key=lambda row: row["seen_at"])}.values())
    if wanted := session.settings.organization:
        names = session.names.find("organizations", "track")
        id_ = to_id(wanted, "organization") or int(pick("organization", wanted, names)["id"])
        rows = [row for row in rows if row["scope"] == f"organization {id_}"]
    rows.sort(key=lambda row: (row["api"], row["scope"]))
    session.output.rows(rows, session.output.filled(COLUMNS, rows), fields=COLUMNS, empty="the quota is unknown")


def ask(session: Session) -> list[dict[str, Any]]:
    """The quotas of all organizations, fetched with one request and stored."""
    now = time.time()
    known = session.known_quotas
    stored = known.load()
    rows = []
    for one in session.track.me.quota():
        scope = "me" if one.organization_id is None else f"organization {one.organization_id}"
        found = KnownQuota(
            remaining=one.remaining,
            # None if no request was counted in this hour: the full quota is left.
            resets_at=now if one.resets_in_secs is None else now + one.resets_in_secs,
            seen_at=now,
            total=one.total,
        )
        stored[f"track/{scope}"] = found
        row = _row(session, f"track/{scope}", found)
        rows.append(row if one.resets_in_secs is not None else row | {"resets_at": None})
    known.save(stored)
    return rows


def _row(session: Session, name: str, quota: KnownQuota) -> dict[str, Any]:
    api, _, scope = name.partition("/")
    if scope.startswith("workspace "):  # the headers of Track do not contain the organization, but the cache may
        id_ = int(scope.removeprefix("workspace "))
        organizations = [
            one.get("organization_id") for one in session.names.find("workspaces", api) if one["id"] == id_
        ]
        if organizations and organizations[0]:
            scope = f"organization {organizations[0]}"
    named = [one["name"] for one in session.names.find("organizations", api) if scope == f"organization {one['id']}"]
    return {
        "api": api,
        "scope": scope,
        "organization": named[0] if named else None,
        "remaining": quota.remaining,
        "total": quota.total,
        "resets_at": datetime.datetime.fromtimestamp(quota.resets_at, datetime.UTC).replace(microsecond=0),
        "seen_at": datetime.datetime.fromtimestamp(quota.seen_at, datetime.UTC).replace(microsecond=0),
    }
