"""The list of behaviours, the page made of it, and what keeps the tests from leaving it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

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
def test_an_entry_that_is_not_as_it_should_be(tmp_path: Path, change: dict[str, str], fault: str) -> None:
    assert list(fidelity.behaviours(write_list(tmp_path, ENTRY))) == ["track.a"]
    with pytest.raises(fidelity.FidelityError, match=fault):
        fidelity.behaviours(write_list(tmp_path, ENTRY | change))


def test_an_entry_that_is_listed_twice(tmp_path: Path) -> None:
    with pytest.raises(fidelity.FidelityError, match=r"track\.a: duplicate id"):
        fidelity.behaviours(write_list(tmp_path, ENTRY, ENTRY))


@pytest.mark.parametrize(
    ("removed", "added", "files", "fault"),
    [
        (None, None, [], None),
        (None, "track.new", [], "track.new: no test names it"),
        (None, "track.new", ["test_clock.py"], None),
        ("track.get.flat", None, [], "there is no behaviour track.get.flat"),
        ("track.get.flat", None, ["test_track.py"], "there is no behaviour track.get.flat"),
    ],
)
def test_collection_fails_when_tests_and_list_disagree(
    removed: str | None, added: str | None, files: list[str], fault: str | None
) -> None:
    program = f"""
import sys, pytest

class Trial:
    def pytest_configure(self):
        from tests.support import behaviours
        known = behaviours.behaviours()
        known.pop({removed!r}, None)
        known.update(dict.fromkeys({[added] if added else []}))
        behaviours.behaviours = lambda: known

files = {[f"tests/sandbox/{name}" for name in files] or ["tests/sandbox"]}
sys.exit(pytest.main(["--collect-only", "-qq", *files], plugins=[Trial()]))
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)
    if fault is None:
        assert done.returncode == 0, done.stderr
    else:
        assert done.returncode == pytest.ExitCode.USAGE_ERROR
        assert fault in done.stderr


def test_a_test_of_what_the_services_do_names_a_behaviour() -> None:
    item = SimpleNamespace(
        path=behaviours.FOLDER / "test_track.py", name="test[1]", nodeid="test", iter_markers=lambda name: []
    )
    assert list(behaviours.problems([item], set(), False)) == ["test: names no behaviour"]  # type: ignore[list-item]
    item.path = behaviours.FOLDER / "test_control.py"
    assert list(behaviours.problems([item], set(), False)) == []  # type: ignore[list-item]
