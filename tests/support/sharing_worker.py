"""A program that sends a number of requests, or until its quota is spent; tests run several of it at once."""

from __future__ import annotations

import asyncio
import sys
from typing import Any

from toggl_tasks import AsyncTrack, Pace, QuotaExceeded, Track


def main(kind: str, url: str, token: str, shared: str, rate: str, number: str, workspace: str) -> None:
    pace = Pace(float(rate), burst=2) if float(rate) else None
    options: Any = {"base_url": url, "token": token, "shared": shared, "pace": pace}
    sys.stdin.readline()  # all start at once
    try:
        if kind == "threads":
            with Track(**options) as track:
                for _ in range(int(number)):
                    track.raw.list_workspace_tasks(int(workspace), per_page=1)
        else:
            asyncio.run(send_concurrently(options, int(number), int(workspace)))
    except QuotaExceeded as error:
        print("spent", "refused" if error.response is not None else "known", flush=True)
    else:
        print("done", flush=True)


async def send_concurrently(options: Any, number: int, workspace: int) -> None:
    """Send from three tasks of one event loop."""
    async with AsyncTrack(**options) as track:
        shares = [send_some(track, number // 3 + (share < number % 3), workspace) for share in range(3)]
        for end in await asyncio.gather(*shares, return_exceptions=True):
            if end is not None:
                raise end


async def send_some(track: AsyncTrack, number: int, workspace: int) -> None:
    for _ in range(number):
        await track.raw.list_workspace_tasks(workspace, per_page=1)


if __name__ == "__main__":
    main(*sys.argv[1:])
