"""Who asks, what that costs, and what he may see.

Track takes Basic with the token or the password (documented), answers 401 without credentials and 403 to wrong ones
(observed). Focus takes Bearer (observed) and Basic with the password (documented) and answers 401 to everything else.
Every request of a known user is charged, also one that is then refused (assumed).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from fastapi.security import HTTPAuthorizationCredentials, HTTPBasicCredentials

from ..http.context import current
from ..http.errors import FOCUS_CREDENTIALS, TRACK_CREDENTIALS, Refusal
from ..limits.quota import Quota
from ..limits.rate_limit import RateLimit
from ..state.entities import User, Workspace
from ..state.state import State

_WORKSPACE: Final = re.compile(r"/api/v9/workspaces/(\d{1,18})\b", re.ASCII)
_ORGANIZATION: Final = re.compile(r"/api/organizations/(\d{1,18})\b", re.ASCII)


class Authentication:
    """The `authorize` callbacks of both generated servers."""

    def __init__(self, state: State, quota: Quota, rate_limit: RateLimit) -> None:
        self._state = state
        self._quota = quota
        self._rate_limit = rate_limit

    async def track(self, _: object, credentials: Mapping[str, object]) -> User:
        """Return the user of Track's Basic credentials; 403 for wrong ones, 402 with the quota spent."""
        basic = credentials["basicAuth"]
        assert isinstance(basic, HTTPBasicCredentials)
        if basic.password == "api_token":  # noqa: S105 - the literal word
            user = self._find(track_token=basic.username)
        else:
            user = self._find(email=basic.username, password=basic.password)
        if user is None:
            raise Refusal(403, TRACK_CREDENTIALS)
        self._limit(f"track {user.id}")
        path = current.get().path
        if found := _WORKSPACE.match(path):
            workspace = self._state.workspaces.get(int(found[1]))
            if workspace:
                self._charge(user, workspace.organization_id)
        elif path.startswith("/api/v9/me") or path == "/api/v9/workspaces":
            self._charge(user, None)
        return user

    async def focus(self, _: object, credentials: Mapping[str, object]) -> User:
        """Return the user of Focus's credentials; 401 for wrong ones, 402 with the quota spent."""
        user = None
        for given in credentials.values():
            if isinstance(given, HTTPAuthorizationCredentials):
                user = self._find(focus_token=given.credentials)
            elif isinstance(given, HTTPBasicCredentials):
                user = self._find(email=given.username, password=given.password)
        if user is None:
            raise Refusal(401, FOCUS_CREDENTIALS)
        self._limit(f"focus {user.id}")
        found = _ORGANIZATION.match(current.get().path)
        if found and int(found[1]) in self._state.organizations:
            self._charge(user, int(found[1]))
        return user

    def _find(self, **wanted: str) -> User | None:
        for user in self._state.users.values():
            if all(getattr(user, name) == value for name, value in wanted.items()):
                return user
        return None

    def _limit(self, token: str) -> None:
        wait = self._rate_limit.wait(token)
        if wait:
            raise Refusal(429, "Too Many Requests", self._rate_limit.headers(wait))

    def _charge(self, user: User, organization_id: int | None) -> None:
        current.get().reading, passes = self._quota.charge(user.id, organization_id)
        if not passes:
            raise Refusal(
                402,
                "You have hit your hourly limit for API calls. "
                f"Your quota will reset in {current.get().reading.resets_in} seconds.",
            )


def accessible_workspace(state: State, user: User, workspace_id: int, organization_id: int | None = None) -> Workspace:
    """Return a workspace that the user may see.

    403 without access, which an unknown one answers too so that nobody can probe for ids (assumed).
    """
    workspace = state.workspaces.get(workspace_id)
    if (
        workspace is None
        or user.id not in workspace.member_ids
        or organization_id not in (None, workspace.organization_id)
    ):
        raise Refusal(403, "You have no access to this workspace.")
    return workspace


def visible_workspace(state: State, user: User, workspace_id: int, organization_id: int | None = None) -> Workspace:
    """Return a workspace with tasks that the user may see.

    Also 402 when the plan of its organization has no tasks (observed for Track, assumed for Focus).
    """
    workspace = accessible_workspace(state, user, workspace_id, organization_id)
    if not state.organizations[workspace.organization_id].has_tasks:
        raise Refusal(402, "The plan of this workspace has no tasks. Upgrade it to use them.")
    return workspace
