"""A program that sends requests until it is told to stop or its quota is spent: what the tests run several of."""

from __future__ import annotations

import asyncio
import sys
from typing import Any

from toggl_tasks import AsyncTrack, Pace, QuotaExceeded, Track


def main(kind: str, url: str, token: str, shared: str, rate: str, number: str, workspace: str) -> None:
    pace = Pace(float(rate), burst=2) if float(rate) else None
    options: Any = {"base_url": url, "token": token, "shared": shared, "pace": pace}
    sys.stdin.readline()  # all begin at once
    try:
        if kind == "threads":
            with Track(**options) as track:
                for _ in range(int(number)):
                    track.raw.list_workspace_tasks(int(workspace), per_page=1)
        else:
            asyncio.run(at_once(options, int(number), int(workspace)))
    except QuotaExceeded as error:
        print("spent", "refused" if error.response is not None else "known", flush=True)
    else:
        print("done", flush=True)


async def at_once(options: Any, number: int, workspace: int) -> None:
    """Three tasks of one loop."""
    async with AsyncTrack(**options) as track:
        shares = [some(track, number // 3 + (share < number % 3), workspace) for share in range(3)]
        for end in await asyncio.gather(*shares, return_exceptions=True):
            if end is not None:
                raise end


async def some(track: AsyncTrack, number: int, workspace: int) -> None:
    for _ in range(number):
        await track.raw.list_workspace_tasks(workspace, per_page=1)


if __name__ == "__main__":
    main(*sys.argv[1:])
