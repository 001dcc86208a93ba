"""This project's client with default settings: drift is handled, secrets are redacted, errors are typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from . import TOKEN

IMPORT = "import toggl_tasks"
CLIENT = "client = toggl_tasks.Track(token=token, base_url=url)"
CALL = "client.tasks.get(1, 2, 3)"


def reader(api: str) -> Callable[[bytes], Any]:
    import importlib

    from toggl_tasks._credentials import basic_auth
    from toggl_tasks._decoding import decode

    page = importlib.import_module(f"toggl_openapi.{api}.models").TaskPage
    redact = basic_auth(TOKEN, "api_token").redact
    return lambda body: decode(page, body, "list_tasks", redact)[0]


def encoder(tasks: list[dict[str, Any]]) -> Callable[[], bytes]:
    from toggl_openapi.focus import operations

    def encode() -> bytes:
        body = operations.create_tasks(1, 2, {"tasks": tasks}).body  # type: ignore[arg-type]
        assert body is not None
        return body

    return encode


def listing(url: str, total: int) -> Iterator[Any]:
    with client(url) as track:
        yield from track.tasks.list(total, active="both")


def caller(url: str) -> Callable[[], Any]:
    track = client(url)
    return lambda: track.tasks.get(1, 2, 3)


def client(url: str, **options: Any) -> Any:
    from toggl_tasks import Track

    # Without a rate limit, which delays requests and is not measured here.
    return Track(token=TOKEN, base_url=url, pace=None, **options)
