"""The list of behaviours, the page generated from it, and the checks that tests and list match."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from generator.publish import fidelity
from tests.support import behaviours

ROOT = Path(__file__).parent.parent
ENTRY = {"id": "track.a", "api": "track", "behaviour": "It is so.", "evidence": "assumed", "source": "no source"}


def write_list(folder: Path, *entries: dict[str, str]) -> Path:
    path = folder / "fidelity.yaml"
    path.write_text("\n".join("- " + "\n  ".join(f"{key}: {value}" for key, value in one.items()) for one in entries))
    return path


def test_the_page_is_up_to_date() -> None:
    assert fidelity.PAGE.read_text(encoding="utf-8") == fidelity.page(), "stale: run `make fidelity`"


def test_nothing_is_called_recorded_before_something_was_recorded() -> None:
    assert not [one.id for one in fidelity.behaviours().values() if one.evidence == "recorded"]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"evidence": "certain"}, "track.a: evidence must be one of recorded, documented, observed, assumed"),
        ({"evidence": "documented, observed"}, "track.a: evidence must be one of"),
        ({"source": "''"}, "track.a: source is missing or not a string"),
        ({"behaviour": "5"}, "track.a: behaviour is missing or not a string"),
        ({"api": "focus"}, "track.a: api must be one of both, track, focus, and the id must start with it"),
        ({"proof": "none"}, "track.a: unknown key proof"),
    ],
)
def test_an_invalid_entry_of_the_list_raises(tmp_path: Path, change: dict[str, str], fault: str) -> None:
    assert list(fidelity.behaviours(write_list(tmp_path, ENTRY))) == ["track.a"]
    with pytest.raises(fidelity.FidelityError, match=fault):
        fidelity.behaviours(write_list(tmp_path, ENTRY | change))


def test_a_duplicate_id_in_the_list_raises(tmp_path: Path) -> None:
    with pytest.raises(fidelity.FidelityError, match=r"track\.a: duplicate id"):
        fidelity.behaviours(write_list(tmp_path, ENTRY, ENTRY))


@pytest.fixture(scope="module")
def collected() -> list[SimpleNamespace]:
    """The tests of the sandbox as the plugin sees them."""
    program = """
import json, pytest
class Items:
    def pytest_collection_modifyitems(self, items):
        marks = lambda item: [mark.args for mark in item.iter_markers("behaviour")]
        self.found = [[item.nodeid, item.name, str(item.path), marks(item)] for item in items]
plugin = Items()
pytest.main(["--collect-only", "-qqq", "tests/sandbox"], plugins=[plugin])
print(json.dumps(plugin.found))
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    return [
        SimpleNamespace(
            nodeid=nodeid,
            name=name,
            path=Path(path),
            iter_markers=lambda _, marks=marks: [SimpleNamespace(args=args) for args in marks],
        )
        for nodeid, name, path, marks in json.loads(done.stdout.splitlines()[-1])
    ]


@pytest.mark.parametrize(
    ("removed", "added", "whole", "problem"),
    [
        (None, None, True, None),
        (None, "track.new", True, "track.new: no test names it"),
        (None, "track.new", False, None),
        ("track.get.flat", None, True, "there is no behaviour track.get.flat"),
        ("track.get.flat", None, False, "there is no behaviour track.get.flat"),
    ],
)
def test_tests_and_list_must_agree(
    collected: Any, removed: str | None, added: str | None, whole: bool, problem: str | None
) -> None:
    known = (set(fidelity.behaviours()) - {removed}) | ({added} if added else set())
    problems = list(behaviours.problems(collected, known, whole))
    assert all(problem and problem in one for one in problems)
    assert bool(problems) == (problem is not None)


def test_collection_fails_when_tests_and_list_disagree() -> None:
    program = """
import sys, pytest
from generator.publish import fidelity
known = fidelity.behaviours()
del known["both.quota.headers"]
fidelity.behaviours = lambda: known
sys.exit(pytest.main(["--collect-only", "-qq", "tests/sandbox/test_errors.py"]))
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert "there is no behaviour both.quota.headers" in done.stderr


def test_a_test_of_a_service_must_name_a_behaviour() -> None:
    item = SimpleNamespace(
        path=behaviours.FOLDER / "test_track.py", name="test[1]", nodeid="test", iter_markers=lambda name: []
    )
    assert list(behaviours.problems([item], set(), False)) == ["test: names no behaviour"]  # type: ignore[list-item]
    item.path = behaviours.FOLDER / "test_control.py"
    assert list(behaviours.problems([item], set(), False)) == []  # type: ignore[list-item]
