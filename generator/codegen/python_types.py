"""What openapi-python-client's properties are called in the generated Python."""

from __future__ import annotations

from collections.abc import Iterable

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


def decoded(prop: PropertyProtocol, module: str = "") -> str:
    """The type of a field that the service sends; `module` goes before the names of models.

    An enum is its plain value here, so that a value the service adds later does not break a read.
    """
    match prop:
        case UnionProperty():
            return union(decoded(inner, module) for inner in prop.inner_properties)
        case ListProperty():
            return f"list[{decoded(prop.inner_property, module)}]"
        case ModelProperty():
            return "dict[str, Any]" if is_free_form(prop) else f"{module}{prop.class_info.name}"
        case LiteralEnumProperty():
            return prop.value_type.__name__
        case _:
            return simple(prop)


def sent(prop: PropertyProtocol, schema: Schema | None = None) -> str:
    """The type of a field that we send, with its constraints, which msgspec checks before a request goes out."""
    match prop:
        case UnionProperty():
            return union(sent(inner, schema) for inner in prop.inner_properties)
        case ListProperty():
            return constrained(f"list[{sent(prop.inner_property)}]", schema)
        case ModelProperty() if not is_free_form(prop):
            return str(prop.class_info.name)
        case LiteralEnumProperty():
            return literal(prop)
        case DateTimeProperty():
            return "Annotated[datetime.datetime, Meta(tz=True)]"
        case NoneProperty() | BooleanProperty() | AnyProperty():
            return simple(prop)
        case _:
            return constrained(decoded(prop), schema)


def accepted(prop: PropertyProtocol) -> str:
    """The type of an argument: literals for enums, any sequence for arrays, plain dicts beside models."""
    match prop:
        case UnionProperty():
            return union(accepted(inner) for inner in prop.inner_properties)
        case ListProperty():
            return f"Sequence[{accepted(prop.inner_property)}]"
        case ModelProperty():
            if is_free_form(prop):
                return "Mapping[str, Any]"
            return f"models.{prop.class_info.name} | {prop.class_info.name}Fields"
        case LiteralEnumProperty():
            return literal(prop)
        case _:
            return simple(prop)


def simple(prop: PropertyProtocol) -> str:
    try:
        return SIMPLE[type(prop)]
    except KeyError:
        raise NotImplementedError(f"no Python type for a {type(prop).__name__}") from None


def union(members: Iterable[str]) -> str:
    return " | ".join(sorted(dict.fromkeys(members), key=lambda member: member == "None"))


def literal(prop: LiteralEnumProperty) -> str:
    return f"Literal[{', '.join(repr(value) for value in sorted(prop.values, key=str))}]"


def constrained(annotation: str, schema: Schema | None) -> str:
    found = {
        name: getattr(schema, constraint)
        for constraint, name in CONSTRAINTS.items()
        if getattr(schema, constraint, None) is not None
    }
    if not found:
        return annotation
    arguments = ", ".join(f"{name}={plain(value)!r}" for name, value in found.items())
    return f"Annotated[{annotation}, Meta({arguments})]"


def plain(value: object) -> object:
    """openapi-python-client reads every bound as a float and wraps texts."""
    if isinstance(value, UntrustedString):
        return value.get_untrusted_value()
    return int(value) if isinstance(value, float) and value.is_integer() else value


def is_free_form(prop: ModelProperty) -> bool:
    """Whether an object has no named properties, so that a dict says as much as a class."""
    return not (prop.data.properties or prop.data.allOf)
