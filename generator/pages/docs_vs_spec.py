"""Compares the documented facts of all sources (pages and OpenAPI documents) with the spec, in both directions."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ..specification import Document, follow, operations
from .facts import Fact, Kind, OperationFacts, Row, Shape, compare, documented_names, merge_facts, page_facts
from .page_parser import LIMITS, WHOLE_BODY, Page, PageError, Route, from_json

ABSENT_KINDS: tuple[Kind, ...] = ("not_on_page", "status_not_on_page", "operation_not_on_page")
"""The kinds of what the spec has and no page."""


@dataclass(frozen=True, slots=True, order=True)
class Difference:
    """One fact on which a page and the spec disagree, or that the spec has and no page.

    `page` is empty for what no page has. `operation` is the spec's name and operation id,
    such as `track.getTask`, or method and path when the spec lacks it. `place` is `operation`,
    `path`, `query`, `body`, `responses` (the statuses) or `response 200`. `name` is dotted, such as
    `data[].client.id`, a status, method and path, or `$` for a whole body. `documented` and `spec`
    hold what each side says, empty where it says nothing.
    """

    page: str
    operation: str
    place: str
    name: str
    kind: Kind
    documented: str = ""
    spec: str = ""

    def __str__(self) -> str:
        where = f"{self.page or 'no page'}: {self.operation}, {self.place}, {self.name}"
        return f"{where}: {self.kind} (page {self.documented!r}, spec {self.spec!r})"


def load_pages(folder: Path) -> list[Page]:
    """The facts of each page in `folder`, by file name. Raises PageError naming a malformed one."""
    pages = []
    for path in sorted(folder.glob("*.json")):
        try:
            pages.append(from_json(path.read_text(encoding="utf-8")))
        except PageError as error:
            raise PageError(f"{path.name}: {error}") from error
    return pages


def find_differences(pages: Iterable[Page], specs: Mapping[str, Document]) -> list[Difference]:
    """Every difference between the pages and the OpenAPI documents of `specs`, sorted.

    What a page says is compared for each page by itself, so two pages of one operation may differ in two ways. What
    the spec has and a page lacks is a difference only if no page of the operation has it. An operation without a
    partner gives one row, and its inside is not compared. The spec may say more than a page: see `facts.compare`.
    """
    in_spec = spec_operations(specs)
    found: set[Difference] = set()
    documented: dict[Route, set[tuple[str, str]]] = {route: set() for route in in_spec}
    undocumented: dict[Route, set[Row]] = {}
    for page in pages:
        for operation in page.operations:
            route = operation.route
            if route not in in_spec:
                words = " ".join(route[1:])
                found.add(Difference(page.name, words, "operation", words, "operation_not_in_spec"))
                continue
            name, facts = in_spec[route]
            on_page = page_facts(operation)
            documented[route] |= documented_names(on_page, facts)
            rows = set(compare(on_page, facts, strict=False))
            lacking = {row for row in rows if row.kind in ABSENT_KINDS}
            undocumented.setdefault(route, set()).update(lacking)
            found.update(Difference(page.name, name, *row) for row in rows - lacking)
    for route, (name, _) in in_spec.items():
        if route not in undocumented:
            found.add(Difference("", name, "operation", " ".join(route[1:]), "operation_not_on_page"))
        for row in undocumented.get(route, ()):
            if (row.place, _documented_name(row)) not in documented[route]:
                found.add(Difference("", name, *row))
    return sorted(found)


def _documented_name(row: Row) -> str:
    """The name of what a row says no page has, as in `documented_names`."""
    return f"{row.name} {Fact(row.other).family}" if row.name == WHOLE_BODY else row.name


def operation_names(specs: Mapping[str, Document]) -> dict[Route, str]:
    """The name of each operation of the spec, as in differences and entries: `track.getTask`."""
    return {route: name for route, (name, _) in spec_operations(specs).items()}


def spec_operations(specs: Mapping[str, Document]) -> dict[Route, tuple[str, OperationFacts]]:
    """Name and facts of each operation of the spec."""
    found: dict[Route, tuple[str, OperationFacts]] = {}
    for spec_name, document in specs.items():
        for path, method, operation in operations(document):
            route = (document["servers"][0]["url"], method.upper(), path)
            found[route] = f"{spec_name}.{operation['operationId']}", _spec_facts(document, operation)
    return found


def _spec_facts(document: Document, operation: dict[str, Any]) -> OperationFacts:
    parameters: dict[str, dict[str, Fact]] = {}
    for parameter in operation["parameters"]:
        schema = _Schema(document, parameter["schema"])
        fact = schema.fact(required=parameter.get("required", False))
        if fact.type.startswith("array<"):
            # An empty item is how a null is sent in a query.
            fact = replace(fact, nullable=fact.nullable or "x-nullable-id" in schema.items().plain)
        parameters.setdefault(parameter["in"], {})[parameter["name"]] = fact
    return OperationFacts(
        parameters=parameters,
        body=_shapes(document, operation.get("requestBody", {})),
        responses={str(status): _shapes(document, response) for status, response in operation["responses"].items()},
    )


def _shapes(document: Document, body: dict[str, Any]) -> list[Shape]:
    """The shapes of a request body or a response: one for each variant and content type."""
    content = follow(document, body).get("content", {})
    schemas = [_Schema(document, media["schema"]) for media in content.values()]
    variants = [variant for schema in schemas for variant in schema.variants()]
    return [Shape(variant.fact(), merge_facts(_each_spec_fact(variant))) for variant in variants]


_ALTERNATIVES = ("anyOf", "oneOf")


class _Schema:
    """A schema with its references followed; `variants` are the schemas it may be instead."""

    def __init__(self, document: Document, plain: dict[str, Any]) -> None:
        self._document = document
        self.plain = follow(document, plain)

    def variants(self) -> list["_Schema"]:
        parts = [part for word in _ALTERNATIVES for part in self.plain.get(word, ())]
        schemas = [_Schema(self._document, part) for part in parts]
        return [variant for schema in schemas for variant in schema.variants()] or [self]

    def items(self) -> "_Schema":
        return _Schema(self._document, self.plain.get("items", {}))

    def properties(self) -> Iterator[tuple[str, "_Schema"]]:
        for name, plain in self.plain.get("properties", {}).items():
            yield name, _Schema(self._document, plain)

    def fact(self, required: bool | None = None) -> Fact:
        """The type is `any` where everything is allowed, and `a|b` where variants differ."""
        merged = merge_facts(("", variant._own_fact()) for variant in self.variants())[""]
        nullable = merged.nullable or self.plain.get("nullable", False) or "any" in merged.type.split("|")
        return replace(merged, required=required, nullable=nullable)

    def _own_fact(self) -> Fact:
        enum = [value for value in self.plain.get("enum", ()) if value is not None]
        limits = {name: self.plain[name] for name in LIMITS if name in self.plain}
        fact = Fact(self._own_type(), None, self.plain.get("nullable", False), tuple(enum) or None, limits or None)
        if not fact.type.startswith("array<"):
            return fact
        items = self.items().fact()
        return replace(fact, enum=fact.enum or items.enum, limits={**(items.limits or {}), **limits} or None)

    def _own_type(self) -> str:
        own: str = self.plain.get("type", "object" if "properties" in self.plain else "any")
        return f"array<{self.items().fact().type}>" if own == "array" else own


def _each_spec_fact(schema: _Schema, prefix: str = "", above: tuple[int, ...] = ()) -> Iterator[tuple[str, Fact]]:
    for variant in schema.variants():
        if id(variant.plain) in above:  # a schema inside itself never ends
            continue
        inside = (*above, id(variant.plain))
        if variant.plain.get("type") == "array":
            yield from _each_spec_fact(variant.items(), f"{prefix}[]", inside)
        for name, field in variant.properties():
            dotted = f"{prefix}.{name}" if prefix else name
            yield dotted, field.fact(name in variant.plain.get("required", ()))
            yield from _each_spec_fact(field, dotted, inside)
