"""One definition of each call for threads and asyncio: a plan, which the client's driver runs."""

from __future__ import annotations

import difflib
import functools
import inspect
from collections.abc import Callable, Coroutine, Iterable, Mapping
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar, cast, overload

from toggl_openapi.operation import Operation

from ._drivers import AsyncDriver, SyncDriver
from ._flow import Plan
from ._pages import AsyncPages, Pages, Walk
from ._request_flow import Answer, CallOptions, Policy, about

P = ParamSpec("P")
T = TypeVar("T")
U = TypeVar("U")


class Resource:
    """A group of calls of one client, such as `track.tasks`."""

    def __init__(self, policy: Policy, driver: Any) -> None:
        self._policy = policy
        self._driver = driver

    def _call(self, operation: Operation[T], options: CallOptions) -> Plan[T]:
        return (yield from self._policy.exchange(operation, options)).value

    def _use(self, operation: Operation[T], options: CallOptions, use: Callable[[T], U]) -> Plan[U]:
        answer = yield from self._policy.exchange(operation, options)
        with about(answer):
            return use(answer.value)


class SyncResource(Resource):
    """Calls that block."""

    _driver: SyncDriver

    def __init_subclass__(cls) -> None:
        _bind(cls, Pages)


class AsyncResource(Resource):
    """Calls to await."""

    _driver: AsyncDriver

    def __init_subclass__(cls) -> None:
        _bind(cls, AsyncPages)


def _bind(cls: type[Resource], pages: type) -> None:
    """Make methods of all calls of a class, once, so that using one costs no more than any method."""
    for name in dir(cls):
        attribute = getattr(cls, name)
        if isinstance(attribute, call | paged):
            setattr(cls, name, attribute.method(pages))


class call(Generic[P, T]):  # noqa: N801 - used as a decorator
    """A method written as a plan: a plain call on a SyncResource, a coroutine on an AsyncResource."""

    def __init__(self, plan: Callable[Concatenate[Any, P], Plan[T]]) -> None:
        self.plan = plan
        functools.update_wrapper(cast("Any", self), plan)

    @overload
    def __get__(self, resource: SyncResource, owner: type) -> Callable[P, T]: ...
    @overload
    def __get__(self, resource: AsyncResource, owner: type) -> Callable[P, Coroutine[Any, Any, T]]: ...
    @overload
    def __get__(self, resource: None, owner: type) -> call[P, T]: ...
    def __get__(self, resource: Resource | None, owner: type) -> Any:
        return self

    def method(self, pages: type) -> Callable[..., Any]:
        """What a class has in its place."""
        plan = self.plan

        @functools.wraps(plan)
        def method(resource: Resource, /, *args: Any, **kwargs: Any) -> Any:
            return resource._driver.run(plan(resource, *args, **kwargs))

        return method


class paged(Generic[P, T]):  # noqa: N801 - used as a decorator
    """A method written as a walk over pages: Pages on a SyncResource, AsyncPages on an AsyncResource."""

    def __init__(self, walk: Callable[Concatenate[Any, P], Walk[T]]) -> None:
        self.walk = walk
        functools.update_wrapper(cast("Any", self), walk)

    @overload
    def __get__(self, resource: SyncResource, owner: type) -> Callable[P, Pages[T]]: ...
    @overload
    def __get__(self, resource: AsyncResource, owner: type) -> Callable[P, AsyncPages[T]]: ...
    @overload
    def __get__(self, resource: None, owner: type) -> paged[P, T]: ...
    def __get__(self, resource: Resource | None, owner: type) -> Any:
        return self

    def method(self, pages: type) -> Callable[..., Any]:
        """What a class has in its place, to give its lists as this type."""
        walk = self.walk

        @functools.wraps(walk)
        def method(resource: Resource, /, *args: Any, **kwargs: Any) -> Any:
            return pages(walk(resource, *args, **kwargs), resource._driver.run)

        return method


def raw(operation: Callable[P, Operation[T]]) -> call[P, Answer[T]]:
    """An operation of the specification as a call that gives the decoded value with the response."""

    def plan(resource: Resource, /, *args: P.args, **kwargs: P.kwargs) -> Plan[Answer[T]]:
        return resource._policy.exchange(operation(*args, **kwargs), {})

    functools.update_wrapper(plan, operation)
    given = inspect.signature(operation)
    itself = inspect.Parameter("self", inspect.Parameter.POSITIONAL_ONLY)
    cast("Any", plan).__signature__ = given.replace(parameters=[itself, *given.parameters.values()])
    return call(plan)


def split(keywords: Mapping[str, Any]) -> tuple[Any, CallOptions]:
    """Filters or fields, and what every call accepts."""
    options = {name: value for name, value in keywords.items() if name in CallOptions.__annotations__}
    return {name: value for name, value in keywords.items() if name not in options}, cast("CallOptions", options)


def split_list(keywords: Mapping[str, Any]) -> tuple[int, Any, CallOptions]:
    """How many pages to fetch ahead, the filters, and what every call accepts."""
    given, options = split(keywords)
    return given.pop("prefetch", 0), given, options


def chunks(name: str, given: Iterable[T], size: int) -> list[list[T]]:
    """The members in order, at most `size` at a time; raises for what is no list of some."""
    if isinstance(given, str | bytes | Mapping) or not isinstance(given, Iterable):
        raise TypeError(f"{name} takes a list, not {type(given).__name__}")
    members = list(given)
    if not members:
        raise ValueError(f"{name} is empty: give at least one")
    return [members[start : start + size] for start in range(0, len(members), size)]


def known(function: Callable[..., Any], filters: Mapping[str, Any]) -> None:
    """Raise TypeError for a filter that the operation does not have."""
    names = (function.__kwdefaults__ or {}).keys()
    for name in filters.keys() - names:
        close = difflib.get_close_matches(name, names, 1)
        meant = f"did you mean {close[0]!r}? " if close else ""
        raise TypeError(f"unknown filter {name!r}: {meant}there are {', '.join(sorted(names))}")
