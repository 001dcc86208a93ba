"""What changed between two copies of a documentation page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from .docs_vs_spec import ROOT, Fact, documented_facts
from .page_parser import Operation, Page, Route

Sort = Literal["new", "gone", "changed type", "changed required flag", "changed null mark", "changed status"]


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that only one of two copies has, or that they tell differently.

    `place` and `name` are those of a `Difference`. `before` and `after` hold what each copy says,
    empty where it says nothing; both are for a whole operation, of which `name` says all.
    """

    route: Route
    place: str
    name: str
    sort: Sort
    before: str = ""
    after: str = ""


def find_changes(before: Page, after: Page) -> list[Change]:
    """Every change from one copy of a page to another, by operation.

    An operation, a status or a table that only one copy has gives one change, and its inside none.
    """
    old = {operation.route: operation for operation in before.operations}
    new = {operation.route: operation for operation in after.operations}
    found: list[Change] = []
    for route in sorted(old.keys() | new.keys()):
        if route in old and route in new:
            found.extend(Change(route, *row) for row in _compare_operations(old[route], new[route]))
        else:
            found.append(Change(route, "operation", " ".join(route[1:]), "new" if route in new else "gone"))
    return found


_Row = tuple[str, str, Sort, str, str]
"""Place, name, sort, what was said before and what is said now."""


def _compare_operations(before: Operation, after: Operation) -> Iterator[_Row]:
    for status in sorted(before.responses.keys() ^ after.responses.keys()):
        is_new = status in after.responses
        yield "responses", status, "changed status", "" if is_new else status, status if is_new else ""
    old, new = _tables(before), _tables(after)
    for place in sorted(old.keys() & new.keys()):
        yield from _compare_tables(place, old[place], new[place])


def _tables(operation: Operation) -> dict[str, Mapping[str, Fact] | None]:
    """All tables by place; None for a body or a response that has none."""
    tables: dict[str, Mapping[str, Fact] | None] = {}
    for place, parameters in (("path", operation.path_parameters), ("query", operation.query_parameters)):
        tables[place] = {name: Fact(parameter.type, parameter.required) for name, parameter in parameters.items()}
    bodies = {"body": operation.body}
    bodies |= {f"response {status}": fields for status, fields in operation.responses.items()}
    for place, fields in bodies.items():
        tables[place] = None if fields is None else dict(documented_facts(fields))
    return tables


def _compare_tables(place: str, before: Mapping[str, Fact] | None, after: Mapping[str, Fact] | None) -> Iterator[_Row]:
    if before is None or after is None:
        if after is not None:
            yield place, ROOT, "new", "", "object"
        elif before is not None:
            yield place, ROOT, "gone", "object", ""
        return
    for name in sorted(before.keys() | after.keys()):
        old, new = before.get(name), after.get(name)
        if old is None:
            yield place, name, "new", "", after[name].type
        elif new is None:
            yield place, name, "gone", old.type, ""
        else:
            yield from _compare_facts(place, name, old, new)


def _compare_facts(place: str, name: str, before: Fact, after: Fact) -> Iterator[_Row]:
    if before.type != after.type:
        yield place, name, "changed type", before.type, after.type
    if before.required != after.required:
        yield place, name, "changed required flag", str(before.required), str(after.required)
    if before.nullable != after.nullable:
        words = {True: "nullable", False: "not nullable"}
        yield place, name, "changed null mark", words[before.nullable], words[after.nullable]
