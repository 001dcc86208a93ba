"""`make docs-diff`: the sources in `spec/documented/` against the specification, with counts; or a copy saved just now.

A copy, of a page or of an OpenAPI document, is compared with the specification and with its stored facts.
"""

import sys
from argparse import Namespace
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from ..arguments import PAGE_HELP, SPEC, argument
from ..loader import load_specifications
from ..specification import Document
from ..table import table
from . import coverage
from .deviations import Deviation, load_deviations
from .docs_vs_spec import ABSENT_KINDS, Difference, find_differences, load_pages, operation_names
from .documented import read_saved_page
from .facts import Kind
from .page_changes import PageChange, find_changes, most_similar
from .page_parser import Page, PageError, Route

ARGUMENTS = [
    argument("page", type=Path, nargs="?", help=f"{PAGE_HELP}; default: all sources in spec/documented/"),
    argument("--page-name", help="stored page that this is a copy of; default: the most similar one"),
    argument("--explained", action="store_true", help="list the differences with an entry too"),
    SPEC,
]

_TITLES: Mapping[Kind, str] = {
    "not_in_spec": "new",
    "not_on_page": "gone",
    "type_differs": "changed type",
    "required_differs": "changed required flag",
    "nullable_differs": "changed null mark",
    "enum_differs": "changed values",
    "limit_differs": "changed limit",
    "status_not_in_spec": "changed status",
    "status_not_on_page": "changed status",
    "operation_not_in_spec": "new",
    "operation_not_on_page": "gone",
}
_COLUMNS = ("operation", "place", "name", "difference", "page")


@dataclass(frozen=True, slots=True)
class DocsDiff:
    """The differences of a saved page from the spec and from the stored facts.

    `stored` is the page of `spec/documented/` that it is compared with as a new copy, None if it
    shares no operation with any. `explained` has the number of the entry that explains the difference.
    """

    page: Page
    stored: Page | None
    unexplained: Sequence[Difference]
    explained: Sequence[tuple[Difference, int]]
    changes: Sequence[PageChange]


def run(options: Namespace) -> int:
    """Print the report; 1 when a difference from the spec is not explained, or an entry explains none."""
    if options.page is None:
        return coverage.run(options)
    copy = read_saved_page(options.page)
    specs = load_specifications(options.spec)
    deviations = load_deviations(options.spec / "deviations.yaml")
    diff = compare(copy, load_pages(options.spec / "documented"), specs, deviations, options.page_name)
    sys.stdout.write(report(diff, operation_names(specs), show_explained=options.explained))
    return 1 if diff.unexplained else 0


def compare(
    copy: Page,
    stored_pages: Sequence[Page],
    specs: Mapping[str, Document],
    deviations: Sequence[Deviation],
    page_name: str | None = None,
) -> DocsDiff:
    """Compare a page with the spec by the operations that the page has.

    What the copy lacks is a difference only if no other stored page has it. Entries of deviations name a page, so the
    copy counts as the stored page `page_name`, or else as the most similar one. Raises PageError for an unknown name.
    """
    stored = most_similar(copy, stored_pages) if page_name is None else _find_page(page_name, stored_pages)
    # No entry applies to a page that has no stored counterpart, whatever its file is called.
    copy = msgspec.structs.replace(copy, name=stored.name if stored else "")

    unexplained: list[Difference] = []
    explained: list[tuple[Difference, int]] = []
    others = [page for page in stored_pages if page is not stored]
    routes = {operation.route for operation in copy.operations}
    names = {name for route, name in operation_names(specs).items() if route in routes}
    for difference in find_differences([*others, copy], specs):
        of_copy = difference.page == copy.name and difference.kind not in ABSENT_KINDS
        if not of_copy and not (difference.kind in ABSENT_KINDS and difference.operation in names):
            continue
        numbers = (number for number, entry in enumerate(deviations, start=1) if entry.explains(difference))
        number = next(numbers, None)
        if number is None:
            unexplained.append(difference)
        else:
            explained.append((difference, number))
    return DocsDiff(copy, stored, unexplained, explained, find_changes(stored, copy) if stored else [])


def report(diff: DocsDiff, names: Mapping[Route, str], *, show_explained: bool = False) -> str:
    """The report as plain text; `names` are those of the spec's operations."""
    count = len(diff.page.operations)
    counterpart = f"compared as {diff.stored.name}" if diff.stored else "like no page in spec/documented/"
    parts = [f"{count} operation{'s' if count > 1 else ''}, {counterpart}\n"]

    rows = [_difference_row(difference) for difference in diff.unexplained]
    title = "page and spec differ, without an entry in spec/deviations.yaml"
    parts.append(_section(title, (*_COLUMNS, "spec"), rows))

    title = "page and spec differ, explained in spec/deviations.yaml"
    if diff.explained and not show_explained:
        parts.append(f"{title}: {len(diff.explained)} (--explained lists them)\n")
    else:
        rows = [(*_difference_row(difference), str(number)) for difference, number in diff.explained]
        parts.append(_section(title, (*_COLUMNS, "spec", "entry"), rows))

    if diff.stored:
        rows = [_change_row(change, names) for change in diff.changes]
        title = f"changed since spec/documented/{diff.stored.name}.json"
        parts.append(_section(title, (*_COLUMNS, "stored"), rows))
    return "\n".join(parts)


def _find_page(name: str, stored_pages: Sequence[Page]) -> Page:
    for page in stored_pages:
        if page.name == name:
            return page
    known = ", ".join(page.name for page in stored_pages)
    raise PageError(f"expected the name of a stored page ({known}); found {name!r}")


def _difference_row(difference: Difference) -> tuple[str, ...]:
    return _row(difference.operation, difference, difference.documented, difference.spec)


def _change_row(change: PageChange, names: Mapping[Route, str]) -> tuple[str, ...]:
    operation = names.get(change.route, " ".join(change.route[1:]))
    return _row(operation, change, change.after, change.before)


def _row(operation: str, found: Difference | PageChange, page: str, other: str) -> tuple[str, ...]:
    return operation, found.place, found.name, _TITLES[found.kind], _word(page), _word(other)


def _word(text: str) -> str:
    """One side of a difference, for a reader: `-` for nothing, and words for a required flag."""
    return {"": "-", "True": "required", "False": "optional"}.get(text, text)


def _section(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = f"{table([columns, *rows], underline=True)}\n" if rows else ""
    return f"{title}: {len(rows)}\n{lines}"
