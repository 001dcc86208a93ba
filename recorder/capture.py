"""Sends the requests of a session and keeps what comes back."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path

import httpx

from toggl_tasks import ApiError, DecodeFailed, NotAuthenticated, QuotaExceeded

from .folder import save
from .format import NEVER_STORED, Provenance, Recording, Request, Response
from .scrub import Scrubber
from .session import Session, Step, Unknown

LONGEST_BODY = 200_000
"""Bytes of a body that is kept; a longer list has nothing that a shorter one has not."""


class Recorder:
    """Keeps exchanges in a folder, each as soon as it has taken place."""

    def __init__(
        self,
        folder: Path,
        scrubber: Scrubber,
        *,
        say: Callable[[str], None],
        pause: Callable[[], None],
    ) -> None:
        """`say` shows a line to the user; `pause` is called between requests."""
        self._folder = folder
        self._scrubber = scrubber
        self._say = say
        self._pause = pause
        self.stored: list[Path] = []

    def run(self, session: Session, steps: Sequence[Step]) -> None:
        """Send the requests of these steps. Stops with QuotaExceeded or NotAuthenticated: no later one can succeed."""
        for step in steps:
            title = f"{step.operation} ({step.name})"
            try:
                response = step.send().response
            except Unknown as unknown:
                self._say(f"  - {title}: left out: {unknown}")
                continue
            except DecodeFailed as error:
                response = _answered(error.response)
                self._say(f"  ! {error}")
            except ApiError as error:
                response = _answered(error.response)
                if isinstance(error, QuotaExceeded | NotAuthenticated) and not step.meant_to_fail:
                    self._store(session, step, response, title)
                    raise
            self._store(session, step, response, title)
            self._pause()

    def _store(self, session: Session, step: Step, response: httpx.Response, title: str) -> None:
        if len(response.content) > LONGEST_BODY:
            self._say(f"  - {title}: {response.status_code}, not kept: {len(response.content):,} bytes")
            return
        recording = recording_of(session, step, response)
        kind = "recorded" if recording.provenance.evidence == "recorded" else "sandbox"
        path = save(recording, f"{kind}-{step.name}", self._scrubber, self._folder)
        self.stored.append(path)
        self._say(f"  + {title}: {response.status_code}")


def recording_of(session: Session, step: Step, response: httpx.Response) -> Recording:
    """The exchange that this response ended, not scrubbed yet."""
    request = response.request
    base = httpx.URL(session.base_url)
    path, _, query = request.url.raw_path.decode("ascii").partition("?")
    headers = {name.lower(): value for name, value in response.headers.items() if name.lower() not in NEVER_STORED}
    return Recording(
        provenance=provenance_of(session, request.url),
        request=Request(
            api=session.api,
            operation=step.operation,
            method=request.method,
            path=path.removeprefix(base.path),
            query=query,
            body=request.content.decode() or None,
        ),
        response=Response.of(response.status_code, headers, response.content),
    )


def provenance_of(session: Session, url: httpx.URL) -> Provenance:
    """Only bytes of the vendor's own service are `recorded`: the session talks to it, and this address is one of it."""
    today = datetime.datetime.now(datetime.UTC).date()
    if session.live and str(url).startswith(f"{session.live_url}/"):
        return Provenance(evidence="recorded", source="the live service, by `make record`", date=today, host=url.host)
    return Provenance(evidence="assumed", source="sandbox", date=today)


def _answered(response: httpx.Response | None) -> httpx.Response:
    assert response is not None, "errors of a client that sends over httpx have a response"
    return response
