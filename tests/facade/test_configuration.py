"""Who asks, and where: from arguments and from the environment."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from tests.support.clients import FOCUS_TOKEN, TRACK_TOKEN, Clients, maybe_await
from tests.support.service import Service, raw_reply
from toggl_tasks import AsyncFocus, AsyncTrack, Focus, Track

ALL = pytest.mark.parametrize("make", [Track, AsyncTrack, Focus, AsyncFocus])
APIS = pytest.mark.parametrize(
    ("api", "token", "token_variable", "url_variable"),
    [
        ("track", TRACK_TOKEN, "TOGGL_API_TOKEN", "TOGGL_TRACK_URL"),
        ("focus", FOCUS_TOKEN, "TOGGL_FOCUS_TOKEN", "TOGGL_FOCUS_URL"),
    ],
)


async def send_request(clients: Clients, api: str, **options: Any) -> httpx.Request:
    """The request that a client with these options sends to delete task 3."""
    service = Service(raw_reply(b""))
    await maybe_await(clients.client_of(api)(service, **options).tasks.delete(1, 2, 3))
    return service.request


async def authorization(clients: Clients, api: str, **options: Any) -> str:
    (value,) = (await send_request(clients, api, **options)).headers.get_list("authorization")
    kind, _, secret = value.partition(" ")
    return f"Basic {b64decode(secret, validate=True).decode()}" if kind == "Basic" else value


async def test_a_track_token_is_sent_by_http_basic(clients: Clients) -> None:
    request = await send_request(clients, "track", token="1971800d4d82861d8f2c1651fea4d212")
    assert (b"authorization", b"Basic MTk3MTgwMGQ0ZDgyODYxZDhmMmMxNjUxZmVhNGQyMTI6YXBpX3Rva2Vu") in [
        (name.lower(), value) for name, value in request.headers.raw
    ]


async def test_each_api_sends_its_authorization_header(clients: Clients) -> None:
    assert await authorization(clients, "track", token="abc") == "Basic abc:api_token"
    assert await authorization(clients, "focus", token="toggl_sk_abc") == "Bearer toggl_sk_abc"


@pytest.mark.parametrize("api", ["track", "focus"])
async def test_email_and_password_are_basic_on_both(clients: Clients, api: str) -> None:
    given = {"email": "me@example.org", "password": " pass:wörd "}
    assert await authorization(clients, api, **given) == "Basic me@example.org: pass:wörd "


@APIS
async def test_the_token_is_read_from_the_environment(
    clients: Clients, monkeypatch: pytest.MonkeyPatch, api: str, token: str, token_variable: str, url_variable: str
) -> None:
    monkeypatch.setenv(token_variable, token)
    header = await authorization(clients, api, token=None)
    assert header in (f"Basic {token}:api_token", f"Bearer {token}")
    # An argument goes before the environment.
    assert "explicit" in await authorization(clients, api, token="explicit")
    assert await authorization(clients, api, email="me@example.org", password="x") == "Basic me@example.org:x"


@APIS
async def test_the_url_is_read_from_the_environment(
    clients: Clients, monkeypatch: pytest.MonkeyPatch, api: str, token: str, token_variable: str, url_variable: str
) -> None:
    monkeypatch.setenv(url_variable, "http://127.0.0.1:8181/from/environment")
    request = await send_request(clients, api)
    assert str(request.url).startswith("http://127.0.0.1:8181/from/environment/")
    request = await send_request(clients, api, base_url="http://localhost:9/explicit")
    assert str(request.url).startswith("http://localhost:9/explicit/")


@APIS
async def test_the_variables_of_one_api_do_not_reach_the_other(
    clients: Clients, monkeypatch: pytest.MonkeyPatch, api: str, token: str, token_variable: str, url_variable: str
) -> None:
    monkeypatch.setenv(token_variable, token)
    monkeypatch.setenv(url_variable, "http://localhost:9")
    other = "focus" if api == "track" else "track"
    with pytest.raises(ValueError, match="no credentials"):
        clients.client_of(other)(token=None)
    assert (await send_request(clients, other)).url.host.endswith("toggl.com")


@APIS
@pytest.mark.parametrize("value", ["api.track.toggl.com", "https://me:pass@host.example"])
def test_an_error_about_a_url_of_the_environment_names_the_variable(
    monkeypatch: pytest.MonkeyPatch, api: str, token: str, token_variable: str, url_variable: str, value: str
) -> None:
    monkeypatch.setenv(url_variable, value)
    with pytest.raises(ValueError, match=f"^base_url or {url_variable} must look like "):
        {"track": Track, "focus": Focus}[api](token=token)


async def test_an_empty_url_variable_counts_as_none(clients: Clients, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOGGL_TRACK_URL", "")
    assert (await send_request(clients, "track")).url.host == "api.track.toggl.com"


@pytest.mark.parametrize("base_url", ["https://host.example/api/v9", "https://host.example/api/v9/"])
async def test_a_trailing_slash_of_the_url_is_removed(clients: Clients, base_url: str) -> None:
    request = await send_request(clients, "track", base_url=base_url)
    assert str(request.url) == "https://host.example/api/v9/workspaces/1/projects/2/tasks/3"


@pytest.mark.parametrize("api", ["track", "focus"])
@pytest.mark.parametrize("around", ["{}\n", " {}", "\t{}\r\n"])
async def test_space_around_a_token_is_removed(clients: Clients, api: str, around: str) -> None:
    assert await authorization(clients, api, token=around.format("abc")) == await authorization(
        clients, api, token="abc"
    )


@APIS
@pytest.mark.parametrize("value", [None, "", " \n"])
def test_missing_credentials_raise(
    monkeypatch: pytest.MonkeyPatch,
    api: str,
    token: str,
    token_variable: str,
    url_variable: str,
    value: str | None,
) -> None:
    if value is not None:
        monkeypatch.setenv(token_variable, value)
    makes: tuple[Callable[[], object], ...] = (Track, AsyncTrack) if api == "track" else (Focus, AsyncFocus)
    for make in makes:
        with pytest.raises(ValueError, match=token_variable):
            make()


@ALL
def test_an_empty_token_does_not_fall_back_on_the_environment(
    make: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOGGL_API_TOKEN", TRACK_TOKEN)
    monkeypatch.setenv("TOGGL_FOCUS_TOKEN", FOCUS_TOKEN)
    with pytest.raises(ValueError, match="token= is empty"):
        make(token="")


@ALL
@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"token": "abc", "email": "me@example.org", "password": "secret"}, "not both"),
        ({"token": "abc", "email": "me@example.org"}, "not both"),
        ({"token": "abc", "password": "secret"}, "not both"),
        ({"email": "me@example.org"}, "must be passed together"),
        ({"password": "secret"}, "must be passed together"),
        ({"email": "me:you@example.org", "password": "secret"}, "colon"),
        ({"email": "", "password": "secret"}, "empty"),
        ({"email": "me@example.org", "password": ""}, "empty"),
        ({"token": "ab\ncd"}, "token"),
        ({"token": "ab\r\nX-Evil: 1"}, "token"),
        ({"token": "ab cd"}, "token"),
        ({"token": "ab\x00cd"}, "token"),
        ({"token": "äbcd"}, "token"),
    ],
)
def test_invalid_credentials_raise(make: Callable[..., object], given: dict[str, str], message: str) -> None:
    with pytest.raises(ValueError, match=message) as caught:
        make(**given)
    for value in filter(None, given.values()):
        assert value not in str(caught.value)


@ALL
@pytest.mark.parametrize(
    "given", [{"token": 5}, {"token": b"x"}, {"email": "me@example.org", "password": 5}, {"email": 5, "password": "x"}]
)
def test_credentials_that_are_no_text_raise(make: Callable[..., object], given: dict[str, object]) -> None:
    with pytest.raises(TypeError, match=r"^token, email and password must be str, not (int|bytes)$"):
        make(**given)


@pytest.mark.parametrize("headers", [["x"], {"x": "a\nb"}])
def test_headers_that_cannot_be_sent_raise(headers: Any) -> None:
    with pytest.raises((TypeError, ValueError), match=r"^extra_headers"):
        Track(token=TRACK_TOKEN, extra_headers=headers)
    with Track(token=TRACK_TOKEN) as track, pytest.raises((TypeError, ValueError), match=r"^extra_headers"):
        track.with_options(extra_headers=headers)


@pytest.mark.parametrize("make", [Track, AsyncTrack])
def test_a_focus_key_for_track_raises(make: Callable[..., object], monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValueError, match="Focus"):
        make(token=FOCUS_TOKEN)
    monkeypatch.setenv("TOGGL_API_TOKEN", FOCUS_TOKEN)
    with pytest.raises(ValueError, match="Focus"):
        make()


@ALL
@pytest.mark.parametrize(
    "base_url",
    [
        "api.track.toggl.com/api/v9",
        "ftp://host.example",
        "https://host..example",
        f"https://{'a' * 64}.example",
        5,
        b"https://host.example",
        "//host.example/api",
        "https://",
        "https:///api",
        "/api/v9",
        "localhost:8181",
        "https://[::1/api",
        # These would be sent to another place than the caller means, or fail on every call.
        "https://host.example:port/api",
        "https://host.example/api?x=1",
        "https://host.example/api#x",
        "https://host.example/api?",
        "https://host.example/api#",
        "https://host.example/api\n",
    ],
)
def test_an_invalid_url_raises(make: Callable[..., object], base_url: str) -> None:
    with pytest.raises(ValueError, match="base_url"):
        make(token="abc", base_url=base_url)


@ALL
def test_a_url_with_a_password_raises_without_quoting_it(make: Callable[..., object]) -> None:
    # httpx would send it in place of our Authorization, and every repr would show it.
    with pytest.raises(ValueError, match="base_url") as caught:
        make(token="abc", base_url="https://me:hunter2@host.example/api")
    assert "hunter2" not in str(caught.value)


@ALL
def test_a_url_from_the_environment_is_checked_too(
    make: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOGGL_TRACK_URL", "localhost:8181")
    monkeypatch.setenv("TOGGL_FOCUS_URL", "localhost:8181")
    with pytest.raises(ValueError, match="localhost:8181"):
        make(token="abc")


@ALL
def test_arguments_are_keyword_only(make: Callable[..., object]) -> None:
    with pytest.raises(TypeError):
        make("abc")


@ALL
def test_an_unknown_option_raises(make: Callable[..., object]) -> None:
    with pytest.raises(TypeError, match="time_out"):
        make(token="abc", time_out=3)


@ALL
@pytest.mark.parametrize("name", ["credentials", "state"])
def test_internal_fields_are_not_options(make: Callable[..., object], name: str) -> None:
    with pytest.raises(TypeError, match=name):
        make(token="abc", **{name: None})


@ALL
@pytest.mark.parametrize("name", ["base_url", "credentials", "token", "state"])
def test_with_options_rejects_connect_options(make: Callable[..., Any], name: str) -> None:
    with pytest.raises(TypeError, match=name):
        make(token="abc").with_options(**{name: "https://elsewhere.example"})


@ALL
def test_a_transport_with_an_http_client_raises(make: Callable[..., object]) -> None:
    asynchronous = make in (AsyncTrack, AsyncFocus)
    http_client = httpx.AsyncClient() if asynchronous else httpx.Client()
    with pytest.raises(ValueError, match=r"transport.*http_client|http_client.*transport"):
        make(token="abc", http_client=http_client, transport=Service())
