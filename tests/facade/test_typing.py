"""The type errors that mypy reports for correct and wrong uses."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
# Not a `.py` file: it is full of mistakes that the checks of this repository would find.
USES = HERE / "typing_uses.txt"
EXPECTED = re.compile(r"# error: \[([a-z-]+)\] ?(.*)$")
REPORTED = re.compile(r"^[^:\n]+:(\d+): error: (.*)  \[([a-z-]+)\]$", re.MULTILINE)

Finding = tuple[str, str]
"""Code and text of an error."""


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> dict[int, list[Finding]]:
    """The errors of mypy by line. It runs once for all tests."""
    folder = tmp_path_factory.mktemp("typing")
    (folder / "uses.py").write_text(USES.read_text())
    # With pytest's cache, only the first run takes three seconds, the others less than one.
    pytest_cache = getattr(pytestconfig, "cache", None)
    cache = pytest_cache.mkdir("mypy") if pytest_cache else folder / "cache"
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", f"--cache-dir={cache}", "--no-error-summary"]
    done = subprocess.run(
        [*command, "--hide-error-context", "--no-pretty", "uses.py"],
        cwd=folder,
        env=os.environ | {"MYPYPATH": f"{ROOT / 'generated'}{os.pathsep}{ROOT}"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode in (0, 1), done.stdout + done.stderr
    foreign = [line for line in done.stdout.splitlines() if not line.startswith("uses.py:")]
    assert not foreign, foreign
    findings: dict[int, list[Finding]] = {}
    for line, text, code in REPORTED.findall(done.stdout):
        findings.setdefault(int(line), []).append((code, text))
    return findings


@pytest.fixture(scope="module")
def expected_findings() -> dict[int, Finding]:
    lines = enumerate(USES.read_text().splitlines(), 1)
    return {number: (found[1], found[2]) for number, line in lines if (found := EXPECTED.search(line))}


def test_correct_uses_have_no_type_error(
    findings: dict[int, list[Finding]], expected_findings: dict[int, Finding]
) -> None:
    assert {line: found for line, found in findings.items() if line not in expected_findings} == {}


def test_wrong_uses_have_their_type_error(
    findings: dict[int, list[Finding]], expected_findings: dict[int, Finding]
) -> None:
    assert len(expected_findings) > 40
    missing = {
        line: findings.get(line, [])
        for line, (code, text) in expected_findings.items()
        if not any(code == found_code and text in found for found_code, found in findings.get(line, []))
    }
    assert missing == {}
