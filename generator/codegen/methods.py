"""The methods of a client's resources: one for each operation that has `x-method`, by tag."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.model_property import ModelProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol
from openapi_python_client.parser.properties.union import UnionProperty

from ..specification import Document, follow
from .python_types import (
    argument_type,
    description,
    fields,
    parameter_type,
    response_type,
    success_response,
    success_type,
    wire_name,
    with_model,
)

#: The classes that read pages, by the style of `x-pagination`.
READERS = {"page": "NumberedPages", "offset": "OffsetPages", "single": "SinglePage"}
#: Parameters of every method in addition to those of its operation.
OPTIONS = {"self", "prefetch", "timeout", "deadline", "retries", "extra_headers"}


@dataclass(frozen=True, slots=True)
class Argument:
    """A parameter of a method; `default` is an expression, None for a required parameter."""

    name: str
    type: str
    default: str | None
    description: object
    value: str
    """Expression of the value to pass to the operation."""
    other: Argument | None = None
    """Another parameter for the same value."""


@dataclass(frozen=True, slots=True)
class Bulk:
    """The argument of a method that is a list, of which one request takes a limited number (`x-bulk`)."""

    name: str
    type: str
    description: object
    size: int
    """Number of items that one request takes."""
    place: Literal["body", "field", "query"]
    """Whether the list is the body, a field of it, or a query parameter."""
    model: str | None
    """The model whose ids the items are."""


@dataclass(frozen=True, slots=True)
class Method:
    """A method of a resource."""

    name: str
    endpoint: Endpoint
    path: Sequence[Argument]
    query: Sequence[Argument]
    body: Sequence[Argument]
    """The fields of the body, except for the one of `bulk`."""
    bulk: Bulk | None
    result: str
    """Type of the result, or of an item if the result is a list."""
    reader: str | None
    """Expression that makes the reader of the pages; None if the response is not a page."""
    filters_names: bool
    """Whether the list can be filtered by the name of its items."""
    whole: str | None
    """The model that has all ids of the path, and is accepted in their place."""
    is_list: bool
    """Whether the response is a bare array that is returned as a list."""

    @property
    def keywords(self) -> list[Argument]:
        """The keyword arguments, required ones first."""
        arguments = [each for own in (*self.query, *self.body) for each in (own, own.other) if each is not None]
        return sorted(arguments, key=lambda argument: argument.default is not None)


def resources(
    document: Document, endpoints: Sequence[Endpoint], raw: Mapping[str, Any], models: Sequence[ModelProperty]
) -> list[dict[str, Any]]:
    """Name, description and methods of each tag that has operations with `x-method`.

    `listing` is the method that lists the items which `find` searches for a name.
    """
    found = []
    for tag in document.get("tags", []):
        methods = [
            to_method(document, endpoint, raw[endpoint.name])
            for endpoint in endpoints
            if "x-method" in raw[endpoint.name] and raw[endpoint.name]["tags"] == [tag["name"]]
        ]
        if methods:
            listing = next((each for each in methods if each.name == "list" and is_searchable(each, models)), None)
            resource = {"name": tag["name"], "description": tag.get("description", "")}
            found.append({**resource, "methods": methods, "listing": listing})
    return found


def is_searchable(method: Method, models: Sequence[ModelProperty]) -> bool:
    """Whether a method without keyword arguments lists items that have names."""
    if method.reader is None or any(argument.default is None for argument in method.query):
        return False
    (item,) = [model for model in models if f"models.{model.class_info.name}" == method.result]
    return {"id", "name"} <= {wire_name(field) for field in fields(item)}


def to_method(document: Document, endpoint: Endpoint, operation: Mapping[str, Any]) -> Method:
    """The method of an operation. Raises ValueError if the operation cannot have one."""
    described = {parameter["name"]: parameter for parameter in operation["parameters"]}
    pagination = operation.get("x-pagination", {})

    def arguments(props: Sequence[PropertyProtocol]) -> list[Argument]:
        return [parameter_argument(prop, described[wire_name(prop)]) for prop in props]

    bulk = to_bulk(document, endpoint, operation) if "x-bulk" in operation else None
    query = [each for each in arguments(endpoint.query_parameters) if bulk is None or each.name != bulk.name]
    if pagination.get("style") == "page":
        size = str(described["per_page"]["schema"]["maximum"])
        query = [replace(each, type="int", default=size) if each.name == "per_page" else each for each in query]
    response = success_response(endpoint)
    is_list = not pagination and isinstance(without_null(response), ListProperty)
    method = Method(
        name=operation["x-method"],
        endpoint=endpoint,
        path=arguments(endpoint.path_parameters),
        query=query,
        body=body_arguments(document, endpoint, operation, bulk),
        bulk=bulk,
        result=item_type(response, pagination.get("items")) if pagination or is_list else success_type(endpoint),
        reader=reader(pagination) if pagination else None,
        filters_names=any(argument.name == "name" for argument in query),
        whole=whole_model(document, endpoint, operation),
        is_list=is_list,
    )
    names = [argument.name for argument in (*method.path, *method.keywords)] + ([bulk.name] if bulk else [])
    duplicates = {name for name in names if name in OPTIONS or names.count(name) > 1}
    if duplicates:
        raise ValueError(f"{endpoint.name}: duplicate argument {', '.join(sorted(duplicates))}")
    return method


def whole_model(document: Document, endpoint: Endpoint, operation: Mapping[str, Any]) -> str | None:
    """The model that has all ids of a path: a `Task` with `workspace_id` and `project_id`, for `task_id`."""
    *above, last = [wire_name(prop) for prop in endpoint.path_parameters] or [""]
    model = model_of(document, last, operation)
    if model is None or not above:
        return None
    return model if {*above} <= {*document["components"]["schemas"][model].get("required", [])} else None


def parameter_argument(prop: PropertyProtocol, parameter: Mapping[str, Any]) -> Argument:
    argument = to_argument(prop, parameter_type(prop, parameter), parameter.get("description"))
    alias = parameter["schema"].get("x-alias")
    if alias is None:
        return argument
    other = replace(argument, name=alias, description=f"Another name for `{argument.name}`.")
    value = f'request.alias("{argument.name}", {argument.name}, "{alias}", {alias})'
    return replace(argument, value=value, other=other)


def field_argument(
    document: Document, prop: PropertyProtocol, schema: object, operation: Mapping[str, Any]
) -> Argument:
    kind, name = argument_type(prop), wire_name(prop)
    model = model_of(document, name, operation) if "int" in kind.split(" | ") else None
    argument = to_argument(prop, with_model(kind, model), description(prop))
    duration = (getattr(schema, "model_extra", None) or {}).get("x-duration")
    if model is not None:
        return replace(argument, value=f"request.to_id({name}, models.{model})")
    if duration is None:
        return argument
    other = duration["property"]
    value = f'request.duration("{name}", {name}, "{other}", {other}, "{duration["unit"]}")'
    text = f"`{name}` as a timedelta."
    null = " | None" if "None" in kind else ""
    alternative = Argument(other, f"datetime.timedelta{null} | UnsetType", "UNSET", text, other)
    return replace(argument, value=value, other=alternative)


def to_argument(prop: PropertyProtocol, kind: str, text: object) -> Argument:
    name = wire_name(prop)
    if prop.required:
        return Argument(name, kind, None, text, name)
    return Argument(name, f"{kind} | UnsetType", "UNSET", text, name)


def to_bulk(document: Document, endpoint: Endpoint, operation: Mapping[str, Any]) -> Bulk:
    """The list that `x-bulk` names. Raises ValueError if the operation has none with a maximum."""
    name = operation["x-bulk"]
    place: Literal["body", "field", "query"]
    schemas = {parameter["name"]: parameter for parameter in operation["parameters"]}
    if name in schemas:
        place, schema, text = "query", schemas[name]["schema"], schemas[name].get("description")
        prop: PropertyProtocol = next(prop for prop in endpoint.query_parameters if wire_name(prop) == name)
    else:
        (media,) = follow(document, operation["requestBody"])["content"].values()
        schema, prop, place = follow(document, media["schema"]), endpoint.bodies[0].prop, "body"
        if isinstance(prop, ModelProperty):
            schema, place = schema["properties"].get(name, {}), "field"
            prop = next((field for field in fields(prop) if wire_name(field) == name), prop)
        text = schema.get("description")
    if "maxItems" not in schema:
        raise ValueError(f"{endpoint.name}: x-bulk requires an array {name} with maxItems")
    item = argument_type(prop).removeprefix("Sequence[").removesuffix("]")
    model = None
    if item == "int":
        model = model_of(document, name, operation)
        item = with_model(item, model)
    kind = f"{item} | Iterable[{item}]" if item.startswith("int") else f"Iterable[{item}]"
    return Bulk(name, kind, text, schema["maxItems"], place, model)


def model_of(document: Document, name: str, operation: Mapping[str, Any]) -> str | None:
    """The model whose id a parameter is: `Task` for `task_id` and `task_ids`, and for `ids` of a resource `tasks`."""
    name = f"{operation['tags'][0].removesuffix('s')}_ids" if name == "ids" else name.removeprefix("parent_")
    words, is_id = re.subn(r"_ids?$", "", name)
    model = "".join(word.capitalize() for word in words.split("_"))
    schema = document.get("components", {}).get("schemas", {}).get(model, {})
    return model if is_id and "id" in schema.get("properties", {}) else None


def body_arguments(
    document: Document, endpoint: Endpoint, operation: Mapping[str, Any], bulk: Bulk | None
) -> list[Argument]:
    """The fields of the body, except for the one of `bulk`."""
    if not endpoint.bodies or (bulk and bulk.place == "body"):
        return []
    prop = endpoint.bodies[0].prop
    if not isinstance(prop, ModelProperty):
        raise ValueError(f"{endpoint.name}: x-method requires a body that is an object, or x-bulk")
    schemas = prop.data.properties or {}
    arguments = [field_argument(document, field, schemas.get(field.name), operation) for field in fields(prop)]
    return [argument for argument in arguments if bulk is None or argument.name != bulk.name]


def reader(pagination: Mapping[str, str]) -> str:
    names = ", ".join(f'{name}="{pagination[name]}"' for name in ("items", "total", "key") if name in pagination)
    return f"{READERS[pagination['style']]}({names})"


def item_type(response: PropertyProtocol | None, name: str | None) -> str:
    """The type of the items of a list: a bare array, or the array in a field of an object."""
    match response:
        case UnionProperty():
            return item_type(without_null(response), name)
        case ListProperty():
            return response_type(response.inner_property, "models.")
        case ModelProperty():
            return item_type(next(field for field in fields(response) if wire_name(field) == name), None)
    raise ValueError(f"no list of items in a {type(response).__name__}")


def without_null(prop: PropertyProtocol | None) -> PropertyProtocol | None:
    """The first member of a union; other properties are returned unchanged."""
    return prop.inner_properties[0] if isinstance(prop, UnionProperty) else prop
