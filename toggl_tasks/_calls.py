"""One definition of each call for threads and asyncio: a flow, which the driver of the client runs."""

from __future__ import annotations

import difflib
import functools
import inspect
from collections.abc import Callable, Coroutine, Iterable, Mapping
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar, cast, overload

from toggl_openapi.operation import Operation

from ._drivers import AsyncDriver, SyncDriver
from ._flow import Flow
from ._pages import AsyncPages, PageQuery, Pages
from ._request_flow import Answer, CallOptions, ClientConfig, attach_response

P = ParamSpec("P")
T = TypeVar("T")
U = TypeVar("U")


class Resource:
    """A group of calls of one client, such as `track.tasks`."""

    def __init__(self, config: ClientConfig, driver: Any) -> None:
        self._config = config
        self._driver = driver

    def _call(self, operation: Operation[T], options: CallOptions) -> Flow[T]:
        return (yield from self._config.execute(operation, options)).value

    def _call_and_convert(self, operation: Operation[T], options: CallOptions, convert: Callable[[T], U]) -> Flow[U]:
        answer = yield from self._config.execute(operation, options)
        with attach_response(answer):
            return convert(answer.value)


class SyncResource(Resource):
    """Calls that block."""

    _driver: SyncDriver

    def __init_subclass__(cls) -> None:
        _add_methods(cls, Pages)


class AsyncResource(Resource):
    """Calls to await."""

    _driver: AsyncDriver

    def __init_subclass__(cls) -> None:
        _add_methods(cls, AsyncPages)


def _add_methods(cls: type[Resource], pages: type) -> None:
    """Replace all calls of a class by methods, once, so that a call costs no more than any method."""
    for name in dir(cls):
        attribute = getattr(cls, name)
        if isinstance(attribute, call | list_call):
            setattr(cls, name, attribute.method(pages))


class call(Generic[P, T]):  # noqa: N801 - used as a decorator
    """A method that returns a flow: a blocking call on a SyncResource, a coroutine on an AsyncResource."""

    def __init__(self, flow: Callable[Concatenate[Any, P], Flow[T]]) -> None:
        self.flow = flow
        functools.update_wrapper(cast("Any", self), flow)

    @overload
    def __get__(self, resource: SyncResource, owner: type) -> Callable[P, T]: ...
    @overload
    def __get__(self, resource: AsyncResource, owner: type) -> Callable[P, Coroutine[Any, Any, T]]: ...
    @overload
    def __get__(self, resource: None, owner: type) -> call[P, T]: ...
    def __get__(self, resource: Resource | None, owner: type) -> Any:
        return self

    def method(self, pages: type) -> Callable[..., Any]:
        """The method for a class."""
        flow = self.flow

        @functools.wraps(flow)
        def method(resource: Resource, /, *args: Any, **kwargs: Any) -> Any:
            return resource._driver.run(flow(resource, *args, **kwargs))

        return method


class list_call(Generic[P, T]):  # noqa: N801 - used as a decorator
    """A method that returns a PageQuery: Pages on a SyncResource, AsyncPages on an AsyncResource."""

    def __init__(self, query: Callable[Concatenate[Any, P], PageQuery[T]]) -> None:
        self.query = query
        functools.update_wrapper(cast("Any", self), query)

    @overload
    def __get__(self, resource: SyncResource, owner: type) -> Callable[P, Pages[T]]: ...
    @overload
    def __get__(self, resource: AsyncResource, owner: type) -> Callable[P, AsyncPages[T]]: ...
    @overload
    def __get__(self, resource: None, owner: type) -> list_call[P, T]: ...
    def __get__(self, resource: Resource | None, owner: type) -> Any:
        return self

    def method(self, pages: type) -> Callable[..., Any]:
        """The method for a class whose lists are of the type `pages`."""
        query = self.query

        @functools.wraps(query)
        def method(resource: Resource, /, *args: Any, **kwargs: Any) -> Any:
            return pages(query(resource, *args, **kwargs), resource._driver.run)

        return method


def raw_call(operation: Callable[P, Operation[T]]) -> call[P, Answer[T]]:
    """A call of one operation of the specification, which returns the decoded value with the response."""

    def flow(resource: Resource, /, *args: P.args, **kwargs: P.kwargs) -> Flow[Answer[T]]:
        return resource._config.execute(operation(*args, **kwargs), {})

    functools.update_wrapper(flow, operation)
    signature = inspect.signature(operation)
    self_parameter = inspect.Parameter("self", inspect.Parameter.POSITIONAL_ONLY)
    parameters = [self_parameter, *signature.parameters.values()]
    cast("Any", flow).__signature__ = signature.replace(parameters=parameters)
    return call(flow)


def split_options(keywords: Mapping[str, Any]) -> tuple[Any, CallOptions]:
    """Split keyword arguments into filters or fields, and options of the call."""
    options = {name: value for name, value in keywords.items() if name in CallOptions.__annotations__}
    return {name: value for name, value in keywords.items() if name not in options}, cast("CallOptions", options)


def split_list_options(keywords: Mapping[str, Any]) -> tuple[int, Any, CallOptions]:
    """Split keyword arguments into `prefetch`, filters, and options of the call."""
    filters, options = split_options(keywords)
    return filters.pop("prefetch", 0), filters, options


def chunks(
    name: str, values: Iterable[T], size: int, convert: Callable[[Iterable[T]], list[T]] = list
) -> list[list[T]]:
    """The values in order, at most `size` at a time; raises TypeError or ValueError unless it is a non-empty list."""
    if isinstance(values, str | bytes | Mapping) or not isinstance(values, Iterable):
        raise TypeError(f"{name} takes a list, not {type(values).__name__}")
    items = convert(values)
    if not items:
        raise ValueError(f"{name} is empty: give at least one")
    return [items[start : start + size] for start in range(0, len(items), size)]


def check_filters(function: Callable[..., Any], filters: Mapping[str, Any]) -> None:
    """Raise TypeError for a filter that the operation does not have."""
    names = (function.__kwdefaults__ or {}).keys()
    for name in filters.keys() - names:
        close = difflib.get_close_matches(name, names, 1)
        hint = f"did you mean {close[0]!r}? " if close else ""
        raise TypeError(f"unknown filter {name!r}: {hint}there are {', '.join(sorted(names))}")
