"""The base of all resources: how a method runs an operation, and the errors for wrong arguments."""

from __future__ import annotations

import difflib
import functools
import inspect
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, ParamSpec, TypeVar

import attrs

from toggl_openapi.operation import Operation
from toggl_openapi.request import check_name, show, to_id

from ._decoding import as_list
from ._drivers import AsyncDriver, SyncDriver
from ._flow import Flow
from ._pages import PageQuery, PageReader, Walk
from ._request_flow import CallOptions, ClientConfig, attach_response, run_all
from .errors import DecodeFailed, NameNotFound

P = ParamSpec("P")
T = TypeVar("T")
U = TypeVar("U")
R = TypeVar("R", bound="Resource")


class Resource:
    """A group of methods of one client, such as `track.tasks`."""

    def __init__(self, config: ClientConfig, driver: Any) -> None:
        self._config = config
        self._driver = driver

    def __init_subclass__(cls) -> None:
        for name, method in list(vars(cls).items()):
            if not name.startswith("_"):
                setattr(cls, name, explain_arguments(method))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._config.base_url}>"

    def _value(self, operation: Operation[T], options: CallOptions) -> Flow[T]:
        return (yield from self._config.execute(operation, options)).value

    def _convert(self, operation: Operation[T], options: CallOptions, convert: Callable[[T], U]) -> Flow[U]:
        answer = yield from self._config.execute(operation, options)
        with attach_response(answer):
            return convert(answer.value)

    def _items(self, operation: Operation[list[T] | None], options: CallOptions) -> Flow[list[T]]:
        return self._convert(operation, options, lambda items: as_list(items, f"{operation.name}: $"))

    def _many(
        self, build: Callable[[list[Any]], Operation[Any]], chunked: list[list[Any]], options: CallOptions
    ) -> Flow[Any]:
        """Send one request for each chunk. Returns the items of the responses, or None if they have none."""
        operations = [build(chunk) for chunk in chunked]  # check all chunks before sending the first one
        result: list[Any] = []
        pairs = zip(operations, chunked, strict=True)
        flows = [self._one_of_many(operation, chunk, options, result) for operation, chunk in pairs]
        yield from run_all(self._config, flows, result, {})
        return None if operations[0].success is None else result

    def _one_of_many(
        self, operation: Operation[Any], chunk: list[Any], options: CallOptions, result: list[Any]
    ) -> Flow[None]:
        if operation.success is None:
            yield from self._value(operation, options)
            result += chunk
            return
        try:
            result += yield from self._items(operation, options)
        except DecodeFailed as error:
            # The service has applied the request: after an error, the program would repeat it.
            if error.response is None or error.response.content.strip():
                raise

    def _query(
        self, operation: Operation[Any], options: CallOptions, reader: PageReader, prefetch: int
    ) -> PageQuery[Any]:
        return PageQuery(config=self._config, options=options, first=operation, reader=reader, prefetch=prefetch)

    def _find(self, operation: Operation[Any], options: CallOptions, reader: PageReader, name: str) -> Flow[Any]:
        """The item called `name`: exactly, otherwise regardless of case. Raises NameNotFound."""
        check_name(name)
        items = yield from self._all_items(operation, options, reader)
        matches = items_named(name, items)
        unfiltered = tuple(parameter for parameter in operation.query if parameter[0] not in ("name", "search"))
        if not matches and unfiltered != operation.query:
            # It is not known how the service compares names.
            items = yield from self._all_items(attrs.evolve(operation, query=unfiltered), options, reader)
            matches = items_named(name, items)
        if len(matches) != 1:
            raise name_not_found(operation.name, name, matches, items)
        return matches[0]

    def _all_items(self, operation: Operation[Any], options: CallOptions, reader: PageReader) -> Flow[list[Any]]:
        query = self._query(operation, options, reader, 0)
        walk = Walk(query)
        items: list[Any] = []
        following: Operation[Any] | None = operation
        while following is not None:
            page = yield from query.fetch(following)
            if (new := walk.take(page)) is not None:
                items += new.items
            following = page.next or walk.read_again()
        return items


def resource(kind: type[R]) -> functools.cached_property[R]:
    """A resource as an attribute of a client: `tasks = resource(Tasks)`. It is created on first use."""
    return functools.cached_property(lambda client: kind(client._config, client._driver))


class SyncResource(Resource):
    """Methods that block."""

    _driver: SyncDriver


class AsyncResource(Resource):
    """Methods to await."""

    _driver: AsyncDriver


def items_named(name: str, items: list[Any]) -> list[Any]:
    """The items with exactly this name, otherwise those with this name regardless of case."""
    named = [item for item in items if isinstance(item.name, str) and caseless(item.name) == caseless(name)]
    return [item for item in named if item.name == name] or named


def caseless(name: str) -> str:
    """A key that ignores case and the encoding of accented letters (caseless matching, Unicode 3.13 D145)."""
    return unicodedata.normalize("NFD", unicodedata.normalize("NFD", name).casefold())


def name_not_found(operation: str, name: str, matches: list[Any], items: list[Any]) -> NameNotFound:
    """The error for a name that no item has, or that several have."""
    if matches:
        ids = tuple(item.id for item in matches)
        error = NameNotFound(f"{operation}: {len(matches)} items are named {name!r}: choose one by its id: {ids}")
        error.ids = ids
        return error
    names = sorted({item.name for item in items if isinstance(item.name, str)})
    if close := difflib.get_close_matches(name, names, 3):
        more = f"; did you mean {', '.join(map(repr, close))}?"
    elif names:
        more = f"; use one of {', '.join(map(repr, names[:10]))}" + (f" and {len(names) - 10} more" * (len(names) > 10))
    else:
        more = ""
    return NameNotFound(f"{operation}: no item is named {name!r}{more}")


def explain_arguments(method: Callable[P, T]) -> Callable[P, T]:
    """The method, with a helpful TypeError for a wrong, missing or positional argument."""

    @functools.wraps(method)
    def explained(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return method(*args, **kwargs)
        except TypeError as error:
            # With a deeper frame, the error was raised in the body of the method.
            if error.__traceback__ is None or error.__traceback__.tb_next is not None:
                raise
            mistake = describe_mistake(method, len(args) - 1, kwargs.keys())
            raise TypeError(f"{type(args[0]).__name__}.{method.__name__}: {mistake or error}") from None
        finally:
            kwargs.clear()  # crash reporters show the local variables of a traceback

    return explained


def describe_mistake(method: Callable[..., Any], given: int, keywords: Collection[str]) -> str | None:
    """Which argument of a call is wrong, and what to write instead; None if that is unknown."""
    parameters = list(inspect.signature(method).parameters.values())[1:]
    names = [parameter.name for parameter in parameters]
    for name in sorted({*keywords} - {*names}):
        close = difflib.get_close_matches(name, names, 1)
        hint = f"did you mean {close[0]!r}? " if close else ""
        return f"there is no argument {name!r}; {hint}the arguments are {', '.join(names)}"
    positional = [parameter.name for parameter in parameters if parameter.kind is parameter.POSITIONAL_OR_KEYWORD]
    if given > len(positional):
        others = ", ".join(name for name in names if name not in positional)
        taken = f"only {' and '.join(positional)}" if positional else "nothing"
        return f"takes {taken} by position, but {given} values were given: write the others as name=value: {others}"
    missing = [
        parameter.name
        for parameter in parameters
        if parameter.default is parameter.empty and parameter.name not in {*keywords, *positional[:given]}
    ]
    return f"{' and '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing" if missing else None


def chunks(name: str, values: object, size: int, model: type[Any] | None = None) -> list[list[Any]]:
    """The values in order, at most `size` at a time; raises TypeError or ValueError unless it is a non-empty list.

    With a model, they are ids or such models, or only one of these; each id is sent once.
    """
    if model is not None and isinstance(values, int | model):
        values = [values]
    if isinstance(values, str | bytes | Mapping) or not isinstance(values, Iterable):
        raise TypeError(f"{name} must be a list, not {show(values)}")
    items = list(values) if model is None else unique_ids(name, values, model)
    if not items:
        raise ValueError(f"{name} is empty: pass at least one")
    return [items[start : start + size] for start in range(0, len(items), size)]


def unique_ids(name: str, values: Iterable[Any], model: type[Any]) -> list[int]:
    """Each id once; raises TypeError or ValueError for an invalid id."""
    ids = [to_id(value, model) for value in values]
    for id_ in ids:
        if not isinstance(id_, int) or isinstance(id_, bool):
            raise TypeError(f"{name}: expected an int or a {model.__name__}, not {show(id_)}")
        if id_ < 1:
            raise ValueError(f"{name} must be at least 1, not {id_}")
    return list(dict.fromkeys(map(int, ids)))
