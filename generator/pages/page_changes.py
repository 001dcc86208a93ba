"""Compares two copies of a documentation page."""

from collections.abc import Sequence
from dataclasses import dataclass

from .facts import Kind, compare, page_facts
from .page_parser import Page, Route


@dataclass(frozen=True, slots=True)
class PageChange:
    """One fact that differs between two copies, or that only one of them has.

    `place`, `name` and `kind` are those of a `Difference`, with the older copy in place of the spec. `after` and
    `before` hold what each copy says, empty where it says nothing and for a whole operation.
    """

    route: Route
    place: str
    name: str
    kind: Kind
    after: str = ""
    before: str = ""


def find_changes(before: Page, after: Page) -> list[PageChange]:
    """Every change from one copy of a page to another, by operation.

    An operation, a status or a table that only one copy has gives one change, and its inside none.
    """
    old = {operation.route: operation for operation in before.operations}
    new = {operation.route: operation for operation in after.operations}
    found: list[PageChange] = []
    for route in sorted(old.keys() | new.keys()):
        if route in old and route in new:
            found.extend(PageChange(route, *row) for row in compare(page_facts(new[route]), page_facts(old[route])))
        else:
            kind: Kind = "operation_not_in_spec" if route in new else "operation_not_on_page"
            found.append(PageChange(route, "operation", " ".join(route[1:]), kind))
    return found


def most_similar(copy: Page, stored_pages: Sequence[Page]) -> Page | None:
    """The page that shares the largest part of its operations with the copy; of two, the one with fewer changes."""
    routes = {operation.route for operation in copy.operations}

    def similarity(page: Page) -> tuple[float, int]:
        others = {operation.route for operation in page.operations}
        return len(routes & others) / len(routes | others), -len(find_changes(page, copy))

    related = [page for page in stored_pages if not routes.isdisjoint(operation.route for operation in page.operations)]
    return max(related, key=similarity, default=None)
