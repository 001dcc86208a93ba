"""Pytest plugin: the marker `behaviour`, which links tests of the sandbox to `toggl_sandbox/fidelity.yaml`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

import pytest

from generator.publish.fidelity import FidelityError, behaviours

FOLDER: Final = Path(__file__).parents[1] / "sandbox"
EMULATED: Final = (
    "test_authentication.py",
    "test_errors.py",
    "test_focus.py",
    "test_focus_changes.py",
    "test_focus_filters.py",
    "test_focus_projects.py",
    "test_focus_recurring.py",
    "test_focus_workspaces.py",
    "test_quota.py",
    "test_rate_limit.py",
    "test_track.py",
    "test_track_projects.py",
    "test_track_workspaces.py",
)
"""Files about behaviours of the services, whose tests must name one. The other files test features of the sandbox."""
OWN: Final = {
    "test_the_rate_limit_can_be_set_over_http_and_exported",
    "test_the_rate_limit_is_off_by_default",
    "test_an_unknown_plan_raises",
    "test_every_parameter_has_a_case",
}
"""Tests in those files that are about features of the sandbox."""


def pytest_configure(config: pytest.Config) -> None:
    """Register the marker."""
    config.addinivalue_line("markers", "behaviour(*ids): behaviours of toggl_sandbox/fidelity.yaml that a test covers")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Fail on a behaviour without a test or without evidence, and on a test without a behaviour."""
    ours = [item for item in items if item.path.is_relative_to(FOLDER)]
    if not ours:
        return
    # Runs before -k and -m deselect tests. Only if all files were collected can a behaviour lack a test.
    whole = {item.path for item in ours} == set(FOLDER.glob("test_*.py"))
    try:
        faults = list(problems(ours, set(behaviours()), whole))
    except FidelityError as error:
        faults = str(error).splitlines()
    if faults:
        raise pytest.UsageError("toggl_sandbox/fidelity.yaml and the tests disagree:\n" + "\n".join(faults))


def problems(items: Iterable[pytest.Item], known: set[str], whole: bool) -> Iterable[str]:
    """Yield the disagreements between the tests and the list."""
    named: set[str] = set()
    for item in items:
        ids = {str(one) for marker in item.iter_markers("behaviour") for one in marker.args}
        named |= ids
        yield from (f"{item.nodeid}: there is no behaviour {one}" for one in sorted(ids - known))
        if not ids and item.path.name in EMULATED and item.name.partition("[")[0] not in OWN:
            yield f"{item.nodeid}: names no behaviour"
    if whole:
        yield from (f"{one}: no test names it" for one in sorted(known - named))
