"""The facts of an operation, and the comparison of two operations by them.

A page or OpenAPI document is compared with the specification, and a copy of it with an older one, in the same way.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from .page_parser import WHOLE_BODY, Field, Limits, PageOperation, Parameter

Kind = Literal[
    "not_in_spec",
    "not_on_page",
    "type_differs",
    "required_differs",
    "nullable_differs",
    "enum_differs",
    "limit_differs",
    "status_not_on_page",
    "status_not_in_spec",
    "operation_not_on_page",
    "operation_not_in_spec",
]
"""How a page differs from its counterpart, which is the spec or an older copy of the page."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Type and flags of one name; `required`, `enum` and `limits` are None where a source does not say it."""

    type: str
    required: bool | None = None
    nullable: bool = False
    enum: tuple[str | int | float, ...] | None = None
    limits: Limits | None = None

    @property
    def family(self) -> str:
        """The type, without that of the items of an array."""
        return "array" if self.type.startswith("array<") else self.type


Facts = Mapping[str, Fact]
"""Facts by name; names are dotted below a field (`client.id`), with `[]` below an array (`data[].id`)."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One of the shapes that a body may have: the facts of the whole, and of everything inside."""

    whole: Fact
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
        if fields is None:
            return []
        if whole := fields.get(WHOLE_BODY):
            return [Shape(_fact(whole), dict(_inner_facts("", whole)))]
        return [Shape(Fact("object"), dict(_field_facts(fields)))]

    parameters = {"path": operation.path_parameters, "query": operation.query_parameters}
    return OperationFacts(
        parameters={
            place: {name: _fact(parameter) for name, parameter in named.items()} for place, named in parameters.items()
        },
        body=shapes(operation.body),
        responses={status: shapes(fields) for status, fields in operation.responses.items()},
    )


def _fact(documented: Field | Parameter) -> Fact:
    return Fact(documented.type, documented.required, documented.nullable, documented.enum, documented.limits)


def _field_facts(fields: Mapping[str, Field], prefix: str = "") -> Iterator[tuple[str, Fact]]:
    for name, field in fields.items():
        dotted = f"{prefix}.{name}" if prefix else name
        yield dotted, _fact(field)
        yield from _inner_facts(dotted, field)


def _inner_facts(name: str, field: Field) -> Iterator[tuple[str, Fact]]:
    return _field_facts(field.fields or {}, name + "[]" * field.type.count("array<"))


def compare(page: OperationFacts, other: OperationFacts, *, strict: bool = True) -> Iterator[Row]:
    """Every difference between an operation on a page and its counterpart, statuses first.

    Unless `strict`, the counterpart is a specification, which may say more than the page: see `_compare_fact`.
    """
    for status in sorted(page.responses.keys() ^ other.responses.keys()):
        if status in page.responses:
            yield Row("responses", status, "status_not_in_spec", status, "")
        else:
            yield Row("responses", status, "status_not_on_page", "", status)
    bodies = _common_bodies(page, other)
    for place in sorted(bodies.keys() | page.parameters.keys() | other.parameters.keys()):
        if place in bodies:
            yield from _compare_bodies(place, *bodies[place], strict=strict)
        else:
            named = page.parameters.get(place, {}), other.parameters.get(place, {})
            yield from _compare_facts(place, *named, strict=strict)


def documented_names(page: OperationFacts, other: OperationFacts) -> set[tuple[str, str]]:
    """Place and name of everything on a page, by the names that `compare` has for it.

    The name of a whole body has its type behind it: `$ array`.
    """
    found = {("responses", status) for status in page.responses}
    found |= {(place, name) for place, facts in page.parameters.items() for name in facts}
    bodies = {"body": (page.body, other.body)}
    for status, shapes in page.responses.items():
        bodies[f"response {status}"] = shapes, other.responses.get(status, ())
    for place, (shapes, others) in bodies.items():
        for shape in shapes:
            found |= {(place, name) for name in _align(shape, others)}
            found.add((place, f"{WHOLE_BODY} {shape.whole.family}"))
    return found


def _common_bodies(page: OperationFacts, other: OperationFacts) -> dict[str, tuple[Sequence[Shape], Sequence[Shape]]]:
    statuses = page.responses.keys() & other.responses.keys()
    responses = {f"response {status}": (page.responses[status], other.responses[status]) for status in statuses}
    return {"body": (page.body, other.body), **responses}


def _compare_bodies(place: str, page: Sequence[Shape], other: Sequence[Shape], *, strict: bool) -> Iterator[Row]:
    """Compare the shape on a page, if there is one, with all shapes of its family together."""
    families = {shape.whole.family for shape in page}
    same = [shape for shape in other if shape.whole.family in families]
    for shape in other:
        if not page or (same and shape not in same):
            yield Row(place, WHOLE_BODY, "not_on_page", "", shape.whole.type)
    if not page:
        return
    (documented,) = page
    if not other:
        yield Row(place, WHOLE_BODY, "not_in_spec", documented.whole.type, "")
        return
    if same:
        whole = merge_facts((WHOLE_BODY, shape.whole) for shape in same)[WHOLE_BODY]
        yield from _compare_fact(place, WHOLE_BODY, documented.whole, whole, strict=strict)
    else:
        other_type = "|".join(sorted(shape.whole.type for shape in other))
        items = "{items}" if _facts_of_items(documented.facts) and _has_array(other) else ""
        yield Row(place, WHOLE_BODY, "type_differs", documented.whole.type + items, other_type)
    facts = merge_facts(pair for shape in same or other for pair in shape.facts.items())
    yield from _compare_facts(place, _align(documented, other), facts, strict=strict)


def _align(documented: Shape, other: Sequence[Shape]) -> Facts:
    """The facts of a shape on a page by the names of its counterpart.

    Where the counterpart has an array and no object, the fields of an object are those of the items: pages write an
    array as if it were one of its items, or as an object with the one field `items`.
    """
    families = {shape.whole.family for shape in other}
    if documented.whole.type != "object" or "object" in families or "array" not in families:
        return documented.facts
    return _facts_of_items(documented.facts) or {f"[].{name}": fact for name, fact in documented.facts.items()}


def _has_array(shapes: Sequence[Shape]) -> bool:
    return any(shape.whole.family == "array" for shape in shapes)


def _facts_of_items(facts: Facts) -> Facts:
    """The facts below `items` by their name in an array, where that is all an object holds; else none."""
    inside = {name.removeprefix("items"): fact for name, fact in facts.items() if name.startswith("items[].")}
    only_items = facts.keys() == {"items", *(f"items{name}" for name in inside)}
    return inside if only_items and facts["items"].type == "array<object>" else {}


def merge_facts(named: Iterable[tuple[str, Fact]]) -> Facts:
    """The facts by name. Where a name comes twice, its type is `a|b`, and what either allows is allowed."""
    merged: dict[str, Fact] = {}
    for name, fact in named:
        other = merged.get(name, fact)
        types = "|".join(sorted({*fact.type.split("|"), *other.type.split("|")}))
        enum = None if fact.enum is None or other.enum is None else tuple(dict.fromkeys((*other.enum, *fact.enum)))
        limits = dict((fact.limits or {}).items() & (other.limits or {}).items())
        required = fact.required and other.required
        merged[name] = Fact(types, required, fact.nullable or other.nullable, enum, limits or None)
    return merged


def _compare_facts(place: str, page: Facts, other: Facts, *, strict: bool) -> Iterator[Row]:
    for name in sorted(page.keys() | other.keys()):
        if name not in page:
            yield Row(place, name, "not_on_page", "", other[name].type)
        elif name not in other:
            yield Row(place, name, "not_in_spec", page[name].type, "")
        else:
            yield from _compare_fact(place, name, page[name], other[name], strict=strict)


def _compare_fact(place: str, name: str, here: Fact, there: Fact, *, strict: bool) -> Iterator[Row]:
    """The differences of one name, in the order type, required, null, values, limits.

    A specification (unless `strict`) may allow null and limit values where the page does not mention it. In a request
    it must agree with all that the page does say. In a response it may expect less than the page promises: a field may
    be optional, and values and limits may be open.
    """
    reading = not strict and place.startswith("response")
    if here.type != there.type:
        yield Row(place, name, "type_differs", here.type, there.type)
    is_known = here.required is not None and there.required is not None
    if is_known and here.required != there.required and (there.required or not reading):
        yield Row(place, name, "required_differs", str(here.required), str(there.required))
    if here.nullable != there.nullable and (strict or here.nullable):
        words = {True: "nullable", False: "not nullable"}
        yield Row(place, name, "nullable_differs", words[here.nullable], words[there.nullable])
    if _enum_differs(here, there, strict=strict, reading=reading):
        yield Row(place, name, "enum_differs", _values_beside(here, there), _values_beside(there, here))
    limits, others = here.limits or {}, there.limits or {}
    differing = [limit for limit in sorted(limits.keys() | others.keys()) if limits.get(limit) != others.get(limit)]
    if not strict:
        differing = [
            limit for limit in differing if limit in limits and not (reading and _is_open(limit, limits, others))
        ]
    if differing:
        sides = (
            " ".join(f"{limit} {side[limit]}" for limit in differing if limit in side) for side in (limits, others)
        )
        yield Row(place, name, "limit_differs", *sides)


def _enum_differs(here: Fact, there: Fact, *, strict: bool, reading: bool) -> bool:
    if not strict and here.enum is None:
        return False
    if reading:
        return there.enum is not None and not set(here.enum or ()) <= set(there.enum)
    return set(here.enum or ()) != set(there.enum or ())


def _is_open(limit: str, documented: Limits, spec: Limits) -> bool:
    """Whether every value within a documented limit is within that of the spec."""
    if limit not in spec:
        return True
    if limit.startswith("min"):
        return spec[limit] <= documented[limit]
    return spec[limit] >= documented[limit]


def _values_beside(fact: Fact, other: Fact) -> str:
    """The values that only this side names; `any` where it names none."""
    if fact.enum is None:
        return "any"
    return ", ".join(sorted(str(value) for value in set(fact.enum) - set(other.enum or ())))
