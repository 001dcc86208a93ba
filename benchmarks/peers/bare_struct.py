"""The lower bound: the same fields as a plain msgspec struct, decoded directly from the bytes."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from typing import Any

from .httpx_json import pages


def reader(api: str) -> Callable[[bytes], Any]:
    import msgspec

    models = importlib.import_module(f"toggl_openapi.{api}.models")
    return msgspec.json.Decoder(_bare(models.TaskPage, {})).decode


def encoder(tasks: list[dict[str, Any]]) -> Callable[[], bytes]:
    import msgspec

    models = importlib.import_module("toggl_openapi.focus.models")
    bulk = _bare(models.TaskBulkCreate, {})
    return lambda: msgspec.json.encode(msgspec.convert({"tasks": tasks}, bulk))


def listing(url: str, total: int) -> Iterator[Any]:
    read = reader("track")
    for page in pages(url, total, lambda response: read(response.content)):
        yield from page.data


def caller(url: str) -> Callable[[], Any]:
    import httpx
    import msgspec

    from . import PASSWORD, TOKEN

    models = importlib.import_module("toggl_openapi.track.models")
    decode = msgspec.json.Decoder(_bare(models.Task, {})).decode
    client = httpx.Client(base_url=url, auth=(TOKEN, PASSWORD))
    return lambda: decode(client.get("/workspaces/1/projects/2/tasks/3").raise_for_status().content)


def _bare(kind: Any, made: dict[Any, Any]) -> Any:
    """A struct with only the fields of a model and of the models inside it."""
    import types
    import typing

    import msgspec

    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        if kind not in made:
            fields: list[Any] = []
            for field in msgspec.structs.fields(kind):
                bare = _bare(field.type, made)
                fields.append((field.name, bare) if field.required else (field.name, bare, field.default))
            made[kind] = msgspec.defstruct(kind.__name__, fields)
        return made[kind]
    inner = tuple(_bare(one, made) for one in typing.get_args(kind))
    match typing.get_origin(kind):
        case types.UnionType | typing.Union:
            return typing.Union[inner]  # noqa: UP007 - of members known at run time
        case origin if origin is list:
            return list[inner[0]]  # type: ignore[valid-type]
        case _:
            return kind
