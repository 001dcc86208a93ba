"""A freshly saved documentation page against the specification, and against the facts we have of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..codegen.output import SPECIFICATIONS
from ..specification import Document
from .docs_vs_spec import (
    Deviation,
    Difference,
    Kind,
    find_differences,
    load_deviations,
    load_pages,
    load_specs,
    operation_names,
)
from .page_changes import Change, Sort, find_changes
from .page_parser import Page, PageError, Route, read_saved_page

_SORTS: Mapping[Kind, Sort] = {
    "not_in_spec": "new",
    "not_on_page": "gone",
    "type_differs": "changed type",
    "required_differs": "changed required flag",
    "nullable_differs": "changed null mark",
    "status_not_in_spec": "changed status",
    "status_not_on_page": "changed status",
    "operation_not_in_spec": "new",
}
_COLUMNS = ("operation", "place", "name", "difference", "page")


@dataclass(frozen=True, slots=True)
class DocsDiff:
    """What a saved page says otherwise than the spec and than the stored facts.

    `stored` is the page of `spec/documented/` that it is held to be a new copy of, None if it has
    no operation of any. `explained` has the number of the entry that explains the difference.
    """

    page: Page
    stored: Page | None
    unexplained: Sequence[Difference]
    explained: Sequence[tuple[Difference, int]]
    changes: Sequence[Change]


def docs_diff_command(
    page: Path, folder: Path, page_name: str | None = None, *, show_explained: bool = False
) -> tuple[str, bool]:
    """The report on the page saved at `page`, and whether all its differences from the spec are explained.

    `folder` holds the specification. Raises PageError, DeviationError, SpecificationError or OSError
    for a file that cannot be used.
    """
    copy = read_saved_page(page)
    specs = load_specs(folder / f"{name}.yaml" for name in SPECIFICATIONS)
    deviations = load_deviations(folder / "deviations.yaml")
    diff = compare(copy, load_pages(folder / "documented"), specs, deviations, page_name)
    return report(diff, operation_names(specs), show_explained=show_explained), not diff.unexplained


def compare(
    copy: Page,
    stored_pages: Sequence[Page],
    specs: Mapping[str, Document],
    deviations: Sequence[Deviation],
    page_name: str | None = None,
) -> DocsDiff:
    """Compares a page with the spec by its operations; those it does not have are no difference.

    Entries of deviations are written for pages, so the copy counts as the stored page that is
    called `page_name`, or else as the one that is most like it. Raises PageError for an unknown name.
    """
    stored = _closest(copy, stored_pages) if page_name is None else _called(page_name, stored_pages)
    # Without a page of its own no entry is meant for it, whatever its file is called.
    copy = replace(copy, name=stored.name if stored else "")

    unexplained: list[Difference] = []
    explained: list[tuple[Difference, int]] = []
    for difference in find_differences([copy], specs):
        if difference.kind == "operation_not_on_page":
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


def _called(name: str, stored_pages: Sequence[Page]) -> Page:
    for page in stored_pages:
        if page.name == name:
            return page
    known = ", ".join(page.name for page in stored_pages)
    raise PageError(f"expected the name of a stored page ({known}); found {name!r}")


def _closest(copy: Page, stored_pages: Sequence[Page]) -> Page | None:
    """The page that has most operations in common with the copy, of all that either has.

    Where two have the same operations, it is the one that changed less.
    """
    routes = {operation.route for operation in copy.operations}

    def likeness(page: Page) -> tuple[float, int]:
        others = {operation.route for operation in page.operations}
        return len(routes & others) / len(routes | others), -len(find_changes(page, copy))

    related = [page for page in stored_pages if not routes.isdisjoint(operation.route for operation in page.operations)]
    return max(related, key=likeness, default=None)


def _difference_row(difference: Difference) -> tuple[str, ...]:
    where = (difference.operation, difference.place, difference.name)
    return (*where, _SORTS[difference.kind], _word(difference.documented), _word(difference.spec))


def _change_row(change: Change, names: Mapping[Route, str]) -> tuple[str, ...]:
    operation = names.get(change.route, " ".join(change.route[1:]))
    return operation, change.place, change.name, change.sort, _word(change.after), _word(change.before)


def _word(said: str) -> str:
    """What one side says, for a reader: `-` for nothing, and words for a required flag."""
    return {"": "-", "True": "required", "False": "optional"}.get(said, said)


def _section(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    if not rows:
        return f"{title}: 0\n"
    widths = [max(map(len, cells)) for cells in zip(columns, *rows, strict=True)]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()
        for cells in (columns, ["-" * width for width in widths], *rows)
    ]
    return f"{title}: {len(rows)}\n" + "".join(f"  {line}\n" for line in lines)
