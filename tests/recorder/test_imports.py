"""The recorder imports public names of the client only, and nothing from the tests."""

from __future__ import annotations

from tests.test_layers import ROOT, imported


def test_the_recorder_imports_public_names_only() -> None:
    names = {(path.name, name) for path in (ROOT / "recorder").rglob("*.py") for name in imported(path)}
    assert not [one for one in names if one[1].split(".")[0] in ("tests", "toggl_sandbox")]
    private = {name for _, name in names if name.startswith("toggl_tasks.")}
    assert private == {"toggl_tasks.cli.recordings"}, "the table of drifts is the only one that is allowed"
