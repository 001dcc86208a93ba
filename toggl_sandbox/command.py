"""The command `toggl-tasks sandbox`."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click
from click.exceptions import Exit

from .limits.quota import Plan
from .require_extra import require_extra

require_extra()

if TYPE_CHECKING:
    from .sandbox import Sandbox
    from .server import RunningServer


@click.command("sandbox", context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    show_default="8181",
    help="Port to listen on; 0 chooses a free one, as --shell does.",
)
@click.option("--host", default="127.0.0.1", show_default=True, help="Host or IP address to listen on.")
@click.option(
    "--allow-host",
    multiple=True,
    metavar="NAME",
    help="Another host name to accept in requests. Can be repeated.",
)
@click.option(
    "--allow-origin",
    multiple=True,
    metavar="URL",
    help="Allow pages of this origin to use both APIs (CORS). Can be repeated.",
)
@click.option(
    "--plan",
    type=click.Choice(get_args(Plan)),
    show_default="off",
    help="Hourly quota: off, free (30), starter (240) or premium (600).",
)
@click.option("--seed", type=int, show_default="1", help="Seed of the generated data.")
@click.option("--frozen", is_flag=True, help="Freeze the clock.")
@click.option("--rate-limit", is_flag=True, help="Answer 429 to more than about one request per second.")
@click.option(
    "--persist",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Store the state in FILE. If FILE exists, resume from it.",
)
@click.option("--no-log-bodies", is_flag=True, help="Do not store the bodies of requests and responses in the log.")
@click.option("--shell", is_flag=True, help="Open a shell in which `toggl-tasks` uses the sandbox; `exit` stops both.")
def sandbox(
    port: int | None,
    host: str,
    allow_host: Sequence[str],
    allow_origin: Sequence[str],
    plan: Plan | None,
    seed: int | None,
    frozen: bool,
    rate_limit: bool,
    persist: Path | None,
    no_log_bodies: bool,
    shell: bool,
) -> None:
    """Run a local server that emulates both of Toggl's task APIs."""
    from .clock import FROZEN_AT, Clock
    from .sandbox import Sandbox
    from .server import RunningServer
    from .state.state import StoreError

    if port is None:
        port = 0 if shell else 8181
    try:
        emulator = Sandbox(
            seed=1 if seed is None else seed,
            plan=plan or "off",
            clock=Clock(FROZEN_AT if frozen else None),
            rate_limit=rate_limit,
            persist=persist,
            log_bodies=not no_log_bodies,
        )
    except StoreError as error:
        raise _failure(str(error)) from None
    try:
        server = RunningServer(emulator, host, port, allow_hosts=allow_host, allow_origins=allow_origin)
    except ValueError as error:
        hint = "--allow-origin URL" if str(error).startswith("allowed origin") else "--allow-host NAME"
        raise _failure(f"{error}: {hint}") from None
    except OSError as error:
        # The socket module repeats the address in its text; the number of a failed look-up is negative.
        reason = os.strerror(error.errno) if error.errno and error.errno > 0 else error.strerror or error
        raise _failure(f"cannot listen on {host}:{port}: {reason}") from None
    ignored = {
        f"--seed {seed}": seed not in (None, emulator.seed),
        f"--plan {plan}": plan not in (None, emulator.quota.plan),
        "--frozen": frozen and not emulator.clock.frozen,
        "--rate-limit": rate_limit and not emulator.rate_limit.enabled,
    }
    storage = _storage(persist, emulator, [option for option, is_ignored in ignored.items() if is_ignored])
    with emulator:
        if shell:
            from .shell import open_shell

            print(storage, end="")
            open_shell(emulator, server)
        else:
            print(_banner(emulator, server, storage), flush=True)
            server.run()
    print("stopped")


def _failure(text: str) -> Exit:
    print(f"toggl-tasks sandbox: {text}", file=sys.stderr)
    return Exit(1)


def _storage(path: Path | None, sandbox: Sandbox, ignored: list[str]) -> str:
    if path is None:
        return ""
    if not sandbox.restored:
        return f"\nState stored in {path}.\n"
    text = f"\nState stored in {path}, resumed from there.\n"
    if ignored:
        text += f"Ignored: {', '.join(ignored)}. To change an existing state, use the control plane.\n"
    return text


def _banner(sandbox: Sandbox, server: RunningServer, storage: str) -> str:
    clock = "frozen" if sandbox.clock.frozen else "running"
    return f"""Toggl sandbox (seed {sandbox.seed}, plan {sandbox.quota.plan}, clock {clock}); press Ctrl-C to stop.
{storage}
  Track    {server.track_url}
  Focus    {server.focus_url}
  page     {server.page_url}
  control  {server.control_url}/openapi.yaml
  ids      organization {sandbox.organization_id}, workspace {sandbox.workspace_id}, project {sandbox.project_id}
  sign-in  with the tokens below, or as {sandbox.email} with password {sandbox.password} (Basic)

  export TOGGL_TRACK_URL={server.track_url} TOGGL_API_TOKEN={sandbox.token}
  export TOGGL_FOCUS_URL={server.focus_url} TOGGL_FOCUS_TOKEN={sandbox.focus_token}

  curl -u {sandbox.token}:api_token '{server.track_url}/workspaces/{sandbox.workspace_id}/tasks?per_page=3'
"""
