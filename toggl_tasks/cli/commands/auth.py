"""`auth login`, `auth status` and `auth logout`."""

from __future__ import annotations

import os
import re
import sys
from typing import Any, Literal

import click
import msgspec

from ..errors import REFUSED, USAGE, CommandError
from ..output import note
from ..profiles import DEFAULT, Profile, clear_cache, load_profiles, save_profiles
from ..root import command, group
from ..session import Session
from ..tokens import delete_token, keyring_name, load_token, save_in_file, save_in_keyring, tokens_file

Api = Literal["track", "focus"]
Place = Literal["keyring", "file"]
VARIABLES = {"track": "TOGGL_API_TOKEN", "focus": "TOGGL_FOCUS_TOKEN"}
URL_VARIABLES = {"track": "TOGGL_TRACK_URL", "focus": "TOGGL_FOCUS_URL"}
SOURCES = {
    "track": "API token of Track (at the end of https://track.toggl.com/profile)",
    "focus": "API key of Focus (in the settings of https://focus.toggl.com)",
}
FOCUS_KEY_START = "toggl_sk_"
"""Prefix of the API keys of Focus (documented)."""

auth = group("auth", "Sign in and out; list profiles.")


@command("login", short_help="Check a token and store it.")
@click.option("--read-only/--no-read-only", default=None, help="Reject every change with this profile.")
@click.option("--store", type=click.Choice(["keyring", "file"]), help="Where to store the token; default: keyring.")
def login(session: Session, *, read_only: bool | None, store: Place | None) -> None:
    """Sign in: check a token with one request, and store it in a profile.

    The token is read from a prompt, or from standard input: `toggl-tasks auth login < token.txt`. A profile can have a
    token of each API. --workspace and --organization are stored in the profile as defaults, and so is the URL of a
    sandbox in TOGGL_TRACK_URL or TOGGL_FOCUS_URL.
    """
    name = session.settings.profile or DEFAULT
    if not re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9_.-]*", name):
        raise CommandError(f"--profile {name!r}: a name may contain only letters, digits, `-`, `_` and `.`", USAGE)
    profiles = load_profiles()
    profile = profiles.get(name, Profile())
    token = _read_token(session.settings.api)
    api: Api = "focus" if session.settings.api == "focus" or token.startswith(FOCUS_KEY_START) else "track"
    url = os.environ.get(URL_VARIABLES[api]) or None
    user, workspace = _check_token(session, api, token, url)
    others = {other: place for other, place in profile.tokens.items() if other != api}
    urls: dict[str, Any] = {f"{api}_url": url}
    profile = msgspec.structs.replace(
        profile,
        api=profile.api if others else api,
        workspace=session.settings.workspace or (profile.workspace if others else None) or workspace,
        organization=session.settings.organization or (profile.organization if others else None),
        read_only=profile.read_only if read_only is None else read_only,
        **urls,
    )
    if session.settings.dry_run:
        note(f"the token is valid ({user}); it was not stored")
        return
    place = _store_token(session, name, api, token, store)
    before = profile.tokens.get(api)
    profiles[name] = msgspec.structs.replace(profile, tokens={**others, api: place})
    save_profiles(profiles)
    clear_cache(name)
    if before not in (None, place):
        delete_token(name, api, before or "")
    where = f"keyring ({keyring_name()})" if place == "keyring" else str(tokens_file())
    at = f" at {url}" if url else ""
    note(f"signed in to {api.capitalize()}{at} as {user}; profile {name!r}, token in {where}")
    if api == "focus" and not profile.organization and not session.has_token("track"):
        note(
            "note: Focus does not return the organization, which commands need: sign in to Track too, or add"
            " --organization ID; the id is in the URL of the web application"
        )
    if os.environ.get(VARIABLES[api]) and not session.settings.profile:
        note(f"note: {VARIABLES[api]} is set and takes precedence over the profile, except with --profile")


def _read_token(api: str | None) -> str:
    if sys.stdin.isatty():
        what = SOURCES[api] if api else f"{SOURCES['track']}, or {SOURCES['focus']}"
        text = click.prompt(what, hide_input=True, err=True)
    else:
        text = sys.stdin.readline()
    token = str(text).strip()
    if not token:
        raise CommandError("no token: type it at the prompt, or `toggl-tasks auth login < FILE`", USAGE)
    return token


def _check_token(session: Session, api: Api, token: str, url: str | None) -> tuple[str, str | None]:
    """The owner of the token and that user's current workspace. Raises CommandError."""
    from ... import Forbidden, NotAuthenticated

    try:
        client = session.connect(api, token, url)
        if api == "track":
            me = client.me.get()
            return f"{me.fullname} <{me.email}>", str(me.default_workspace_id) if me.default_workspace_id else None
        workspace = client.me.settings().current_workspace_id
        # Focus does not return the user of a token (observed).
        return "the owner of the key", str(workspace) if isinstance(workspace, int) else None
    except (NotAuthenticated, Forbidden):
        other = "focus" if api == "track" else "track"
        raise CommandError(
            f"{api.capitalize()} refuses this token: copy it again, it is the {SOURCES[api]};"
            f" for the other API add --api {other}",
            REFUSED,
        ) from None


def _store_token(session: Session, name: str, api: str, token: str, store: Place | None) -> Place:
    if store != "file":
        try:
            save_in_keyring(name, api, token)
        except CommandError as error:
            if store == "keyring":
                raise CommandError(f"the keyring cannot store the token: {error.message}") from None
            note(f"the keyring cannot store the token: {error.message}")
            session.confirm(f"Store the token in {tokens_file()}, unencrypted, for this user only?")
        else:
            return "keyring"
    save_in_file(name, api, token)
    return "file"


@command("status")
@click.option("--check", is_flag=True, help="Check each token with one request.")
def status(session: Session, *, check: bool) -> None:
    """List the profiles and where their tokens are stored. No token is printed."""
    rows: list[dict[str, Any]] = []
    if not session.settings.profile:
        for api, variable in VARIABLES.items():
            if os.environ.get(variable):
                row = {"profile": None, "api": api, "token": variable, "url": os.environ.get(URL_VARIABLES[api])}
                rows.append(row | _checked(session, api, os.environ[variable], row["url"], check))
    for name, profile in load_profiles().items():
        if session.settings.profile in (None, name):
            rows += [
                _row(session, name, profile, api, place, check)
                for api, place in profile.tokens.items()
                if session.settings.api in (None, api)
            ]
    fields = ("profile", "api", "token", "workspace", "organization", "read_only", "url", *(["user"] if check else []))
    session.output.rows(
        rows, session.output.filled(fields, rows), fields=fields, empty="not signed in: run `toggl-tasks auth login`"
    )
    if not rows and session.settings.profile:
        session.profile  # noqa: B018 - raises if there is none of this name
    if failed := [row for row in rows if row.get("error")]:
        of = failed[0]["profile"] or failed[0]["token"]
        raise CommandError(f"{of}: {failed[0]['error']}", REFUSED)


def _row(session: Session, name: str, profile: Profile, api: str, place: str, check: bool) -> dict[str, Any]:
    url = profile.track_url if api == "track" else profile.focus_url
    row = {
        "profile": name,
        "api": api,
        "token": place,
        "workspace": profile.workspace,
        "organization": profile.organization,
        "read_only": profile.read_only,
        "url": url,
    }
    try:
        token = load_token(name, profile, api)
    except CommandError as error:
        return row | {"token": f"{place} (unreadable)", "error": error.message}
    if token is None:
        text = f"there is no token in the {place}: sign in again with `toggl-tasks auth login`"
        return row | {"token": f"{place} (missing)", "error": text}
    return row | _checked(session, api, token, url, check)


def _checked(session: Session, api: str, token: str, url: str | None, check: bool) -> dict[str, Any]:
    if not check:
        return {}
    try:
        return {"user": _check_token(session, "focus" if api == "focus" else "track", token, url)[0]}
    except CommandError as error:
        return {"user": None, "error": error.message}


@command("logout", short_help="Delete the tokens of a profile.")
def logout(session: Session) -> None:
    """Delete the tokens of a profile, or with --api only the token of one API.

    A profile without tokens is deleted too. The tokens remain valid: to revoke them, reset them in the web application.
    """
    profiles = load_profiles()
    name = session.settings.profile or DEFAULT
    if name not in profiles:
        raise CommandError(f"there is no profile {name!r}: `toggl-tasks auth status` lists them", USAGE)
    profile = profiles[name]
    gone = [api for api in profile.tokens if session.settings.api in (None, api)]
    if session.settings.dry_run:
        note(f"would delete {len(gone)} tokens of the profile {name!r}")
        return
    problems = []
    for api in gone:
        try:
            delete_token(name, api, profile.tokens[api])
        except CommandError as error:
            problems.append(error.message)
    tokens = {api: place for api, place in profile.tokens.items() if api not in gone}
    if tokens:
        profiles[name] = msgspec.structs.replace(profile, tokens=tokens, api="focus" if "focus" in tokens else "track")
    else:
        del profiles[name]
    save_profiles(profiles)
    clear_cache(name)
    if problems:
        raise CommandError(f"signed out, but {'; '.join(problems)}")
    note(f"signed out of {' and '.join(map(str.capitalize, gone)) or 'nothing'}; profile {name!r}")


for one in (login, status, logout):
    auth.add_command(one)
