"""How much of each source the specification has: counts of operations, parameters, statuses, bodies and fields."""

import sys
from argparse import Namespace
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..loader import load_specifications
from ..specification import Document
from ..table import table
from .deviations import find_stale, find_unexplained, load_deviations
from .docs_vs_spec import Difference, find_differences, load_pages, spec_operations
from .facts import OperationFacts, documented_names, page_facts
from .page_parser import WHOLE_BODY, Page

THINGS = ("operations", "parameters", "statuses", "bodies", "fields")
_MISSING_KINDS = ("operation_not_in_spec", "not_in_spec", "status_not_in_spec")
_COLUMNS = ("source", "what", "documented", "in spec", "missing", "differ", "explained")


@dataclass(slots=True)
class Coverage:
    """The counts of one thing in one source. What is missing in the spec or differs there is explained or is not."""

    page: str
    thing: str
    documented: int = 0
    missing: int = 0
    differ: int = 0
    explained: int = 0

    @property
    def in_spec(self) -> int:
        """How many the spec has, perhaps different."""
        return self.documented - self.missing


def run(options: Namespace) -> int:
    """Print the counts and what is wrong; 1 when a difference is not explained, or an entry explains none."""
    specs = load_specifications(options.spec)
    pages = load_pages(options.spec / "documented")
    deviations = load_deviations(options.spec / "deviations.yaml")
    differences = find_differences(pages, specs)
    unexplained = find_unexplained(differences, deviations)
    explained = sorted(set(differences) - set(unexplained))
    stale = find_stale(differences, deviations)
    rows = [
        (row.page, row.thing, *map(str, (row.documented, row.in_spec, row.missing, row.differ, row.explained)))
        for row in count(pages, specs, differences, unexplained)
    ]
    lines = [
        table([_COLUMNS, *rows], indent="", underline=True),
        "",
        f"differences explained in spec/deviations.yaml: {len(explained)}",
        *(f"  {difference}" for difference in explained if options.explained),
        f"differences without an entry: {len(unexplained)}",
        *(f"  {difference}" for difference in unexplained),
        f"entries without a difference: {len(stale)}",
        *(f"  {entry}" for entry in stale),
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if unexplained or stale else 0


def count(
    pages: Iterable[Page],
    specs: Mapping[str, Document],
    differences: Iterable[Difference],
    unexplained: Sequence[Difference],
) -> list[Coverage]:
    """The counts of each page and thing; the differences are all those of the pages."""
    in_spec = spec_operations(specs)
    of_operation: dict[tuple[str, str], list[Difference]] = defaultdict(list)
    for difference in differences:
        of_operation[difference.page, difference.operation].append(difference)
    not_explained = set(unexplained)
    found: list[Coverage] = []
    for page in pages:
        counts = {thing: Coverage(page.name, thing) for thing in THINGS}
        for operation in page.operations:
            words = " ".join(operation.route[1:])
            name, facts = in_spec.get(operation.route, (words, OperationFacts({}, [], {})))
            rows = of_operation[page.name, name]
            for place, fact in [("operation", words), *documented_names(page_facts(operation), facts)]:
                about = list(_rows_about(rows, place, fact))
                missing = any(row.kind in _MISSING_KINDS for row in about)
                counted = counts[_thing(place, fact)]
                counted.documented += 1
                counted.missing += missing
                counted.differ += bool(about) and not missing
                counted.explained += bool(about) and not_explained.isdisjoint(about)
        found += counts.values()
    return found


def _thing(place: str, fact: str) -> str:
    known = {"operation": "operations", "responses": "statuses", "path": "parameters", "query": "parameters"}
    return known.get(place, "bodies" if fact.startswith(f"{WHOLE_BODY} ") else "fields")


def _rows_about(rows: Iterable[Difference], place: str, fact: str) -> Iterator[Difference]:
    """The differences about a fact: its own, and those of the operation, status or body that it is in."""
    name = WHOLE_BODY if fact.startswith(f"{WHOLE_BODY} ") else fact
    for row in rows:
        is_around = row.kind in _MISSING_KINDS and (
            row.place == "operation"
            or (row.place == place and row.name == WHOLE_BODY)
            or (row.place == "responses" and place == f"response {row.name}")
        )
        if is_around or (row.place, row.name) == (place, name):
            yield row
