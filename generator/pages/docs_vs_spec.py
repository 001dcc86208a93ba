"""Holds the spec and the documented facts together, in both directions.

`find_differences` compares every page of `spec/documented/` with the spec. Each difference must be
explained by an entry of `spec/deviations.yaml`, and each entry must still explain something:
`unexplained` and `stale` tell where that is not so.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal, get_args

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from ..specification import Document, follow, load, operations
from .page_parser import Field, Operation, Page, PageError, Route, from_json

Kind = Literal[
    "not_in_spec",
    "not_on_page",
    "type_differs",
    "required_differs",
    "nullable_differs",
    "status_not_on_page",
    "status_not_in_spec",
    "operation_not_on_page",
    "operation_not_in_spec",
]
Evidence = Literal["recorded", "documented", "observed", "assumed"]

ROOT = "$"
"""The name of a whole body, where a difference is about more than one field of it."""

_ALTERNATIVES = ("anyOf", "oneOf")


class DeviationError(ValueError):
    """A file of deviations that cannot be read; names the entry, counted from 1, and the key."""


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


@dataclass(frozen=True, slots=True)
class Deviation:
    """An entry of `deviations.yaml`: explains the differences of one kind at any of its places.

    `pages` is empty exactly for `operation_not_on_page`; `documented` and `spec` are the types on
    both sides, given exactly for `type_differs`.
    """

    pages: tuple[str, ...]
    operations: tuple[str, ...]
    places: tuple[str, ...]
    names: tuple[str, ...]
    kind: Kind
    reason: str
    evidence: Evidence
    documented: str | None = None
    spec: str | None = None

    def explains(self, difference: Difference) -> bool:
        """Whether kind, page, operation, place, name and, for types, both sides are those here."""
        return (
            self.kind == difference.kind
            and difference.page in (self.pages or ("",))
            and difference.operation in self.operations
            and difference.place in self.places
            and difference.name in self.names
            and self.documented in (None, difference.documented)
            and self.spec in (None, difference.spec)
        )


@dataclass(frozen=True, slots=True)
class StaleEntry:
    """A word under `key` of an entry, counted from 1, that meets no difference."""

    number: int
    key: str
    word: str

    def __str__(self) -> str:
        return f"entry {self.number}: {self.word!r} in {self.key!r} matches no difference"


def load_pages(folder: Path) -> list[Page]:
    """The facts of each page in `folder`, by file name. Raises PageError naming a malformed one."""
    pages = []
    for path in sorted(folder.glob("*.json")):
        try:
            pages.append(from_json(path.read_text(encoding="utf-8")))
        except PageError as error:
            raise PageError(f"{path.name}: {error}") from error
    return pages


def load_specs(paths: Iterable[Path]) -> dict[str, Document]:
    """OpenAPI documents by file stem. Raises SpecificationError for one that is not valid."""
    return {path.stem: load(path) for path in paths}


def find_differences(pages: Iterable[Page], specs: Mapping[str, Document]) -> list[Difference]:
    """Every difference between the pages and the OpenAPI documents of `specs`, sorted.

    Each page is compared by itself, so two pages of one operation may differ in two ways. An
    operation without a partner gives one row, and its inside is not compared.
    """
    in_spec = _spec_operations(specs)
    found: list[Difference] = []
    on_a_page = set()
    for page in pages:
        for documented in page.operations:
            key = documented.route
            on_a_page.add(key)
            if key in in_spec:
                found.extend(_compare_operation(page.name, documented, in_spec[key]))
            else:
                route = f"{documented.method} {documented.path}"
                row = Difference(page.name, route, "operation", route, "operation_not_in_spec")
                found.append(row)
    for key in in_spec.keys() - on_a_page:
        operation = in_spec[key]
        route = f"{operation.method} {operation.path}"
        found.append(Difference("", operation.name, "operation", route, "operation_not_on_page"))
    return sorted(found)


def operation_names(specs: Mapping[str, Document]) -> dict[Route, str]:
    """The name of each operation of the spec as differences and entries have it: `track.getTask`."""
    return {route: operation.name for route, operation in _spec_operations(specs).items()}


def load_deviations(path: Path) -> list[Deviation]:
    """The entries of a deviations file, in its order. Raises DeviationError for a malformed one."""
    try:
        entries = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    except YAMLError as error:
        raise DeviationError(f"{path.name}: not YAML: {error}") from error
    if not isinstance(entries, list):
        raise DeviationError(f"{path.name}: expected a list of entries")
    numbered = enumerate(entries, start=1)
    return [_to_deviation(entry, f"{path.name}, entry {number}") for number, entry in numbered]


def unexplained(differences: Iterable[Difference], deviations: Sequence[Deviation]) -> list[Difference]:
    """The differences that no entry explains."""
    return [row for row in differences if not any(entry.explains(row) for entry in deviations)]


def stale(differences: Sequence[Difference], deviations: Iterable[Deviation]) -> list[StaleEntry]:
    """Every page, operation, place and name in an entry that meets no difference (any more).

    In an entry about statuses each of its operations must lack each of its statuses.
    """
    found: list[StaleEntry] = []
    for number, entry in enumerate(deviations, start=1):
        rows = [row for row in differences if entry.explains(row)]
        met = {
            "pages": (entry.pages, {row.page for row in rows}),
            "operations": (entry.operations, {row.operation for row in rows}),
            "places": (entry.places, {row.place for row in rows}),
            "names": (entry.names, {row.name for row in rows}),
        }
        if entry.kind in ("status_not_on_page", "status_not_in_spec"):
            pairs = tuple(f"{operation} {name}" for operation in entry.operations for name in entry.names)
            met["operations and names"] = (pairs, {f"{row.operation} {row.name}" for row in rows})
        for key, (words, met_words) in met.items():
            found.extend(StaleEntry(number, key, word) for word in words if word not in met_words)
    return found


@dataclass(frozen=True, slots=True)
class Fact:
    """What one side says about one name; `required` is None where pages do not tell."""

    type: str
    required: bool | None = None
    nullable: bool = False


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


@dataclass(frozen=True, slots=True)
class _SpecOperation:
    """An operation of the spec; the schemas of a body are those of its content types."""

    name: str
    host: str
    method: str
    path: str
    parameters: Mapping[str, Mapping[str, Fact]]
    body: Sequence[_Schema]
    responses: Mapping[str, Sequence[_Schema]]


def _spec_operations(specs: Mapping[str, Document]) -> dict[Route, _SpecOperation]:
    return {
        (operation.host, operation.method, operation.path): operation
        for spec_name, document in specs.items()
        for operation in _each_spec_operation(spec_name, document)
    }


def _each_spec_operation(spec_name: str, document: Document) -> Iterator[_SpecOperation]:
    for path, method, operation in operations(document):
        parameters: dict[str, dict[str, Fact]] = {}
        for parameter in operation["parameters"]:
            fact = _Schema(document, parameter["schema"]).fact()
            fact = replace(fact, required=parameter.get("required", False))
            parameters.setdefault(parameter["in"], {})[parameter["name"]] = fact
        yield _SpecOperation(
            name=f"{spec_name}.{operation['operationId']}",
            host=document["servers"][0]["url"],
            method=method.upper(),
            path=path,
            parameters=parameters,
            body=_schemas(document, operation.get("requestBody", {})),
            responses={
                str(status): _schemas(document, response) for status, response in operation["responses"].items()
            },
        )


def _schemas(document: Document, body: dict[str, Any]) -> list[_Schema]:
    """What a request body or a response may be: one schema for each variant and content type."""
    content = follow(document, body).get("content", {})
    schemas = [_Schema(document, media["schema"]) for media in content.values()]
    return [variant for schema in schemas for variant in schema.variants()]


def _spec_facts(schemas: Iterable[_Schema]) -> dict[str, Fact]:
    """Facts of all fields inside, by dotted name; `a|b` where schemas give a field two types."""
    facts: dict[str, Fact] = {}
    for schema in schemas:
        for name, fact in _each_spec_fact(schema):
            other = facts.get(name, fact)
            types = "|".join(sorted({*fact.type.split("|"), *other.type.split("|")}))
            facts[name] = Fact(types, nullable=fact.nullable or other.nullable)
    return facts


def _each_spec_fact(schema: _Schema, prefix: str = "", above: tuple[int, ...] = ()) -> Iterator[tuple[str, Fact]]:
    for variant in schema.variants():
        if id(variant.plain) in above:  # a schema inside itself goes on for ever
            continue
        inside = (*above, id(variant.plain))
        if variant.plain.get("type") == "array":
            yield from _each_spec_fact(variant.items(), f"{prefix}[]", inside)
        for name, field in variant.properties():
            dotted = f"{prefix}.{name}" if prefix else name
            yield dotted, field.fact()
            yield from _each_spec_fact(field, dotted, inside)


def documented_facts(fields: Mapping[str, Field], prefix: str = "") -> Iterator[tuple[str, Fact]]:
    """The facts of a table and of all tables inside it, by dotted name below `prefix`."""
    for name, field in fields.items():
        dotted = f"{prefix}.{name}" if prefix else name
        yield dotted, Fact(field.type, nullable=field.nullable)
        brackets = "[]" * field.type.count("array<")
        yield from documented_facts(field.fields or {}, dotted + brackets)


_Row = tuple[str, str, Kind, str, str]
"""Place, name, kind, what the page and what the spec says."""


def _compare_operation(page: str, documented: Operation, operation: _SpecOperation) -> list[Difference]:
    rows: list[_Row] = []
    parameters = {"path": documented.path_parameters, "query": documented.query_parameters}
    for place in parameters.keys() | operation.parameters.keys():
        documented_facts = {
            name: Fact(parameter.type, parameter.required) for name, parameter in parameters.get(place, {}).items()
        }
        spec_facts = operation.parameters.get(place, {})
        rows.extend(_compare_facts(place, documented_facts, spec_facts))
    rows.extend(_compare_bodies("body", documented.body, operation.body))
    for status in documented.responses.keys() | operation.responses.keys():
        if status not in operation.responses:
            rows.append(("responses", status, "status_not_in_spec", status, ""))
        elif status not in documented.responses:
            rows.append(("responses", status, "status_not_on_page", "", status))
        else:
            fields, schemas = documented.responses[status], operation.responses[status]
            rows.extend(_compare_bodies(f"response {status}", fields, schemas))
    return [Difference(page, operation.name, *row) for row in rows]


def _compare_bodies(place: str, fields: Mapping[str, Field] | None, schemas: Sequence[_Schema]) -> Iterator[_Row]:
    """Compares a table with the variants of a body; a table describes an object.

    Where the spec has only an array, the fields of the table are compared with its items: pages
    write an array as if it were one of its items, or as an object with the one field `items`.
    """
    objects = [schema for schema in schemas if schema.fact().type == "object"]
    if fields is None:
        for schema in schemas:
            yield place, ROOT, "not_on_page", "", schema.fact().type
    elif not schemas:
        yield place, ROOT, "not_in_spec", "object", ""
    elif objects:
        for schema in schemas:
            if schema not in objects:
                yield place, ROOT, "not_on_page", "", schema.fact().type
        yield from _compare_facts(place, dict(documented_facts(fields)), _spec_facts(objects))
    else:
        spec_type = "|".join(sorted(schema.fact().type for schema in schemas))
        items = fields.get("items")
        wrapped = items.fields if items and len(fields) == 1 and items.type == "array<object>" else None
        page_type = "object{items}" if wrapped else "object"
        yield place, ROOT, "type_differs", page_type, spec_type
        facts = dict(documented_facts(wrapped or fields, "[]"))
        yield from _compare_facts(place, facts, _spec_facts(schemas))


def _compare_facts(place: str, documented: Mapping[str, Fact], spec: Mapping[str, Fact]) -> Iterator[_Row]:
    for name in documented.keys() | spec.keys():
        on_page, in_spec = documented.get(name), spec.get(name)
        if on_page is None:
            yield place, name, "not_on_page", "", spec[name].type
        elif in_spec is None:
            yield place, name, "not_in_spec", on_page.type, ""
        else:
            if on_page.type != in_spec.type:
                yield place, name, "type_differs", on_page.type, in_spec.type
            if on_page.required != in_spec.required:
                yield place, name, "required_differs", str(on_page.required), str(in_spec.required)
            if on_page.nullable and not in_spec.nullable:
                yield place, name, "nullable_differs", "nullable", "not nullable"


def _to_deviation(entry: Any, where: str) -> Deviation:
    if not isinstance(entry, dict):
        raise DeviationError(f"{where}: expected a mapping")
    for key, allowed in (("kind", get_args(Kind)), ("evidence", get_args(Evidence))):
        if key not in entry:
            raise DeviationError(f"{where}: missing {key!r}")
        if entry[key] not in allowed:
            raise DeviationError(f"{where}: {key!r} is none of {', '.join(allowed)}")
    needed = ["pages", "operations", "places", "names", "kind", "reason", "evidence"]
    if entry["kind"] == "operation_not_on_page":
        needed.remove("pages")
    if entry["kind"] == "type_differs":
        needed += ["documented", "spec"]
    for key in needed:
        if not entry.get(key):
            raise DeviationError(f"{where}: missing {key!r}")
    for key in entry:
        if key not in needed:
            raise DeviationError(f"{where}: unknown key {key!r}")
    for key in ("reason", "documented", "spec"):
        if not isinstance(entry.get(key, ""), str):
            raise DeviationError(f"{where}: {key!r} is no text")
    lists: dict[str, tuple[str, ...]] = {}
    for key in ("pages", "operations", "places", "names"):
        words = entry.get(key, [])
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise DeviationError(f"{where}: {key!r} is no list of texts")
        if len(set(words)) != len(words):
            raise DeviationError(f"{where}: {key!r} holds a word twice")
        lists[key] = tuple(words)
    return Deviation(
        **lists,
        kind=entry["kind"],
        reason=entry["reason"],
        evidence=entry["evidence"],
        documented=entry.get("documented"),
        spec=entry.get("spec"),
    )
