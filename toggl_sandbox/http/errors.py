"""Refusals, and how each service writes them: Track in plain text, Focus in three JSON fields."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Collection, Mapping
from typing import Any, Final, TypeVar
from urllib.parse import parse_qsl

from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, PlainTextResponse, Response
from pydantic import BaseModel, ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.routing import Match

from .context import current

FOCUS_NAMES: Final = {
    400: "validation",
    401: "invalid_session",
    402: "payment_required",
    403: "forbidden",
    404: "not_found",
    405: "method_not_allowed",
    413: "payload_too_large",
    429: "too_many_requests",
    500: "internal_server_error",
}
"""The `error` of a Focus reply; only the one of 401 is observed, the others are assumed."""

TRACK_CREDENTIALS: Final = "Incorrect username and/or password"
FOCUS_CREDENTIALS: Final = "the provided API key is invalid"

_METHODS: Final = ("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT")

BodyT = TypeVar("BodyT", bound=BaseModel)


class Refusal(Exception):
    """The service says no: a status, a text for people, and headers if need be."""

    def __init__(self, status: int, text: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(text)
        self.status = status
        self.text = text
        self.headers = headers


def track_error(status: int, text: str, headers: Mapping[str, str] | None = None) -> Response:
    """Write a refusal as Track does; its 401 has an empty body (observed)."""
    if status == 401:
        return Response(status_code=status, headers=headers)
    return PlainTextResponse(text, status, headers)


def focus_error(status: int, text: str, headers: Mapping[str, str] | None = None) -> Response:
    """Write a refusal as Focus does (observed for 401)."""
    body = {
        "error": FOCUS_NAMES.get(status, "error"),
        "error_description": FOCUS_CREDENTIALS if status == 401 else text,
        "trace_id": current.get().trace_id,
    }
    return JSONResponse(body, status, headers)


def strictly(body: BodyT) -> BodyT:
    """Read the body again without conversions: FastAPI would take `"12"` as a number, the service does not."""
    try:
        return type(body).model_validate_json(current.get().body, strict=True)
    except ValidationError as error:
        problem = error.errors(include_url=False)[0]
        raise RequestValidationError([{**problem, "loc": ("body", *problem["loc"])}]) from None


def as_written(names: Collection[str], form: re.Pattern[str]) -> None:
    """Refuse query parameters that are not of a form: FastAPI would take `0` as a date, the service does not."""
    for name, value in parse_qsl(current.get().query, keep_blank_values=True):
        if name in names and not form.fullmatch(value):
            problem = {"type": "value_error", "loc": ("query", name), "msg": "Value should be a valid date or time"}
            raise RequestValidationError([problem])


def rule(problem: Mapping[str, Any]) -> str:
    """Return what a value breaks, fit to follow the name of its field."""
    if problem["type"] == "missing":
        return "is required"
    return re.sub(r"^(Input|Value|String|List|Date|Datetime) ", "", str(problem["msg"]))


def handlers(
    write: Callable[..., Response], invalid: Callable[[str, str, str], str]
) -> dict[type[Exception], Callable[[Request, Any], Awaitable[Response]]]:
    """Return FastAPI's exception handlers for a service.

    ``write`` makes the reply of a status, a text and headers; ``invalid`` words a broken rule of a place (`path`,
    `query`, `body`), a field name and the rule.
    """

    async def refusal(_: Request, error: Refusal) -> Response:
        return write(error.status, error.text, error.headers)

    async def validation(_: Request, error: RequestValidationError) -> Response:
        problem = error.errors()[0]
        if problem["type"] == "json_invalid":
            return write(400, "The body is not valid JSON.")
        place, *names = problem["loc"]
        return write(400, invalid(place, ".".join(map(str, names)) or place, rule(problem)))

    async def http(request: Request, error: HTTPException) -> Response:
        # Starlette's own: no route, wrong method; and 401 when no scheme brought credentials.
        headers = {"allow": ", ".join(_allowed(request))} if error.status_code == 405 else error.headers
        return write(error.status_code, error.detail, headers)

    async def failure(_: Request, error: Exception) -> Response:
        return write(500, "Internal Server Error")

    return {Refusal: refusal, RequestValidationError: validation, HTTPException: http, Exception: failure}


def _allowed(request: Request) -> list[str]:
    """Return the methods of every route at this path; Starlette names those of the first one only."""
    routes = request.app.routes
    return [
        method
        for method in _METHODS
        if any(route.matches({**request.scope, "method": method})[0] is Match.FULL for route in routes)
    ]


def track_invalid(place: str, name: str, broken: str) -> str:
    """Word a broken rule for Track, which names no rule for parameters (documented: `Invalid task_id`)."""
    return f"Invalid {name}: {broken}" if place == "body" else f"Invalid {name}"


def focus_invalid(place: str, name: str, broken: str) -> str:
    """Word a broken rule for Focus."""
    return f"{name} {broken}"
