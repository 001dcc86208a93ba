"""Compares the documented facts with the spec, in both directions."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ..specification import Document, follow, operations
from .facts import Fact, Kind, OperationFacts, Shape, compare, merge_facts, page_facts
from .page_parser import Page, PageError, Route, from_json


@dataclass(frozen=True, slots=True, order=True)
class Difference:
    """One fact on which a page and the spec disagree.

    `page` is empty for an operation on no page. `operation` is the spec's name and operation id,
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

    Each page is compared by itself, so two pages of one operation may differ in two ways. An
    operation without a partner gives one row, and its inside is not compared. The spec may allow
    null where a page does not mention it.
    """
    in_spec = _spec_operations(specs)
    found: list[Difference] = []
    on_a_page = set()
    for page in pages:
        for documented in page.operations:
            key = documented.route
            on_a_page.add(key)
            if key in in_spec:
                name, facts = in_spec[key]
                rows = compare(page_facts(documented), facts)
                found.extend(Difference(page.name, name, *row) for row in rows if row.page != "not nullable")
            else:
                route = " ".join(key[1:])
                found.append(Difference(page.name, route, "operation", route, "operation_not_in_spec"))
    for key in in_spec.keys() - on_a_page:
        route = " ".join(key[1:])
        found.append(Difference("", in_spec[key][0], "operation", route, "operation_not_on_page"))
    return sorted(found)


def operation_names(specs: Mapping[str, Document]) -> dict[Route, str]:
    """The name of each operation of the spec, as in differences and entries: `track.getTask`."""
    return {route: name for route, (name, _) in _spec_operations(specs).items()}


def _spec_operations(specs: Mapping[str, Document]) -> dict[Route, tuple[str, OperationFacts]]:
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
        fact = _Schema(document, parameter["schema"]).fact()
        fact = replace(fact, required=parameter.get("required", False))
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
    return [Shape(variant.fact().type, merge_facts(_each_spec_fact(variant))) for variant in variants]


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

    def fact(self) -> Fact:
        """The type is `any` where everything is allowed, and `a|b` where variants differ."""
        variants = self.variants()
        types = "|".join(sorted({variant._own_type() for variant in variants}))
        nullable = any(schema.plain.get("nullable", False) for schema in (self, *variants))
        return Fact(types, nullable=nullable or "any" in types.split("|"))

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
            yield dotted, field.fact()
            yield from _each_spec_fact(field, dotted, inside)
