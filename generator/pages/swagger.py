"""Reads a Swagger 2.0 document into the facts of a page, without its sentences and the names of its schemas."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ..specification import METHODS, resolve
from .page_parser import HOSTS, LIMITS, WHOLE_BODY, Field, Limits, Page, PageError, PageOperation, Parameter

_PLACES = ("path", "query", "body", "formData", "header")

Node = dict[str, Any]


def is_json(text: str) -> bool:
    """Whether the text can only be JSON, not a page."""
    return text.lstrip().startswith("{")


def read_swagger(text: str, name: str) -> Page:
    """Read every operation of a Swagger 2.0 document. Raises PageError, naming the place, for what cannot be read."""
    try:
        document = json.loads(text)
    except ValueError as error:
        raise PageError(f"expected JSON ({error})") from error
    if document.get("swagger") != "2.0":
        raise PageError("expected a Swagger 2.0 document: its member 'swagger' is \"2.0\"")
    try:
        operations = list(_Document(document).operations())
    except (AttributeError, KeyError, TypeError) as error:
        raise PageError(f"expected a valid Swagger 2.0 document ({type(error).__name__}: {error})") from error
    if not operations:
        raise PageError("expected at least one operation under 'paths'")
    return Page(name, tuple(sorted(operations, key=lambda operation: (operation.path, operation.method))))


class _Document:
    def __init__(self, document: Node) -> None:
        self._document = document
        self._host = f"https://{document['host']}{document.get('basePath', '').rstrip('/')}"
        if self._host not in HOSTS:
            raise PageError(f"expected a document for {' or '.join(HOSTS)}; found {self._host}")
        # A document without any list of required fields does not say that all of its fields are optional.
        self._says_required = any("required" in schema for schema in document.get("definitions", {}).values())

    def operations(self) -> Iterator[PageOperation]:
        for path, item in self._document["paths"].items():
            shared = item.get("parameters", [])
            for method in METHODS:
                if method in item:
                    yield self._operation(path, method, item[method], shared)

    def _operation(self, path: str, method: str, operation: Node, shared: Sequence[Node]) -> PageOperation:
        where = f"{method.upper()} {path}"
        # A parameter of the operation replaces the shared one of the same place and name.
        parameters: dict[tuple[str, str], Node] = {}
        for node in (*shared, *operation.get("parameters", [])):
            parameter = self._follow(node)
            if parameter["in"] not in _PLACES:
                raise PageError(f"{where}: expected a parameter in {', '.join(_PLACES)}; found {parameter['in']!r}")
            parameters[parameter["in"], parameter["name"]] = parameter

        in_place: dict[str, dict[str, Node]] = {place: {} for place in _PLACES}
        for (place, name), parameter in parameters.items():
            # A GET has no form: the vendor's tool puts parameters of the query there.
            in_place["query" if (method, place) == ("get", "formData") else place][name] = parameter
        body: Mapping[str, Field] | None = None
        if in_place["body"]:
            (parameter,) = in_place["body"].values()
            body = self._body(parameter["schema"])
        elif form := in_place["formData"]:
            body = {name: self._field(node, (), node.get("required", False)) for name, node in form.items()}
        responses = {}
        for status, node in operation["responses"].items():
            if not status.startswith("x-"):
                response = self._follow(node)
                responses[status] = self._body(response["schema"]) if "schema" in response else None
        return PageOperation(
            method.upper(),
            self._host,
            path,
            {name: self._parameter(node) for name, node in in_place["path"].items()},
            {name: self._parameter(node) for name, node in in_place["query"].items()},
            body,
            responses,
        )

    def _parameter(self, node: Node) -> Parameter:
        field = self._field(node, (), None)
        return Parameter(field.type, node.get("required", False), field.nullable, field.enum, field.limits)

    def _body(self, schema: Node) -> Mapping[str, Field]:
        whole = self._field(schema, (), None)
        return whole.fields or {} if whole.type == "object" else {WHOLE_BODY: whole}

    def _field(self, node: Node, above: tuple[int, ...], required: bool | None) -> Field:
        """The facts of a schema; `above` are the schemas around it, so that one inside itself ends."""
        nodes = list(self._parts(node))
        nullable = any(part.get("x-nullable", False) for part in nodes)
        enum, limits = _enum(nodes), _limits(nodes)
        items: Node = next((part["items"] for part in nodes if "items" in part), {})
        kind = next((part["type"] for part in nodes if "type" in part), None)
        recursive = any(id(part) in above for part in nodes)
        above = (*above, *(id(part) for part in nodes))
        if kind == "array" or (kind is None and items):
            inside = Field("any") if recursive else self._field(items, above, None)
            merged = {**(inside.limits or {}), **(limits or {})}
            return Field(
                f"array<{inside.type}>", nullable, inside.fields, required, enum or inside.enum, merged or None
            )
        if kind is None:
            kind = "object" if any("properties" in part for part in nodes) else "any"
        fields = None if recursive else self._fields(nodes, above)
        return Field(kind, nullable, fields, required, enum, limits)

    def _fields(self, nodes: Sequence[Node], above: tuple[int, ...]) -> Mapping[str, Field] | None:
        required = {name for node in nodes for name in _required_names(node)}
        fields: dict[str, Field] = {}
        for node in nodes:
            for name, schema in node.get("properties", {}).items():
                fields[name] = self._field(schema, above, name in required if self._says_required else None)
        return fields or None

    def _parts(self, node: Node, above: tuple[int, ...] = ()) -> Iterator[Node]:
        """The schema and the schemas of its `allOf`, with references followed: together they describe a value."""
        node = self._follow(node)
        if id(node) not in above:
            yield node
            for part in node.get("allOf", ()):
                yield from self._parts(part, (*above, id(node)))

    def _follow(self, node: Node) -> Node:
        seen = set()
        while "$ref" in node:
            reference = node["$ref"]
            target = resolve(self._document, reference)
            if target is None or reference in seen:
                raise PageError(f"expected a target of {reference}")
            seen.add(reference)
            node = target
        return node


def _required_names(node: Node) -> Iterable[str]:
    # A parameter has a flag under the same key.
    required = node.get("required", ())
    return required if isinstance(required, list) else ()


def _enum(nodes: Sequence[Node]) -> tuple[str | int | float, ...] | None:
    values = [value for node in nodes for value in node.get("enum", ()) if value is not None]
    return tuple(dict.fromkeys(values)) or None


def _limits(nodes: Sequence[Node]) -> Limits | None:
    return {name: node[name] for node in nodes for name in LIMITS if name in node} or None
