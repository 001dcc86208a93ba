"""The command `toggl-tasks sandbox`."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

from typer import Exit, Option

from .limits.quota import Plan
from .require_extra import check_extra

check_extra()


def sandbox(
    port: Annotated[int, Option(min=0, max=65535, help="Port to listen on; 0 takes a free one.")] = 8181,
    host: Annotated[str, Option(help="Address to listen on.")] = "127.0.0.1",
    allow_host: Annotated[
        list[str] | None, Option(help="Another name that requests may call it by; can be given more than once.")
    ] = None,
    plan: Annotated[
        Plan | None, Option(help="Hourly quota: none, 30, 240 or 600 requests.", show_default="off")
    ] = None,
    seed: Annotated[int | None, Option(help="Number that chooses the contents.", show_default="1")] = None,
    frozen: Annotated[bool, Option("--frozen", help="Stop the clock.")] = False,
    rate_limit: Annotated[
        bool, Option("--rate-limit", help="Answer 429 to more than about a request a second.")
    ] = False,
    persist: Annotated[
        Path | None,
        Option(metavar="FILE", help="Keep the state in a file. One that exists goes on as it was left."),
    ] = None,
) -> None:
    """Serve an emulator of both of Toggl's task APIs on this machine."""
    from .clock import FROZEN_AT, Clock
    from .http.server import RunningServer
    from .sandbox import Sandbox
    from .state.entities import StoreError

    try:
        emulator = Sandbox(
            seed=1 if seed is None else seed,
            plan=plan or "off",
            clock=Clock(FROZEN_AT if frozen else None),
            rate_limit=rate_limit,
            persist=persist,
        )
    except StoreError as error:
        print(f"toggl-tasks sandbox: {error}", file=sys.stderr)
        raise Exit(1) from None
    try:
        server = RunningServer(emulator, host, port, allow_hosts=allow_host or ())
    except ValueError as error:
        print(f"toggl-tasks sandbox: {error}: --allow-host NAME", file=sys.stderr)
        raise Exit(1) from None
    except OSError as error:
        # The socket module puts the address into the text once more; a failed look-up has a number below 0.
        reason = os.strerror(error.errno) if error.errno and error.errno > 0 else error.strerror or error
        print(f"toggl-tasks sandbox: cannot listen on {host}:{port}: {reason}", file=sys.stderr)
        raise Exit(1) from None
    kept = ""
    if persist:
        kept = f"\nIts state is kept in {persist}"
        if emulator.restored:
            kept += ", which goes on as it was left"
            unused = {
                f"--seed {seed}": seed not in (None, emulator.seed),
                f"--plan {plan}": plan not in (None, emulator.quota.plan),
                "--frozen": frozen and not emulator.clock.frozen,
                "--rate-limit": rate_limit and not emulator.rate_limit.enabled,
            }
            if any(unused.values()):
                options = ", ".join(option for option, is_unused in unused.items() if is_unused)
                kept += f".\nNot used: {options}. They are for a new file; the control plane changes this one"
        kept += ".\n"
    clock = "frozen" if emulator.clock.frozen else "running"
    print(
        f"""Toggl sandbox (seed {emulator.seed}, plan {emulator.quota.plan}, clock {clock}); Ctrl-C stops it.
{kept}
  Track    {server.track_url}
  Focus    {server.focus_url}
  page     {server.page_url}
  control  {server.control_url}/openapi.yaml
  ids      organization {emulator.organization_id}, workspace {emulator.workspace_id}, project {emulator.project_id}
  sign-in  with the tokens below, or {emulator.email} / {emulator.password} by Basic

  export TOGGL_TRACK_URL={server.track_url} TOGGL_API_TOKEN={emulator.token}
  export TOGGL_FOCUS_URL={server.focus_url} TOGGL_FOCUS_TOKEN={emulator.focus_token}

  curl -u {emulator.token}:api_token '{server.track_url}/workspaces/{emulator.workspace_id}/tasks?per_page=3'
""",
        flush=True,
    )
    with emulator:
        server.run()
    print("stopped")
