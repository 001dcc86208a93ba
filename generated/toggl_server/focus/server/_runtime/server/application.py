# generated from spec/focus.yaml by `make generate` - do not edit

"""Register a generated router's operations on one APIRouter, with the services that implement them."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeAlias, TypeGuard, TypeVar, cast
from urllib.parse import unquote_to_bytes

from fastapi import APIRouter
from fastapi.encoders import jsonable_encoder
from fastapi.exceptions import HTTPException, RequestValidationError
from fastapi.params import Depends
from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse
from starlette.routing import Match
from typing_extensions import TypeIs

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import Receive, Scope, Send

MethodT = TypeVar("MethodT")
_REQUEST_VALUES: Final = frozenset({"input", "ctx", "url"})
_LOCATIONS: Final = {"path": 0, "query": 1, "header": 2, "cookie": 3}
"""The order of FastAPI's records by location; a body comes after every parameter."""
_REJECTED: Final = "datamodel_code_generator.rejected"
_SLASH: Final = "\udc2f"
"""Stands for an encoded slash while a route matches; no decoded path holds a lone surrogate."""


class RawPathRouter(APIRouter):
    """An APIRouter that matches its routes with each slash the raw path encodes kept inside its segment.

    FastAPI matches and handles an included router through these methods, once per request; a path without an encoded
    slash, or whose raw path does not spell it, goes through them unchanged. So does a path that selects a route the
    router's user added, such as a mount or a Starlette route, which receives the decoded path as FastAPI routes it.
    """

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Match the routes against the path with its encoded slashes marked."""
        if (marked := self._marked(scope)) is None:
            return super().matches(scope)
        _, match, child_scope = marked
        return match, child_scope

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Select the route by the path with its encoded slashes marked; the route puts the slashes back."""
        if (marked := self._marked(scope)) is None:
            await super().handle(scope, receive, send)
            return
        decoded, scope["path"] = scope["path"], marked[0]
        try:
            await super().handle(scope, receive, send)
        finally:
            scope["path"] = decoded

    def _marked(self, scope: Scope) -> tuple[str, Match, Scope] | None:
        """Return the marked path and its match, unless it selects a route other than a RawPathRoute."""
        if (path := _segmented(scope)) is None:
            return None
        match, child_scope = super().matches({**scope, "path": path})
        if match is not Match.NONE and not isinstance(child_scope.get("route"), RawPathRoute):
            return None
        return path, match, child_scope


def malformed_request() -> HTTPException:
    """Return the error for request data that no declared parameter or media form can represent."""
    return HTTPException(status_code=400, detail="Invalid request")


class ParameterReader:
    """A dependency that reads parameters FastAPI cannot: its route reports the records it rejects with FastAPI's."""

    __slots__ = ()


class _RejectedReadError(RequestValidationError, AttributeError):
    """The records of a Rejected value raised by reading a parameter value from it, which FastAPI answers with 422.

    It is an AttributeError too, as reading an attribute raises it.
    """


@dataclass(frozen=True, slots=True)
class Rejected:
    """The records of the parameters a request carries in forms their declarations reject, left by a ParameterReader.

    Whichever raises them first takes them: the route with FastAPI's own records, or the endpoint when FastAPI found
    none, through `accepted` or by reading a value of the record it stands for, as a route of a custom template that
    leaves `accepted` out does before it calls the method.
    """

    records: list[dict[str, object]]

    def take(self) -> list[dict[str, object]]:
        """Return the records, leaving none to raise again."""
        records = self.records.copy()
        self.records.clear()
        return records

    def __getattr__(self, name: str) -> NoReturn:
        """Raise the records for a parameter value read from the record; a special name is missing, as elsewhere."""
        if name.startswith("__"):
            raise AttributeError(name)
        raise _RejectedReadError(self.take())


def reject(scope: MutableMapping[str, Any], records: list[dict[str, object]]) -> Rejected:
    """Leave the records of rejected parameters on a request's scope, and return them as a Rejected value."""
    scope[_REJECTED] = rejected = Rejected(records)
    return rejected


class RawPathRoute(APIRoute):
    """An APIRoute of a RawPathRouter: it puts the slashes back in the path and its values before the endpoint runs.

    A route with a ParameterReader dependency reports the records the reader leaves with FastAPI's own, and one with
    header or cookie parameters that FastAPI reads answers 400 for a request whose value of one of them is not ASCII,
    as a reader answers for the headers and cookies it reads.
    """

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return FastAPI's handler, which checks the text of its headers and raises a reader's records with its own."""
        handler = super().get_route_handler()
        endpoint = self.dependant  # codespell:ignore dependant
        headers = _names(endpoint.header_params, lower=True)
        cookies = _names(endpoint.cookie_params, lower=False)
        readers = any(isinstance(dependency.call, ParameterReader) for dependency in endpoint.dependencies)
        if not (headers or cookies or readers):
            return handler

        async def reported(request: Request) -> Response:
            if (headers or cookies) and not _ascii(request.scope["headers"], headers, cookies):
                raise malformed_request()
            try:
                return await handler(request)
            except RequestValidationError as error:
                if not isinstance(left := request.scope.get(_REJECTED), Rejected) or not (records := left.take()):
                    raise
                merged = sorted([*error.errors(), *records], key=_location)
                raise RequestValidationError(merged, body=error.body, endpoint_ctx=error.endpoint_ctx) from None

        return reported

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Restore the decoded path and the path parameter values, then handle the request."""
        if _SLASH in (path := scope["path"]):
            scope["path"] = path.replace(_SLASH, "/")
            scope["path_params"] = {
                name: value.replace(_SLASH, "/") if isinstance(value, str) else value
                for name, value in scope["path_params"].items()
            }
        await super().handle(scope, receive, send)


def wire_named(names: Mapping[str, str]) -> type[RawPathRoute]:
    """Return a RawPathRoute class whose validation errors locate renamed path placeholders by their wire names.

    FastAPI reads a path parameter by the name its placeholder has in the route path, and locates its records by that
    name. `names` gives the wire name of each renamed placeholder FastAPI reads; only a request that fails validation
    looks one up, before any exception handler receives the error.
    """

    class WireNamedRoute(RawPathRoute):
        def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
            handler = super().get_route_handler()

            async def named(request: Request) -> Response:
                try:
                    return await handler(request)
                except RequestValidationError as error:
                    for record in error.errors():
                        match record:
                            case {"loc": ("path", str(), *_)} if (wire := names.get(record["loc"][1])) is not None:
                                record["loc"] = ("path", wire, *record["loc"][2:])
                            case _:
                                pass
                    raise

            return named

    return WireNamedRoute


def _names(fields: Iterable[Any], *, lower: bool) -> frozenset[bytes]:
    """Return the names FastAPI reads parameters by, as raw header bytes: header names compare case-insensitively."""
    return frozenset((field.alias.lower() if lower else field.alias).encode("latin-1", "replace") for field in fields)


def _ascii(lines: Iterable[tuple[bytes, bytes]], headers: frozenset[bytes], cookies: frozenset[bytes]) -> bool:
    """Return whether the request's values of the named headers and cookies are ASCII, as RFC 9110 and 6265 write them.

    A cookie is found as Starlette finds it: a `;`-separated pair of a `Cookie` header, its name stripped.
    """
    for name, value in lines:
        if value.isascii():
            continue
        if name in headers or (
            name == b"cookie"
            and any(
                separator and key.strip() in cookies and not text.isascii()
                for key, separator, text in (pair.partition(b"=") for pair in value.split(b";"))
            )
        ):
            return False
    return True


def _location(record: Mapping[str, Any]) -> int:
    """Return where a record's location comes in FastAPI's order: path, query, header, and cookie, then the rest."""
    return _LOCATIONS.get((record.get("loc") or ("",))[0], len(_LOCATIONS))


def _segmented(scope: Scope) -> str | None:
    """Return the path with the slashes its raw path encodes after the root path marked, or None without any."""
    raw: bytes = scope.get("raw_path") or b""
    if raw.find(b"%2F") < 0 and raw.find(b"%2f") < 0:
        return None
    path: str = scope["path"]
    segments = (unquote_to_bytes(segment).decode(errors="replace") for segment in raw.split(b"/"))
    marked = "/".join(segment.replace("/", _SLASH) for segment in segments)
    plain = marked.replace(_SLASH, "/")
    if not path.endswith(plain):
        return None
    offset = len(path) - len(plain)
    root = scope.get("root_path", "")
    start = max(offset, len(root) if path.startswith(root) else 0)
    tail = marked[start - offset :]
    if _SLASH not in tail:
        return None
    return path[:start] + tail


def _coroutine_function(value: object) -> TypeGuard[Callable[..., Awaitable[object]]]:
    """Return whether calling a value, a function or an object with an async __call__, returns a coroutine."""
    return inspect.iscoroutinefunction(value) or inspect.iscoroutinefunction(getattr(value, "__call__", None))  # noqa: B004


def _awaitable(authorize: Callable[..., object]) -> Callable[..., Awaitable[object]]:
    """Return an authorize callback to await: a coroutine function as it is, any other run in the threadpool.

    An awaitable that the other returns is awaited too, so its result or its rejection is the callback's.
    """
    if _coroutine_function(authorize):
        return authorize

    async def threaded(requirements: object, credentials: object) -> object:
        result = await run_in_threadpool(authorize, requirements, credentials)
        return await result if inspect.isawaitable(result) else result

    return threaded


@dataclass(frozen=True, slots=True, kw_only=True)
class Wiring:
    """What route adders connect: the services by group, the authorize callback, and operation dependencies."""

    services: Mapping[str, Any]
    authorize: object
    dependencies: Mapping[str, Sequence[Depends]]

    def authorizer(self) -> Callable[..., Awaitable[object]]:
        """Return the authorize callback to await, which a secured operation needs before it is registered."""
        if not callable(authorize := self.authorize):
            msg = "An authorize callback is required because the selected operations use security"
            raise TypeError(msg)
        return _awaitable(authorize)


Route: TypeAlias = tuple[str, Callable[[APIRouter, Wiring], None]]


async def validation_error_handler(  # noqa: RUF029 - Starlette runs a synchronous handler in the threadpool.
    _: Request, error: Exception
) -> JSONResponse:
    """Answer 422 with the type, location, and message of each of FastAPI's records, without its input and context.

    The error is the RequestValidationError the handler is registered for; Starlette types every handler's as Exception.
    """
    errors = cast("RequestValidationError", error).errors()
    records = [{key: value for key, value in record.items() if key not in _REQUEST_VALUES} for record in errors]
    return JSONResponse({"detail": jsonable_encoder(records)}, status_code=422)


def error_handlers(exception_handlers: Mapping[Any, Any] | None) -> dict[Any, Any]:
    """Return an application's exception handlers: validation_error_handler, under the caller's own handlers."""
    return {RequestValidationError: validation_error_handler, **(exception_handlers or {})}


def checked(
    method: MethodT, label: str, keywords: tuple[str, ...] | None = None, *, asynchronous: bool = False
) -> MethodT:
    """Return a service method for its operation, refusing one that its route cannot call as the route calls it.

    A coroutine function where a plain one runs, or the reverse, would skip the method body or fail after it ran, and a
    signature that does not take the keyword arguments the route passes, `keywords`, would fail on every request:
    either stops the registration. A wider signature, with defaults or `**kwargs`, takes them. A route of a custom
    template that names no keywords is not checked for them, and neither is a callable without a signature.
    """
    if _coroutine_function(method) is not asynchronous:
        kinds = ("a coroutine function", "a plain method")
        found, needed = reversed(kinds) if asynchronous else kinds
        msg = f"{label} is {found}, but the operation's handler mode needs {needed}"
        raise TypeError(msg)
    if keywords is None:
        return method
    try:
        signature = _signature(cast("Callable[..., object]", method))
    except ValueError:
        return method
    try:
        signature.bind(**dict.fromkeys(keywords))
    except TypeError as error:
        name = getattr(method, "__qualname__", repr(method))
        passed = ", ".join(keywords) or "none"
        msg = f"{label}, {name}, cannot take the keyword arguments its route passes ({passed}): {error}"
        raise TypeError(msg) from None
    return method


def _signature(method: Callable[..., object]) -> inspect.Signature:
    """Return a method's own signature, not that of a function it wraps, without evaluating its annotations."""
    if sys.version_info >= (3, 14):  # pragma: >=3.14 cover
        from annotationlib import Format  # noqa: PLC0415

        return inspect.signature(method, follow_wrapped=False, annotation_format=Format.FORWARDREF)
    return inspect.signature(method, follow_wrapped=False)  # pragma: <3.14 cover


def missing_implementation(error: ImportError, implementations: Mapping[str, str]) -> None:
    """Raise an error naming what to write when the entrypoint could not import a module or name of yours.

    `implementations` maps each module the entrypoint imports to the class or function it imports from it. Any other
    import error, such as one in a module that an implementation imports, returns for the caller to re-raise unchanged.
    Files are named where they are, relative to the working directory when they lie inside it.
    """
    package = __name__.partition("._runtime.")[0]
    entrypoint = f"{package}.main"
    root = Path(str(sys.modules[package].__file__)).parent
    readme = f"see Next steps in {_shown(root / 'README.md')}"
    name = error.name or ""
    if isinstance(error, ModuleNotFoundError):
        missing = {
            module: item for module, item in implementations.items() if name in {module, module.rpartition(".")[0]}
        }
        if not missing:
            return
        files = [] if name in missing else [_shown(_file(root, package, name).with_suffix("") / "__init__.py")]
        files.extend(f"{_shown(_file(root, package, module))} defining {item}" for module, item in missing.items())
        msg = (
            f"No module named {name!r}: create {', '.join(files)}, which {entrypoint} imports. Generating the "
            f"server again writes missing modules with stubs; {readme}"
        )
    elif (
        (item := implementations.get(name)) is not None
        and getattr(error, "name_from", item) == item
        and not hasattr(module := sys.modules.get(name), item)
    ):
        where = _shown(Path(str(getattr(module, "__file__", None) or _file(root, package, name))))
        msg = f"{name} defines no {item}, which {entrypoint} imports: define it in {where}; {readme}"
    else:
        return
    raise ImportError(msg, name=name) from error


def _file(root: Path, package: str, module: str) -> Path:
    """Return the file a module of the package's parent package would have, beside the package's directory."""
    parent = package.rpartition(".")[0]
    return root.parent.joinpath(*module.removeprefix(f"{parent}." if parent else "").split(".")).with_suffix(".py")


def _shown(path: Path) -> str:
    """Return a path relative to the working directory when it lies inside it."""
    return (path.relative_to(cwd) if path.is_relative_to(cwd := Path.cwd()) else path).as_posix()


def _is_sequence(value: object) -> TypeIs[Sequence[object]]:
    return isinstance(value, Sequence)


def build(  # noqa: PLR0913
    routes: tuple[Route, ...],
    *,
    services: Mapping[str, Any],
    authorize: object = None,
    dependencies: Sequence[Depends],
    operation_dependencies: Mapping[str, Any] | None,
    prefix: str,
) -> APIRouter:
    """Register the routes in order on a new router; each looks its service's method up as it registers.

    The router is a RawPathRouter, so a percent-encoded slash stays inside the path parameter it belongs to.

    The service Protocols and FastAPI check the services and settings. Refused here is what would otherwise drop a
    dependency or an authorization without an error: a dependency for a method the router does not have, or one
    that is no sequence of Depends, and, by the secured routes, a missing authorize callback.
    """
    own = operation_dependencies or {}
    if unknown := sorted(own.keys() - {name for name, _ in routes}):
        msg = f"operation_dependencies names no operation of this router: {', '.join(unknown)}"
        raise ValueError(msg)
    for name, items in own.items():
        if not (_is_sequence(items) and all(isinstance(item, Depends) for item in items)):
            msg = f"operation_dependencies[{name!r}] must be a sequence of Depends(...) values"
            raise TypeError(msg)
    wiring = Wiring(services=services, authorize=authorize, dependencies=own)
    router = RawPathRouter(prefix=prefix, dependencies=dependencies, route_class=RawPathRoute)
    for _, add in routes:
        add(router, wiring)
    return router
