"""Missing tools are skipped; messages."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from benchmarks import environment
from benchmarks.rows import without_prism

ROOT = Path(__file__).parent.parent.parent


def without(program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None if name == program else f"/bin/{name}")


def test_openapi_generator_is_skipped_without_java(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    commands: list[str] = []
    monkeypatch.setattr(environment, "GENERATED", tmp_path / "peers")
    monkeypatch.setattr(environment, "run", lambda command, **_: commands.append(Path(command[0]).name))
    without("java", monkeypatch)
    messages: list[str] = []
    assert environment.generate_peers(messages.append) == {"openapi_generator"}
    assert messages == ["skipped: openapi-generator needs Java, and there is none: its client is not measured"]
    assert commands == ["openapi-python-client"] * 2 + ["datamodel-codegen"] * 2


@pytest.mark.parametrize("program", ["node", "npm"])
def test_prism_is_skipped_without_node(program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    without(program, monkeypatch)
    assert without_prism() == "Prism needs Node.js with npm, and there is none: the sandbox is measured alone"


def test_both_locks_have_the_same_versions() -> None:
    ours, theirs = (
        dict(line.split(" ")[0].split("==") for line in (ROOT / lock).read_text().splitlines() if "==" in line)
        for lock in ("requirements.lock", "benchmarks/requirements.lock")
    )
    shared = ours.keys() & theirs.keys()
    assert {"httpx", "msgspec", "attrs", "pydantic"} <= shared
    assert {name: ours[name] for name in shared} == {name: theirs[name] for name in shared}
