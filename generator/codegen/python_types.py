"""The Python types of openapi-python-client's properties."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties.any import AnyProperty
from openapi_python_client.parser.properties.boolean import BooleanProperty
from openapi_python_client.parser.properties.date import DateProperty
from openapi_python_client.parser.properties.datetime import DateTimeProperty
from openapi_python_client.parser.properties.float import FloatProperty
from openapi_python_client.parser.properties.int import IntProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.literal_enum_property import LiteralEnumProperty
from openapi_python_client.parser.properties.model_property import ModelProperty
from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol
from openapi_python_client.parser.properties.string import StringProperty
from openapi_python_client.parser.properties.union import UnionProperty
from openapi_python_client.schema import Schema
from openapi_python_client.schema.untrusted_string import UntrustedString

SIMPLE: dict[type[PropertyProtocol], str] = {
    AnyProperty: "Any",
    BooleanProperty: "bool",
    DateProperty: "datetime.date",
    DateTimeProperty: "datetime.datetime",
    FloatProperty: "float",
    IntProperty: "int",
    NoneProperty: "None",
    StringProperty: "str",
}
#: OpenAPI's constraints and their names in msgspec.Meta.
CONSTRAINTS = {
    "minimum": "ge",
    "maximum": "le",
    "minLength": "min_length",
    "maxLength": "max_length",
    "minItems": "min_length",
    "maxItems": "max_length",
    "pattern": "pattern",
}


def response_type(prop: PropertyProtocol, module: str = "") -> str:
    """The type of a field of a response; `module` is the prefix of the names of models.

    An enum is a plain value, so that a value that the service adds later does not break decoding.
    """
    match prop:
        case UnionProperty():
            return union_type(response_type(inner, module) for inner in prop.inner_properties)
        case ListProperty():
            return f"list[{response_type(prop.inner_property, module)}]"
        case ModelProperty():
            return "dict[str, Any]" if is_free_form(prop) else f"{module}{prop.class_info.name}"
        case LiteralEnumProperty():
            return prop.value_type.__name__
        case DateTimeProperty():
            return "Annotated[datetime.datetime, Meta(tz=True)]"
        case _:
            return simple_type(prop)


def request_type(prop: PropertyProtocol, schema: Schema | None = None) -> str:
    """The type of a field of a request, with the constraints that msgspec checks before it is sent."""
    match prop:
        case UnionProperty():
            return union_type(request_type(inner, schema) for inner in prop.inner_properties)
        case ListProperty():
            return add_constraints(f"list[{request_type(prop.inner_property)}]", schema)
        case ModelProperty() if not is_free_form(prop):
            return str(prop.class_info.name)
        case LiteralEnumProperty():
            return literal_type(prop)
        case NoneProperty() | BooleanProperty() | AnyProperty():
            return simple_type(prop)
        case _:
            return add_constraints(response_type(prop), schema)


def argument_type(prop: PropertyProtocol) -> str:
    """The type of an argument: literals for enums, any sequence for arrays, plain dicts in addition to models."""
    match prop:
        case UnionProperty():
            return union_type(argument_type(inner) for inner in prop.inner_properties)
        case ListProperty():
            return f"Sequence[{argument_type(prop.inner_property)}]"
        case ModelProperty():
            if is_free_form(prop):
                return "Mapping[str, Any]"
            return f"models.{prop.class_info.name} | {prop.class_info.name}Fields"
        case LiteralEnumProperty():
            return literal_type(prop)
        case _:
            return simple_type(prop)


def parameter_type(prop: PropertyProtocol, parameter: Mapping[str, Any]) -> str:
    """The type of a parameter in a path or query.

    It accepts models for ids, datetimes for UNIX times, booleans where their texts are choices, and one value in place
    of several.
    """
    schema = parameter["schema"]
    if "x-timestamp" in schema:
        return "datetime.datetime | datetime.date | int"
    if isinstance(prop, ListProperty):
        item = with_model(argument_type(prop.inner_property), parameter.get("model"))
        return union_type([*item.split(" | "), f"Sequence[{item}]"])
    if {"true", "false"} <= {*schema.get("enum", ())}:
        return f"bool | {argument_type(prop)}"
    return with_model(argument_type(prop), parameter.get("model"))


def with_model(kind: str, model: str | None) -> str:
    """The type of an id, with that of the model whose id it is, if there is one."""
    return kind if model is None else union_type([*kind.split(" | "), f"models.{model}"])


def simple_type(prop: PropertyProtocol) -> str:
    try:
        return SIMPLE[type(prop)]
    except KeyError:
        raise NotImplementedError(f"no Python type for a {type(prop).__name__}") from None


def union_type(members: Iterable[str]) -> str:
    return " | ".join(sorted(dict.fromkeys(members), key=lambda member: member == "None"))


def literal_type(prop: LiteralEnumProperty) -> str:
    return f"Literal[{', '.join(repr(value) for value in sorted(prop.values, key=str))}]"


def add_constraints(annotation: str, schema: Schema | None) -> str:
    found = {
        name: getattr(schema, constraint)
        for constraint, name in CONSTRAINTS.items()
        if getattr(schema, constraint, None) is not None
    }
    if not found:
        return annotation
    arguments = ", ".join(f"{name}={to_plain_value(value)!r}" for name, value in found.items())
    return f"Annotated[{annotation}, Meta({arguments})]"


def to_plain_value(value: object) -> object:
    """The value itself: openapi-python-client reads every bound as a float and wraps strings."""
    if isinstance(value, UntrustedString):
        return value.get_untrusted_value()
    return int(value) if isinstance(value, float) and value.is_integer() else value


def is_free_form(prop: ModelProperty) -> bool:
    """Whether an object has no named properties, so that a dict is enough."""
    return not (prop.data.properties or prop.data.allOf)


def wire_name(prop: PropertyProtocol) -> str:
    """The name in JSON: models are decoded by attribute name, so it is the name in Python too."""
    return prop.name.get_untrusted_value()


def fields(model: ModelProperty) -> list[PropertyProtocol]:
    return [*(model.required_properties or []), *(model.optional_properties or [])]


def description(prop: PropertyProtocol) -> object:
    """The description of a field, or of the model that it refers to."""
    match prop:
        case UnionProperty() if not prop.description:
            return next(filter(None, map(description, prop.inner_properties)), None)
        case ModelProperty():
            return prop.data.description
        case _:
            return prop.description


def success_response(endpoint: Endpoint) -> PropertyProtocol | None:
    """The body of the success response; None when it has none."""
    for response in endpoint.responses:
        low = response.status_code.range
        if low and 200 <= low[0] < 300 and response.source["attribute"] == "response.json()":
            return response.prop
    return None


def success_type(endpoint: Endpoint) -> str:
    """The type of the success response; `None` when it has no body."""
    response = success_response(endpoint)
    return "None" if response is None else response_type(response, "models.")
