"""The facts of an operation, and the comparison of two operations by them.

A page is compared with the specification, and a copy of a page with an older one, in the same way.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from .page_parser import Field, PageOperation

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
"""How a page differs from its counterpart, which is the spec or an older copy of the page."""

WHOLE_BODY = "$"
"""The name of a whole body, where a difference is about more than one field of it."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Type and flags of one name; `required` is None for fields, since pages do not say it."""

    type: str
    required: bool | None = None
    nullable: bool = False


Facts = Mapping[str, Fact]
"""Facts by name; names are dotted below a field (`client.id`), with `[]` below an array (`data[].id`)."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One of the shapes that a body may have: its type, and the facts of everything inside."""

    type: str
    facts: Facts


@dataclass(frozen=True, slots=True)
class OperationFacts:
    """The facts of an operation: parameters by place and name, and the shapes of each body."""

    parameters: Mapping[str, Facts]
    body: Sequence[Shape]
    responses: Mapping[str, Sequence[Shape]]


class Row(NamedTuple):
    """One difference: `page` and `other` are what the page and its counterpart say, empty for nothing."""

    place: str
    name: str
    kind: Kind
    page: str
    other: str


def page_facts(operation: PageOperation) -> OperationFacts:
    """The facts of an operation on a page. A table describes an object."""

    def shapes(fields: Mapping[str, Field] | None) -> list[Shape]:
        return [] if fields is None else [Shape("object", dict(_field_facts(fields)))]

    parameters = {"path": operation.path_parameters, "query": operation.query_parameters}
    return OperationFacts(
        parameters={
            place: {name: Fact(parameter.type, parameter.required) for name, parameter in named.items()}
            for place, named in parameters.items()
        },
        body=shapes(operation.body),
        responses={status: shapes(fields) for status, fields in operation.responses.items()},
    )


def _field_facts(fields: Mapping[str, Field], prefix: str = "") -> Iterator[tuple[str, Fact]]:
    for name, field in fields.items():
        dotted = f"{prefix}.{name}" if prefix else name
        yield dotted, Fact(field.type, nullable=field.nullable)
        yield from _field_facts(field.fields or {}, dotted + "[]" * field.type.count("array<"))


def compare(page: OperationFacts, other: OperationFacts) -> Iterator[Row]:
    """Every difference between an operation on a page and its counterpart, statuses first."""
    for status in sorted(page.responses.keys() ^ other.responses.keys()):
        if status in page.responses:
            yield Row("responses", status, "status_not_in_spec", status, "")
        else:
            yield Row("responses", status, "status_not_on_page", "", status)
    bodies = {"body": (page.body, other.body)}
    for status in page.responses.keys() & other.responses.keys():
        bodies[f"response {status}"] = page.responses[status], other.responses[status]
    for place in sorted(bodies.keys() | page.parameters.keys() | other.parameters.keys()):
        if place in bodies:
            yield from _compare_bodies(place, *bodies[place])
        else:
            yield from _compare_facts(place, page.parameters.get(place, {}), other.parameters.get(place, {}))


def _compare_bodies(place: str, page: Sequence[Shape], other: Sequence[Shape]) -> Iterator[Row]:
    """Compare the table of a page, if there is one, with all object shapes of the counterpart taken together.

    Where the counterpart has only arrays, the fields of the table are compared with their items: pages write an array
    as if it were one of its items, or as an object with the one field `items`.
    """
    objects = [shape for shape in other if shape.type == "object"]
    for shape in other:
        if not page or (objects and shape.type != "object"):
            yield Row(place, WHOLE_BODY, "not_on_page", "", shape.type)
    if not page:
        return
    (table,) = page
    if not other:
        yield Row(place, WHOLE_BODY, "not_in_spec", table.type, "")
    elif objects:
        yield from _compare_facts(place, table.facts, _facts_of_shapes(objects))
    else:
        item = _facts_of_items(table.facts)
        other_type = "|".join(sorted(shape.type for shape in other))
        yield Row(place, WHOLE_BODY, "type_differs", "object{items}" if item else "object", other_type)
        facts = item or {f"[].{name}": fact for name, fact in table.facts.items()}
        yield from _compare_facts(place, facts, _facts_of_shapes(other))


def _facts_of_shapes(shapes: Sequence[Shape]) -> Facts:
    return merge_facts(pair for shape in shapes for pair in shape.facts.items())


def _facts_of_items(facts: Facts) -> Facts:
    """The facts below `items` by their name in an array, where that is all an object holds; else none."""
    inside = {name.removeprefix("items"): fact for name, fact in facts.items() if name.startswith("items[].")}
    only_items = facts.keys() == {"items", *(f"items{name}" for name in inside)}
    return inside if only_items and facts["items"].type == "array<object>" else {}


def merge_facts(named: Iterable[tuple[str, Fact]]) -> Facts:
    """The facts by name. Where a name comes twice, its type is `a|b` and null is allowed if either allows it."""
    merged: dict[str, Fact] = {}
    for name, fact in named:
        other = merged.get(name, fact)
        types = "|".join(sorted({*fact.type.split("|"), *other.type.split("|")}))
        merged[name] = Fact(types, nullable=fact.nullable or other.nullable)
    return merged


def _compare_facts(place: str, page: Facts, other: Facts) -> Iterator[Row]:
    for name in sorted(page.keys() | other.keys()):
        if name not in page:
            yield Row(place, name, "not_on_page", "", other[name].type)
        elif name not in other:
            yield Row(place, name, "not_in_spec", page[name].type, "")
        else:
            here, there = page[name], other[name]
            if here.type != there.type:
                yield Row(place, name, "type_differs", here.type, there.type)
            if here.required != there.required:
                yield Row(place, name, "required_differs", str(here.required), str(there.required))
            if here.nullable != there.nullable:
                words = {True: "nullable", False: "not nullable"}
                yield Row(place, name, "nullable_differs", words[here.nullable], words[there.nullable])
