"""Authentication, and the quota that a request counts against.

Track accepts Basic with the token or the password (documented), and returns 401 without credentials and 403 for wrong
ones (observed). Focus accepts Bearer (observed) and Basic with the password (documented), and returns 401 otherwise.
Every request of a known user counts against a quota, even if it is rejected later (assumed).
"""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Mapping

from ..services.errors import ServiceError
from ..state.entities import User
from ..state.state import State
from .errors import FOCUS_CREDENTIALS, TRACK_CREDENTIALS


def track_user(state: State, authorization: str) -> User:
    """Return the user of Track's Basic credentials; raises ServiceError: 401 without any, 403 for wrong ones."""
    basic = _basic(authorization)
    if basic is None:
        raise ServiceError(401, "", {"WWW-Authenticate": 'Basic charset="UTF-8"'})
    name, password = basic
    is_token = password == "api_token"  # noqa: S105 - the literal word
    user = _find(state, track_token=name) if is_token else _find(state, email=name, password=password)
    if user is None:
        raise ServiceError(403, TRACK_CREDENTIALS)
    return user


def focus_user(state: State, authorization: str) -> User:
    """Return the user of Focus's credentials; raises ServiceError (401) for none and for wrong ones."""
    scheme, _, key = authorization.partition(" ")
    user = None
    if scheme.lower() == "bearer":
        user = _find(state, focus_token=key.strip())
    elif basic := _basic(authorization):
        user = _find(state, email=basic[0], password=basic[1])
    if user is None:
        raise ServiceError(401, FOCUS_CREDENTIALS)
    return user


def track_scope(state: State, path: Mapping[str, str]) -> tuple[int | None] | None:
    """Return the organization whose quota a request to Track counts against, from the parameters in its path.

    A tuple of None means a route without an organization, None alone an unknown organization.
    """
    if "organization_id" in path:
        organization = state.organizations.get(_id(path["organization_id"]))
        return (organization.id,) if organization else None
    if "workspace_id" not in path:
        return (None,)
    workspace = state.workspaces.get(_id(path["workspace_id"]))
    return (workspace.organization_id,) if workspace else None


def focus_scope(state: State, path: Mapping[str, str]) -> tuple[int | None] | None:
    """Return the organization whose quota a request to Focus counts against, like ``track_scope``."""
    if "organization_id" not in path:
        return track_scope(state, path)
    organization = state.organizations.get(_id(path["organization_id"]))
    return (organization.id,) if organization else None


def _id(digits: str) -> int:
    # An id of more digits than 64 bits have is unknown.
    return int(digits.lstrip("0")[:20] or 0)


def _basic(authorization: str) -> tuple[str, str] | None:
    """Return name and password of a Basic header; None for anything else."""
    scheme, _, encoded = authorization.partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        name, colon, password = b64decode(encoded.strip(), validate=True).decode().partition(":")
    except ValueError:
        return None
    return (name, password) if colon else None


def _find(state: State, **wanted: str) -> User | None:
    for user in state.users.values():
        if all(getattr(user, name) == value for name, value in wanted.items()):
            return user
    return None
