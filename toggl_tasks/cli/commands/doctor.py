"""`doctor`: checks of the configuration, with a remedy for each problem."""

from __future__ import annotations

import os
import platform
import re
import socket
import ssl
import time
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from typing import Any, Literal
from urllib.parse import urlsplit

import click

from ..errors import CommandError, to_command_error
from ..profiles import cache_folder, load_profiles, profiles_file, write_private
from ..root import command
from ..session import Session
from ..tokens import keyring_name, tokens_file
from ..values import printable
from .auth import URL_VARIABLES, VARIABLES

SKEW = 60.0
"""Maximum difference in seconds between the clock and the service's clock."""
FEW = 5
"""Number of remaining requests at which the quota check warns."""
COLUMNS = ("check", "status", "detail", "remedy")

Status = Literal["ok", "warn", "fail"]
Check = dict[str, Any]


@command("doctor")
def doctor(session: Session) -> None:
    """Check version, configuration, keyring, connection, clock and quota. Sends one request to each API with a token.

    The exit code is 1 if a check fails. No token is printed.
    """
    checks: list[Check] = []

    def run() -> Iterator[Check]:
        for one in all_checks(session):
            checks.append(one)
            yield one

    if session.output.format == "table" and session.settings.fields is None and not session.settings.quiet:
        for one in run():
            print_check(one)
    else:
        session.output.rows(run(), COLUMNS)
    if failed := [one for one in checks if one["status"] == "fail"]:
        raise CommandError(f"{len(failed)} of {len(checks)} checks failed: {', '.join(one['check'] for one in failed)}")


def check(name: str, status: Status, detail: str, remedy: str = "") -> Check:
    """A line of the report."""
    return {"check": name, "status": status, "detail": detail, "remedy": remedy or None}


def print_check(one: Check) -> None:
    """Print a check as soon as it ends, without truncation at the edge of the terminal."""
    colour = {"ok": "green", "warn": "yellow", "fail": "red"}[one["status"]]
    coloured = click.style(f"{one['status']:4}", fg=colour) if not os.environ.get("NO_COLOR") else f"{one['status']:4}"
    click.echo(f"{coloured}  {one['check']}: {printable(one['detail'])}")
    if one["remedy"]:
        click.echo(f"      {printable(one['remedy'])}")


def all_checks(session: Session) -> Iterator[Check]:
    """All checks, in order. They do not raise CommandError."""
    libraries = ", ".join(f"{name} {version(name)}" for name in ("httpx", "msgspec", "click"))
    yield check("version", "ok", f"toggl-tasks {version('toggl-tasks')}, {libraries}")
    yield check("python", "ok", f"{platform.python_version()} on {platform.system()} {platform.machine()}")
    try:
        profiles = load_profiles()
        names = ", ".join(profiles) or "no profiles"
        yield check("profiles", "ok", f"{profiles_file()}: {names}")
        session.profile  # noqa: B018 - raises if there is none of the name
    except CommandError as error:
        yield check(
            "profiles", "fail", error.message, "repair the file, or sign in again with `toggl-tasks auth login`"
        )
        return
    yield _settings(session)
    yield from _storage(session)
    yield _proxy()
    apis = [api for api in VARIABLES if session.settings.api in (None, api)]
    connected = False
    for api in apis:
        try:
            has_token = session.has_token(api)
        except CommandError as error:
            yield check(f"{api} token", "fail", error.message, f"toggl-tasks auth login --api {api}")
            continue
        if has_token:
            connected = True
            yield from _connection(session, api)
    if not connected:
        yield check(
            "token", "fail", "not signed in", "`toggl-tasks auth login`, or set TOGGL_API_TOKEN or TOGGL_FOCUS_TOKEN"
        )


def _settings(session: Session) -> Check:
    """The settings and the file or variable that each comes from."""
    profile, named = session.profile, session.settings.profile
    parts = [f"profile {session.profile_name}{' (read-only)' if profile.read_only else ''}", f"api {session.api}"]
    for name in ("workspace", "organization"):
        if given := getattr(session.settings, name):
            variable = f"TOGGL_{name.upper()}"
            parts.append(f"{name} {given} ({variable if os.environ.get(variable) == given else f'--{name}'})")
        elif given := getattr(profile, name):
            parts.append(f"{name} {given} (profile)")
    for api, variable in VARIABLES.items():
        if os.environ.get(variable) and not named:
            parts.append(f"token of {api} ({variable})")
        elif api in profile.tokens:
            parts.append(f"token of {api} ({profile.tokens[api]})")
    for api, variable in URL_VARIABLES.items():
        if os.environ.get(variable) and not named:
            parts.append(f"URL of {api} ({variable})")
        elif profile.track_url if api == "track" else profile.focus_url:
            parts.append(f"URL of {api} (profile)")
    ignored = [one for one in (*VARIABLES.values(), *URL_VARIABLES.values()) if named and os.environ.get(one)]
    if ignored:
        return check("configuration", "warn", "; ".join(parts), f"not used with --profile: {', '.join(ignored)}")
    return check("configuration", "ok", "; ".join(parts))


def _storage(session: Session) -> Iterator[Check]:
    name = keyring_name()
    in_keyring = "keyring" in session.profile.tokens.values()
    if name and not name.startswith("unusable"):
        yield check("keyring", "ok", name)
    else:
        remedy = "install one that Python's keyring supports; `auth login --store file` works without"
        yield check("keyring", "fail" if in_keyring else "warn", name or "this system has none", remedy)
    file = tokens_file()
    if file.exists() and os.name == "posix":
        mode = file.stat().st_mode & 0o777
        if mode & 0o077:
            yield check("token file", "fail", f"{file} has mode {mode:04o}: others can read it", f"chmod 600 '{file}'")
        else:
            yield check("token file", "ok", f"{file}, mode {mode:04o}")
    trial = cache_folder() / "trial"
    try:
        write_private(trial, b"")
        trial.unlink()
        yield check("cache", "ok", str(cache_folder()))
    except CommandError as error:
        yield check("cache", "warn", error.message, "make the folder writable; otherwise, more requests are sent")


def _proxy() -> Check:
    from urllib.request import getproxies

    proxies = {name: _without_password(url) for name, url in getproxies().items() if name in ("http", "https", "all")}
    listed = ", ".join(f"{name} {url}" for name, url in proxies.items())
    skipped = os.environ.get("NO_PROXY") or os.environ.get("no_proxy")
    return check("proxy", "ok", (listed or "none") + (f"; not for {skipped}" if skipped and listed else ""))


def _without_password(url: str) -> str:
    return re.sub(r"//[^/@]*@", "//***@", url)


def _connection(session: Session, api: str) -> Iterator[Check]:
    """The steps of a connection; stops at the first failure."""
    try:
        client: Any = session.focus if api == "focus" else session.track
    except (CommandError, ValueError) as error:
        yield check(f"{api} client", "fail", str(error), "correct the setting")
        return
    base_url = session.url_of(api)
    parts = urlsplit(base_url)
    host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
    if not _uses_proxy(parts.scheme, host):
        step = f"{api} network"
        try:
            began = time.perf_counter()
            address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][4][0]
            resolved = time.perf_counter()
            with socket.create_connection((host, port), timeout=10) as plain:
                connected = time.perf_counter()
                detail = f"{host} is {address} ({_ms(resolved - began)}), connected ({_ms(connected - resolved)})"
                if parts.scheme == "https":
                    with _tls_context().wrap_socket(plain, server_hostname=host) as secure:
                        detail += f", {secure.version()} ({_ms(time.perf_counter() - connected)})"
            yield check(step, "ok", detail)
        except socket.gaierror as error:
            yield check(
                step, "fail", f"cannot resolve {host}: {error.strerror}", "check the network and the DNS server"
            )
            return
        except ssl.SSLError as error:
            remedy = "a proxy may replace certificates: set SSL_CERT_FILE to its certificate"
            yield check(step, "fail", f"TLS with {host} failed: {error.reason or error}", remedy)
            return
        except OSError as error:
            detail = f"cannot connect to {host}:{port}: {error.strerror or error}"
            yield check(step, "fail", detail, "check the network, the firewall and the proxy settings")
            return
    sent = time.time()
    try:
        answer = client.raw.get_my_settings() if api == "focus" else client.raw.get_my_quota()
    except Exception as error:
        failure = to_command_error(error)
        if failure is None:
            raise
        yield check(f"{api} request", "fail", failure.message)
        return
    received = time.time()
    yield check(f"{api} request", "ok", f"{base_url} accepts the token, answered in {_ms(received - sent)}")
    yield _clock(api, answer.response.headers.get("date"), sent, received)
    if (known := client.quota) is not None:
        yield _quota(api, known)


def _clock(api: str, date: str | None, sent: float, received: float) -> Check:
    try:
        there = parsedate_to_datetime(date or "").timestamp()
    except ValueError:
        return check(f"{api} clock", "ok", "not compared: the response has no Date header")
    # The header has whole seconds, and can be of any time between sending and receiving.
    ahead = there - received if there > received else min(0.0, there + 1 - sent)
    detail = "within a second of the service's" if abs(ahead) < 1 else f"{abs(ahead):.0f} s"
    if abs(ahead) >= 1:
        detail += " behind the service's" if ahead > 0 else " ahead of the service's"
    if abs(ahead) > SKEW:
        return check(f"{api} clock", "warn", detail, "set the clock of this machine: waits for the quota depend on it")
    return check(f"{api} clock", "ok", detail)


def _quota(api: str, quota: Any) -> Check:
    until = f", full again at {quota.resets_at.astimezone():%H:%M}" if quota.resets_at else ""
    detail = f"{quota.remaining} requests left of {quota.scope or 'this hour'}{until}"
    if quota.remaining <= FEW:
        return check(f"{api} quota", "warn", detail, "wait, or use --wait")
    return check(f"{api} quota", "ok", detail)


def _uses_proxy(scheme: str, host: str) -> bool:
    from urllib.request import getproxies, proxy_bypass

    proxies = getproxies()
    return bool(proxies.get(scheme) or proxies.get("all")) and not proxy_bypass(host)


def _tls_context() -> ssl.SSLContext:
    import httpx

    return httpx.create_ssl_context()


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"
