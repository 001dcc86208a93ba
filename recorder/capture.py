"""Sends the requests of a session and stores the responses as recordings."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path

import httpx

from toggl_tasks import ApiError, DecodeFailed, NotAuthenticated, QuotaExceeded

from .folder import save
from .format import NEVER_STORED, Provenance, Recording, Request, Response
from .scrub import Scrubber
from .session import Session, Step, UnknownId

MAX_BODY = 200_000
"""Maximum size of a stored body in bytes; longer lists show nothing new."""


class Recorder:
    """Stores recordings in a folder, each as soon as its response has arrived."""

    def __init__(
        self,
        folder: Path,
        scrubber: Scrubber,
        *,
        say: Callable[[str], None],
        pause: Callable[[], None],
    ) -> None:
        """`say` prints a line; `pause` is called between requests."""
        self._folder = folder
        self._scrubber = scrubber
        self._say = say
        self._pause = pause
        self.stored: list[Path] = []

    def run(self, session: Session, steps: Sequence[Step]) -> None:
        """Send the requests of these steps. QuotaExceeded and NotAuthenticated end the run: all later ones fail."""
        for step in steps:
            title = f"{step.operation} ({step.name})"
            try:
                response = step.send().response
            except UnknownId as unknown:
                self._say(f"  - {title}: skipped: {unknown}")
                continue
            except DecodeFailed as error:
                response = _response_of(error.response)
                self._say(f"  ! {error}")
            except ApiError as error:
                response = _response_of(error.response)
                if isinstance(error, QuotaExceeded | NotAuthenticated) and not step.error_expected:
                    self._store(session, step, response, title)
                    raise
            self._store(session, step, response, title)
            self._pause()

    def _store(self, session: Session, step: Step, response: httpx.Response, title: str) -> None:
        if len(response.content) > MAX_BODY:
            self._say(f"  - {title}: {response.status_code}, not stored: {len(response.content):,} bytes")
            return
        recording = recording_of(session, step, response)
        kind = "recorded" if recording.provenance.evidence == "recorded" else "sandbox"
        path = save(recording, f"{kind}-{step.name}", self._scrubber, self._folder)
        self.stored.append(path)
        self._say(f"  + {title}: {response.status_code}")


def recording_of(session: Session, step: Step, response: httpx.Response) -> Recording:
    """Return the recording of a response, not scrubbed yet."""
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
    """Return the provenance: `recorded` only if both the session and this URL are those of the live service."""
    today = datetime.datetime.now(datetime.UTC).date()
    if session.live and str(url).startswith(f"{session.live_url}/"):
        return Provenance(evidence="recorded", source="the live service, by `make record`", date=today, host=url.host)
    return Provenance(evidence="assumed", source="sandbox", date=today)


def _response_of(response: httpx.Response | None) -> httpx.Response:
    assert response is not None, "errors of an httpx client have a response"
    return response
